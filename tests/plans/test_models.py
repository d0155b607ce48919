"""What the tables of plans refuse by themselves."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from strongsuit.plans import actions_beside
from strongsuit.plans.models import Goal, LevelStrength, Plan, Question, SummaryReading, Weave
from strongsuit.strengths.models import Item
from tests.cast import NOW, about


def refused():
    return pytest.raises(IntegrityError) if connection.vendor == "sqlite" else pytest.raises(Exception)  # noqa: B017


def refuses(*deeds):
    for deed in deeds:
        with refused(), transaction.atomic():
            deed()


def test_a_question_and_its_answer_never_change(cast, in_effect):
    asked = actions_beside.ask_question(by=cast.rosa, plan=in_effect, words="Who?", at=NOW, once=uuid4())
    asked.student = in_effect.student = cast.maya
    actions_beside.answer_question(by=cast.ruiz, question=asked, words="Ms. Silva.", at=NOW)
    row = Question.objects.filter(pk=asked.pk)
    refuses(lambda: row.update(words="Why?"), lambda: row.update(answer="Nobody."), lambda: row.delete())


def test_a_reading_stays(cast, in_effect):
    in_effect.student = cast.maya
    actions_beside.read_summary(by=cast.okafor, plan=in_effect, at=NOW)
    rows = SummaryReading.objects.all()
    refuses(lambda: rows.update(read_at=NOW.replace(year=2020)), lambda: rows.delete())


def test_a_goal_never_grows_from_another_childs_strength(cast, draft):
    theirs = Item.objects.create(**about(cast.leo), key="own:x", kind="ability", words="Runs")
    goal, level = draft.goals.first(), draft.presentlevels.first()
    refuses(
        lambda: Weave.objects.create(**about(cast.maya), goal=goal, item=theirs, pattern="W1"),
        lambda: LevelStrength.objects.create(**about(cast.maya), level=level, item=theirs),
        lambda: Goal.objects.create(**about(cast.leo), plan=draft),
    )


def test_a_plan_stands_in_the_district_of_its_student(cast):
    refuses(lambda: Plan.objects.create(student=cast.leo, district=cast.other_district, number=1, kind="initial"))


def test_a_student_has_one_draft_and_one_plan_in_effect(cast, in_effect, draft):
    own = about(cast.maya)
    refuses(
        lambda: Plan.objects.create(**own, number=8, kind="annual"),
        lambda: Plan.objects.create(**own, number=9, kind="annual", state="adopted", adopted_on=NOW.date()),
        lambda: Plan.objects.create(**own, number=draft.number, kind="annual", state="withdrawn"),
    )
