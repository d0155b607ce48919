"""The demo district: everything a visitor should see is there, nothing breaks a rule, and it stays out of real data."""

import re
from collections import Counter
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from strongsuit.audit.models import Entry
from strongsuit.audit.seals import verify
from strongsuit.home.demo import build
from strongsuit.home.demo.library import library
from strongsuit.home.demo.load import own_models
from strongsuit.knowledge.canonical import digest, freeze, thaw, thaw_report
from strongsuit.knowledge.coach.review import Passage, review
from strongsuit.knowledge.compliance.check import BLOCK
from strongsuit.knowledge.growth import GrowthWord, NoWord
from strongsuit.knowledge.profile import Status
from strongsuit.knowledge.terms import Disability, Grade, Pattern, PlanState, SkillSet
from strongsuit.meetings.deciding import planned_late
from strongsuit.meetings.models import Meeting
from strongsuit.meetings.queries import review_due
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import Account, ReportDate, School
from strongsuit.people.queries import demo_people
from strongsuit.plans.facts import frozen_facts, numbers_of, plan_facts
from strongsuit.plans.findings import findings_of, key_of
from strongsuit.plans.frozen import sealed, thawed
from strongsuit.plans.models import FrozenPlan, Goal, Need, Plan, PlanSection, PresentLevel, Weave
from strongsuit.plans.queries import open_draft
from strongsuit.progress.facts import growths, most_of, points_of
from strongsuit.progress.models import DataPoint, Delivery, Report
from strongsuit.progress.reporting import planned_minutes, span_of
from strongsuit.strengths.models import Item
from strongsuit.strengths.queries import profile_of
from strongsuit.students.models import Eligibility, Guardian, Student
from strongsuit.web import clock
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker):
    """Sixty students, built once for all tests of this file and rolled back afterwards."""
    with django_db_blocker.unblock(), clock.frozen(NOW, everywhere=True), transaction.atomic():
        build.build(60, 1, today=TODAY, told=lambda words: None)
        yield
        transaction.set_rollback(True)


def grown(**where):
    """The growth of every goal in effect."""
    found = {}
    for school in School.objects.all():
        goals = Goal.objects.filter(plan__state=PlanState.ADOPTED, student__school=school, **where)
        found |= growths(
            map(numbers_of, goals), points_of(goal.pk for goal in goals), calendar=calendar_of(school), today=TODAY
        )
    return found.values()


def test_the_trail_is_in_the_order_of_time(demo):
    moments = list(Entry.objects.order_by("id").values_list("at", flat=True))
    assert len(moments) > 100 and moments == sorted(moments)


def test_every_growth_word_and_every_reason_for_none_is_to_be_seen(demo):
    seen = {growth.word or growth.no_word for growth in grown()}
    # A plan with a goal that lacks its numbers is not adopted, so nobody can see that reason.
    assert seen == {*GrowthWord, *NoWord} - {NoWord.INCOMPLETE}


def test_every_disability_grade_state_and_pattern_is_there(demo):
    assert set(Eligibility.objects.values_list("disability", flat=True)) == set(Disability)
    assert set(Student.objects.values_list("grade", flat=True)) == set(Grade)
    assert set(Plan.objects.values_list("state", flat=True)) == set(PlanState)
    assert set(Weave.objects.values_list("pattern", flat=True)) == set(Pattern)
    assert set(Need.objects.values_list("level__skill_set", flat=True)) >= set(SkillSet) - {SkillSet.THINKING}
    assert Student.objects.filter(plans=None).exists()
    assert Plan.objects.filter(kind="amendment", state=PlanState.ADOPTED, amends__isnull=False).exists()


def test_three_views_meet_in_every_way(demo):
    students = Student.objects.all()
    seen = {known.view.status for student in students for known in profile_of(student, today=TODAY)}
    assert seen == set(Status)


def test_nothing_in_the_trail_or_among_the_protected_rows_is_odd(demo):
    verdict = verify()
    assert verdict.faults == ()
    assert verdict.protected > 300


