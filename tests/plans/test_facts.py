"""The plan as facts: everything that was written, in a number of queries that never grows."""

from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from strongsuit.audit.trail import record
from strongsuit.knowledge.terms import Group, Mode, Pattern, PlanKind, SkillSet
from strongsuit.plans import actions, actions_goals, actions_supports
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.findings import findings_of
from strongsuit.plans.models import Goal, Need, Plan, Weave
from strongsuit.plans.places import address_of
from strongsuit.plans.reading import Reading
from strongsuit.strengths.models import Answer, Item, Paraphrase, Words
from strongsuit.students.models import Student
from tests.cast import NOW, about


def fill(plan, by, count):
    """``count`` goals, each with a need, a strength, a step and a service."""
    level, item = plan.presentlevels.first(), Item.objects.filter(student=plan.student).first()
    for _number in range(count):
        need = Need.objects.create(**about(plan.student), plan=plan, level=level, statement="Read more")
        goal = actions_goals.add_goal(by=by, plan=plan, need=need, once=uuid4())
        actions_goals.weave(by=by, goal=goal, item=item.pk, pattern=Pattern.W1)
        actions_goals.add_objective(by=by, goal=goal, once=uuid4(), words="One page", target_on=None)
        service = actions_supports.add_service(
            by=by, plan=plan, once=uuid4(), service_class="special_education", service_type="resource_room"
        )
        actions_supports.save_service(by=by, service=service, version=1, values={"minutes": 30}, goals=[goal.pk])


def test_the_number_of_queries_does_not_grow_with_the_plan(cast, draft):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            plan_facts(draft)
        return len(counted)

    before = queries()
    fill(draft, cast.ruiz, 25)
    assert len(plan_facts(draft).goals) == 27
    assert queries() == before <= 23


def test_the_facts_hold_what_the_rows_hold(cast, draft):
    facts = plan_facts(draft)
    goal = facts.goals[0]
    row = Goal.objects.get(pk=int(goal.id))
    assert (goal.condition, goal.behavior, goal.target) == (row.condition, row.behavior, row.target)
    assert goal.skill_set == SkillSet.READING
    assert facts.section("parent_concerns").by == "Elena Ruiz"
    assert facts.case_manager == "Elena Ruiz"
    assert facts.student.disability == "SLD"
    reading = next(level for level in facts.present_levels if level.skill_set == SkillSet.READING)
    assert [need.statement for need in reading.needs] == ["Read grade-level print fluently"]
    assert goal.need_id == reading.needs[0].id
    assert [facts.services[0].goal_ids, facts.accommodations[0].need_ids] == [(goal.id,), (goal.need_id,)]


def test_a_given_name_of_two_parts_is_called_whole(cast, draft):
    Student.objects.filter(pk=cast.maya.pk).update(given_name="Abd al-Rahman", family_name="Haddad", preferred_name="")
    draft.student.refresh_from_db()
    reading = Reading(plan_facts(draft))
    assert reading.called == "Abd al-Rahman"
    assert ", Abd al-Rahman reads" in reading.goals[0].sentence


def test_identifiers_are_text_on_every_database(draft):
    def numbers(value, name=""):
        if is_dataclass(value):
            return [bad for each in fields(value) for bad in numbers(getattr(value, each.name), each.name)]
        if isinstance(value, tuple):
            return [bad for item in value for bad in numbers(item, name)]
        return [name] if name.endswith(("id", "ids")) and not isinstance(value, str | type(None)) else []

    assert numbers(plan_facts(draft)) == []


def test_strengths_say_who_claims_them_and_never_average(cast, draft):
    strengths = {each.words: each for each in plan_facts(draft).strengths}
    ear = strengths["Understands a lot when listening to a book"]
    assert ear.seen_by == (Group.STUDENT, Group.FAMILY, Group.SCHOOL)
    assert ear.seen_by_names == ("Elena Ruiz",)
    Answer.objects.create(
        **about(cast.maya), item=cast.items["ear"], group=Group.SCHOOL, by=cast.ruiz, by_name="Elena Ruiz",
        choice="not seen", value=0, on=date(2026, 11, 1), once=uuid4(),
    )  # fmt: skip
    ear = next(each for each in plan_facts(draft).strengths if each.id == ear.id)
    assert ear.seen_by == (Group.STUDENT, Group.FAMILY), "a person's newer answer stands for that person alone"


