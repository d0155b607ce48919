"""The clocks ask the right person at the right time, and never anybody else."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from strongsuit.duties.queries import Duty, Kind, duties_for
from strongsuit.knowledge.voice import Outcome, Route, Source
from strongsuit.meetings.models import Meeting
from strongsuit.people.models import StaffPost
from strongsuit.plans.models import Accommodation, Question, Rating, SummaryReading
from strongsuit.plans.rating_marks import mark_of
from strongsuit.progress.models import Report
from strongsuit.students import access
from strongsuit.students.models import Eligibility, Student, TeamMember
from strongsuit.voice.actions import decide, discuss, hear, route, tell
from strongsuit.web import clock
from tests.cast import adopt_as_built

TODAY = date(2026, 11, 20)


def asked(person, today=TODAY):
    return [
        (duty.kind, duty.student.given_name, duty.days)
        for duty in duties_for(person, held=access.posts(person), today=today)
    ]


@pytest.fixture
def adopted(cast):
    adopt_as_built(cast)
    return cast


def test_the_annual_review_is_due_for_those_who_plan(adopted):
    due = (Kind.ANNUAL, "Maya", 11)
    assert due in asked(adopted.ruiz)
    assert due in asked(adopted.chen)
    assert due in asked(adopted.brooks)
    assert due not in asked(adopted.okafor)


@pytest.mark.parametrize("who", ["stranger", "outsider", "admin", "rosa", "maya_account"])
def test_a_stranger_is_asked_nothing_about_maya(adopted, who):
    assert [duty for duty in asked(getattr(adopted, who)) if duty[1] == "Maya"] == []


@pytest.mark.parametrize(
    ("today", "seen"),
    [(date(2026, 10, 1), False), (date(2026, 10, 2), True), (date(2026, 12, 1), True), (date(2027, 1, 15), True)],
)
def test_a_clock_shows_sixty_days_ahead_and_stays_when_late(adopted, today, seen):
    assert (Kind.ANNUAL in {kind for kind, *_rest in asked(adopted.ruiz, today)}) == seen


@pytest.mark.parametrize(
    ("evaluated", "waived", "days"),
    [
        (date(2023, 12, 20), None, 30),
        (date(2023, 11, 19), None, -1),
        (date(2024, 2, 29), None, None),
        (date(2023, 11, 1), date(2026, 10, 1), None),
        (date(2024, 1, 19), None, 60),
        (date(2024, 1, 20), None, None),
    ],
)
def test_the_three_year_review_follows_the_last_evaluation_or_its_waiver(cast, evaluated, waived, days):
    Eligibility.objects.filter(student=cast.maya).update(evaluated_on=evaluated, evaluation_waived_on=waived)
    found = [left for kind, _name, left in asked(cast.ruiz) if kind == Kind.TRIENNIAL]
    assert found == ([days] if days is not None else [])


def test_open_reports_are_due_for_who_sends_them(adopted):
    Report.objects.create(
        district_id=adopted.maya.district_id,
        student=adopted.maya,
        plan=adopted.plan,
        period="Q1",
        due_on=TODAY - timedelta(7),
    )
    assert (Kind.REPORT, "Maya", -7) in asked(adopted.ruiz)
    assert Kind.REPORT not in {kind for kind, *_rest in asked(adopted.chen)}


def test_a_teacher_reads_the_summary_until_it_is_read(adopted):
    assert (Kind.SUMMARY, "Maya", -354) in asked(adopted.okafor)
    SummaryReading.objects.create(
        district_id=adopted.maya.district_id,
        student=adopted.maya,
        plan=adopted.plan,
        account=adopted.okafor,
        read_at=clock.now(),
    )
    assert asked(adopted.okafor) == []


def test_a_meeting_first_needs_its_notice(adopted):
    meeting = Meeting.objects.create(
        district_id=adopted.maya.district_id,
        student=adopted.maya,
        kind="annual",
        place="Room 4",
        starts_at=clock.now() + timedelta(days=7),
    )
    assert (Kind.NOTICE, "Maya", 2) in asked(adopted.ruiz)
    Meeting.objects.filter(pk=meeting.pk).update(notice_sent_on=TODAY)
    assert (Kind.MEETING, "Maya", 7) in asked(adopted.ruiz)


def test_a_familys_question_waits_for_the_case_manager(adopted):
    Question.objects.create(
        district_id=adopted.maya.district_id,
        student=adopted.maya,
        plan=adopted.plan,
        words="Why?",
        by=adopted.rosa,
        by_name="Rosa",
        at=clock.now(),
        once=uuid4(),
    )
    assert (Kind.QUESTION, "Maya", 5) in asked(adopted.ruiz)
    assert Kind.QUESTION not in {kind for kind, *_rest in asked(adopted.chen)}


def test_a_post_that_ended_asks_no_more(adopted):
    StaffPost.objects.filter(account=adopted.chen).update(ends_on=TODAY - timedelta(days=1))
    assert asked(adopted.chen) == []


def test_a_student_who_left_is_asked_about_no_more(adopted):
    type(adopted.maya).objects.filter(pk=adopted.maya.pk).update(left_on=TODAY)
    assert asked(adopted.ruiz) == []


def test_the_most_urgent_comes_first(adopted):
    Eligibility.objects.filter(student=adopted.maya).update(evaluated_on=date(2023, 10, 1))
    days = [left for _kind, _name, left in asked(adopted.ruiz)]
    assert days == sorted(days)


def test_an_eligible_student_without_a_case_manager_waits_for_the_chair(cast):
    assert Kind.MANAGER not in {kind for kind, *_rest in asked(cast.chen)}
    TeamMember.objects.filter(student=cast.maya, relation="case_manager").update(ends_on=TODAY - timedelta(days=1))
    assert Kind.MANAGER in {kind for kind, *_rest in asked(cast.chen)}
    assert Kind.MANAGER not in {kind for kind, *_rest in asked(cast.brooks)}


@pytest.mark.parametrize(
    ("kind", "days", "state", "since"),
    [
        (Kind.SUMMARY, -354, "waiting", -354),
        (Kind.SUMMARY, 0, "soon", 0),
        (Kind.QUESTION, -1, "waiting", -6),
        (Kind.QUESTION, 4, "soon", -1),
        (Kind.MANAGER, -30, "waiting", -30),
    ],
)
def test_what_no_clock_of_the_law_asks_for_waits_and_is_never_late(kind, days, state, since):
    duty = Duty(kind, None, TODAY + timedelta(days), days, 1)
    assert (duty.state, duty.since) == (state, TODAY + timedelta(since))


@pytest.mark.parametrize("kind", [Kind.ANNUAL, Kind.TRIENNIAL, Kind.REPORT, Kind.NOTICE, Kind.MEETING])
def test_a_clock_of_the_law_is_late_by_its_exact_days(kind):
    duty = Duty(kind, None, TODAY - timedelta(3), -3, 1)
    assert (duty.state, duty.late_by) == ("late", 3)


def said(cast, words="i want a quiet place"):
    return hear(by=cast.maya_account, student=cast.maya, words=words, source=Source.BUTTON, once=uuid4())


def test_what_a_student_said_waits_five_school_days_for_the_case_manager_and_the_chair(cast):
    said(cast)
    said(cast, "and a later bus")
    # Thanksgiving lies between.
    assert (Kind.VOICE, "Maya", 11) in asked(cast.ruiz) and (Kind.VOICE, "Maya", 11) in asked(cast.chen)
    assert [kind for kind, *_rest in asked(cast.ruiz)].count(Kind.VOICE) == 1
    assert all(Kind.VOICE not in {kind for kind, *_rest in asked(who)} for who in (cast.okafor, cast.stranger))
    late = TODAY + timedelta(days=20)
    assert (Kind.VOICE, "Maya", -9) in asked(cast.ruiz, late)


def test_what_only_the_student_reads_is_no_duty_and_an_answer_ends_it(cast):
    item = hear(
        by=cast.maya_account, student=cast.maya, words="x", source=Source.BUTTON, once=uuid4(), shared=False
    )  # fmt: skip
    assert Kind.VOICE not in {kind for kind, *_rest in asked(cast.ruiz)}
    item = said(cast)
    item.student = cast.maya
    route(by=cast.ruiz, item=item, to=Route.AGENDA, once=uuid4())
    discuss(by=cast.ruiz, item=item, once=uuid4())
    decide(
        by=cast.ruiz, item=item, outcome=Outcome.YES, why="Quiet helps her think.", owner="Ms. Ruiz",
        by_when=TODAY + timedelta(days=3), once=uuid4(),
    )  # fmt: skip
    assert Kind.VOICE in {kind for kind, *_rest in asked(cast.ruiz)}, "it is decided, and nobody told her"
    tell(by=cast.ruiz, item=item, words="You can use the reading corner.", once=uuid4())
    assert Kind.VOICE not in {kind for kind, *_rest in asked(cast.ruiz)}


def test_who_left_the_school_is_owed_an_answer_all_the_same(cast):
    said(cast)
    Student.objects.filter(pk=cast.maya.pk).update(left_on=TODAY)
    assert (Kind.VOICE, "Maya", 11) in asked(cast.chen)


def test_a_student_whose_supports_were_not_asked_about_is_on_the_list_until_they_are(adopted):
    waits = (Kind.RATING, "Maya")
    # The review is due on 1 December; seven weeks before it is 13 October.
    assert waits not in [each[:2] for each in asked(adopted.ruiz, date(2026, 5, 1))]
    assert (*waits, -38) in asked(adopted.ruiz)
    assert waits not in [each[:2] for person in (adopted.okafor, adopted.chen) for each in asked(person)]
    support = Accommodation.objects.filter(plan__student=adopted.maya, plan__state="adopted").first()
    answers = {"know": 3, "get": 3, "help": 3, "ok": 3, "mode": "chosen", "by": adopted.maya.account}
    of = {"district": adopted.district, "student": adopted.maya, "accommodation": support, "words": support.words}
    Rating.objects.create(
        **of, **answers, mark=mark_of(support.words), on=date(2026, 10, 1), made_at=clock.now(), once=uuid4()
    )
    assert waits not in [each[:2] for each in asked(adopted.ruiz)]


@pytest.mark.parametrize(("words", "days"), [("can i sit by the door", 11), ("he hits me", 0)])
def test_words_that_can_mean_danger_are_due_the_same_day(cast, words, days):
    hear(by=cast.maya.account, student=cast.maya, words=words, source=Source.BUTTON, once=uuid4())
    assert (Kind.VOICE, "Maya", days) in asked(cast.ruiz)