def test_frozen_plans_are_what_adoption_would_have_frozen(demo):
    same = 0
    for frozen in FrozenPlan.objects.select_related("plan__student__school", "plan__student__district"):
        assert freeze(thaw(frozen.body)) == frozen.body
        assert digest(frozen.body) == frozen.sha256
        # Where somebody told something new since, the plan of today would say more: a family, or a student at cards.
        Item.objects.filter(student=frozen.plan.student_id, answers__sitting__isnull=False).update(private=True)
        if frozen.plan.state == PlanState.ADOPTED and not frozen.plan.student.plans.filter(state="proposed").exists():
            assert sealed(frozen_facts(frozen.plan, frozen.adopted_on))[0] == frozen.body
            same += 1
    assert same > 40


def test_no_plan_was_adopted_against_a_rule(demo):
    for plan in Plan.objects.filter(state__in=["adopted", "superseded"]).select_related("frozen"):
        findings = findings_of(thawed(plan.frozen), today=plan.adopted_on)
        assert [found.rule for found in findings if found.severity == BLOCK] == []
        assert [key_of(found) for found in findings if key_of(found) not in plan.reasons] == []


def test_the_wording_passes_its_own_coach(demo):
    columns = {
        PlanSection: ["text"], PresentLevel: ["strength_text", "now_text"], Need: ["statement", "impact"],
        Goal: ["condition", "behavior", "criterion"], Item: ["words"],
    }  # fmt: skip
    for model, names in columns.items():
        for row in model.objects.select_related("student"):
            said = [Passage(name, getattr(row, name), (row.student.given_name,)) for name in names]
            assert [(one.quote, said) for one in review(said)] == []


def test_no_text_still_holds_a_place_to_be_filled(demo):
    for model in own_models():
        texts = [field.name for field in model._meta.concrete_fields if field.get_internal_type() == "TextField"]
        for row in model.objects.values_list(*texts) if texts else ():
            assert not any(value and ("{name}" in value or "{base}" in value) for value in row)


def test_sent_reports_can_be_opened(demo):
    sent = Report.objects.filter(state=Report.State.SENT)
    assert sent.count() >= 30
    assert all(thaw_report(report.body).goals for report in sent)
    assert Report.objects.filter(state=Report.State.OPEN, due_on__lt=TODAY).exists()


def test_twelve_people_offer_themselves_in_the_order_of_the_tour(demo, settings):
    settings.DEMO = True
    people = demo_people()
    assert [person.display["demo"]["order"] for person in people] == list(range(1, 13))
    assert {person.kind for person in people} == {"adult", "student"}


def test_everybody_of_the_tour_lands_on_a_page_with_something_to_do(demo, settings, client):
    settings.DEMO = True
    for person in demo_people():
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        session = client.session
        session["demo"] = True
        session.save()
        answer = client.get("/", follow=True)
        assert answer.status_code == 200
        main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
        assert 'href="' in main, person.name


def test_names_of_the_world_stand_in_the_lists(demo):
    names = list(Student.objects.values_list("given_name", flat=True))
    assert len(set(names)) > 30
    assert len(set(Student.objects.values_list("language", flat=True))) >= 8


def test_nobody_has_the_name_of_somebody_else(demo):
    """Two people of one name would look like a fault, and would be chosen for each other."""
    pupils = [(child.given_name, child.family_name) for child in Student.objects.all()]
    staff = list(Account.objects.filter(posts__isnull=False).values_list("name", flat=True))
    parents = list(Guardian.objects.values_list("name", flat=True))
    everybody = Counter([f"{given} {family}".strip() for given, family in pupils] + staff + parents)
    assert [name for name, times in everybody.items() if times > 1] == []


def test_marking_periods_and_what_was_given_in_them_lie_in_the_school_year(demo):
    summer = {7, 8}
    days = [row.on for row in ReportDate.objects.all()]
    days += [day for row in Delivery.objects.all() for day in (row.first_day, row.last_day)]
    for report in Report.objects.select_related("student__school", "plan"):
        span = span_of(report)
        days += [span.first, span.last]
        assert calendar_of(report.student.school).is_school_day(report.due_on)
    assert len(days) > 100
    assert [day for day in days if day.month in summer] == []


def test_measurements_lie_on_school_days_of_the_past(demo):
    for school in School.objects.all():
        calendar = calendar_of(school)
        days = set(DataPoint.objects.filter(student__school=school).values_list("on", flat=True))
        assert all(calendar.is_school_day(day) and day <= TODAY for day in days)