@pytest.mark.parametrize(
    ("group", "value", "claimed"),
    [
        (Group.STUDENT, "0.67", True),
        (Group.STUDENT, "0.5", False),
        (Group.STUDENT, None, False),
        (Group.SCHOOL, "1", True),
        (Group.SCHOOL, "0.67", False),
        (Group.FAMILY, "0.5", False),
    ],
)
def test_a_claim_depends_on_who_answers(cast, draft, group, value, claimed):
    item = Item.objects.create(**about(cast.maya), key="own:new", kind="ability", words="Builds bridges")
    Answer.objects.create(
        **about(cast.maya), item=item, group=group, by=cast.ruiz, by_name="Somebody", choice="x", value=value,
        on=date(2026, 11, 1), once=uuid4(),
    )  # fmt: skip
    found = next(each for each in plan_facts(draft).strengths if each.id == str(item.pk))
    assert bool(found.seen_by) == claimed


def test_what_the_student_keeps_private_reaches_no_plan(cast, draft):
    Item.objects.filter(pk=cast.items["sea"].pk).update(private=True)
    Words.objects.create(
        **about(cast.maya), prompt="?", words="CANARY secret", mode=Mode.TYPED, by=cast.maya_account,
        by_name="Maya", on=date(2026, 11, 1), shared=False, made_at=NOW, once=uuid4(),
    )  # fmt: skip
    facts = plan_facts(draft)
    assert "sea" not in str([each.words for each in facts.strengths])
    assert "CANARY" not in str(facts)


def test_a_paraphrase_says_whether_the_student_agrees(cast, draft):
    row = Paraphrase.objects.create(**about(cast.maya), words=cast.words, text="Draws well.", by=cast.ruiz)
    said = plan_facts(draft).words[0]
    assert (said.words, said.paraphrase, said.paraphrase_approved) == (cast.words.words, "Draws well.", False)
    Paraphrase.objects.filter(pk=row.pk).update(approved_at=NOW)
    assert plan_facts(draft).words[0].paraphrase_approved


def test_a_new_year_begins_with_the_words_since_the_last_plan(cast, in_effect):
    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=in_effect.adopted_on)
    plan.student = cast.maya
    assert plan_facts(plan).words == ()


def test_words_that_no_longer_read_as_given_are_named(cast, draft):
    record(cast.maya_account, "said something", cast.words)
    assert plan_facts(draft).changed_quotes == ()
    said = "I like the sea."
    words = Words.objects.create(
        **about(cast.maya), prompt="?", words=said, mode=Mode.TYPED, by=cast.maya_account, by_name="Maya",
        on=date(2026, 11, 1), made_at=NOW, once=uuid4(),
    )  # fmt: skip
    words.words = "I like the sea a lot."
    record(cast.maya_account, "said something", words)
    assert plan_facts(draft).changed_quotes == (str(words.pk),)


def test_the_classification_and_the_words_are_field_groups_of_their_own(cast, draft):
    teacher, aide = plan_facts(draft, viewer=cast.okafor), plan_facts(draft, viewer=cast.nguyen)
    assert (teacher.student.disability, len(teacher.words)) == (None, 1)
    assert (aide.student.disability, aide.words) == (None, ())
    assert plan_facts(draft, viewer=cast.ruiz).student.disability == "SLD"


def test_a_strength_of_another_plan_is_not_lost_with_its_goal(cast, draft):
    weave = Weave.objects.filter(goal__plan=draft).first()
    weave.goal.delete()
    assert Item.objects.filter(pk=weave.item_id).exists()


def test_a_new_plan_knows_the_last_day_of_the_one_before(cast, in_effect):
    assert plan_facts(in_effect).covered_until is None
    draft = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=NOW.date())
    Plan.objects.filter(pk=draft.pk).update(starts_on=in_effect.ends_on + timedelta(days=2), ends_on=None)
    draft = Plan.objects.get(pk=draft.pk)
    facts = plan_facts(draft)
    assert facts.covered_until == in_effect.ends_on
    (gap,) = [found for found in findings_of(facts, today=NOW.date()) if found.rule == "V101"]
    assert address_of(gap, facts) == reverse("plans:place", args=[draft.pk, "dates"])