def test_clocks_have_something_to_say(demo):
    adopted = Plan.objects.filter(state=PlanState.ADOPTED)
    assert adopted.filter(review_on__lt=TODAY).exists()
    assert adopted.filter(review_on__gte=TODAY, review_on__lt=TODAY + timedelta(days=60)).exists()
    assert Eligibility.objects.filter(evaluated_on__lt=TODAY - timedelta(days=1100)).exists()


def test_the_next_plan_is_met_about_in_time_and_leaves_no_day_between(demo):
    drafts = Plan.objects.filter(state__in=["draft", "proposed", "withdrawn"])
    gaps = [found.rule for plan in drafts for found in findings_of(plan_facts(plan), today=TODAY)]
    assert not {"V101", "V100", "V102", "V103", "V104", "V43"} & set(gaps)
    planned = Meeting.objects.filter(state=Meeting.State.PLANNED, kind=Meeting.Kind.ANNUAL)
    assert planned.count() >= 4
    for meeting in planned:
        assert not planned_late(meeting, open_draft(meeting.student), review_due(meeting.student))
    shared = drafts.filter(state="proposed")
    assert all(plan.meeting_on == clock.day(meeting.starts_at) for plan in shared for meeting in plan.meetings.all())


def newest(goal):
    return DataPoint.objects.filter(goal=goal, invalid_because="").order_by("-on", "-made_at").first()


def test_a_goal_that_goes_on_starts_where_the_last_one_was_measured(demo):
    going_on = Goal.objects.filter(continues__isnull=False, baseline__isnull=False).exclude(plan__kind="amendment")
    compared = 0
    for goal in going_on.select_related("need__level", "continues"):
        last = newest(goal.continues)
        if last is not None:
            assert goal.baseline == last.value, goal
            number = str(int(goal.baseline))
            assert number in goal.need.measure_text and number in goal.need.level.now_text
            compared += 1
    assert compared > 20


def test_no_number_is_more_than_there_is(demo):
    for goal in Goal.objects.filter(unit__regex="(of [0-9]+|percent)"):
        most = int(re.search(r"of (\d+)|$", goal.unit)[1] or 100)
        assert (goal.baseline or 0) <= most and (goal.target or 0) <= most
        assert not DataPoint.objects.filter(goal=goal, value__gt=most).exists()


def test_young_children_have_goals_of_their_age(demo):
    written = {band: {one.behavior for one in library().strands if band in one.bands} for band in ("P", "L", "E")}
    grades = {"PK": "P", "K": "P", "1": "L", "2": "L", "3": "E", "4": "E", "5": "E"}
    goals = Goal.objects.filter(student__grade__in=grades)
    assert [goal for goal in goals if goal.behavior not in written[grades[goal.student.grade]]] == []
    assert goals.filter(student__grade="PK").exists()
    for disability in Disability:
        assert len({one.skill for one in library().strands_for("P", disability)}) > 2


def test_no_measurement_of_the_demo_would_be_refused_today(demo):
    for goal in Goal.objects.filter(points__isnull=False).distinct():
        most = most_of(goal)
        assert most is None or not goal.points.filter(value__gt=most).exists()


def test_a_draft_the_family_reads_holds_the_words_it_quotes(demo):
    shared = Plan.objects.filter(state="proposed").select_related("student__school", "student__district")
    assert {plan.student.given_name for plan in shared} >= {"Mateo"}
    for plan in shared:
        facts = plan_facts(plan)
        assert [said.words for said in facts.words] == [facts.goals[0].student_words]
        assert "R-9" not in [found.rule for found in findings_of(facts, today=TODAY)]


def test_a_second_demo_needs_the_word_reset(demo):
    with pytest.raises(CommandError, match="--reset"):
        call_command("demo", stdout=StringIO())


def test_planned_minutes_are_those_of_the_plan(demo):
    """The desk of a report shows what the services promise beside what was kept; the two are one number."""
    compared = 0
    for report in Report.objects.select_related("student__school", "plan__frozen"):
        span, calendar = span_of(report), calendar_of(report.student.school)
        by_plan = planned_minutes(thawed(report.plan.frozen), span=span, today=TODAY, calendar=calendar)
        for row in Delivery.objects.filter(goal__plan=report.plan, first_day=span.first, last_day=span.last):
            assert row.planned_minutes == by_plan[str(row.goal_id)]
            compared += 1
    assert compared > 10
