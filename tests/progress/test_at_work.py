"""What the plan makes of a strength: used where it carries the work, helped where that was written down, R-1 to R-6."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from strongsuit.plans.models import Goal, LevelStrength
from strongsuit.progress.at_work import NOTHING, at_work
from strongsuit.progress.models import DataPoint
from strongsuit.students.access import student_for
from tests.cast import TODAY, about


def seen_by(cast, person):
    return at_work(student_for(person, cast.maya.pk), today=TODAY)


def first_goal(cast):
    return Goal.objects.filter(plan=cast.plan).order_by("order").first()


def test_what_carries_a_goal_is_used(cast):
    assert {cast.items["ear"].pk, cast.items["draw"].pk} <= seen_by(cast, cast.ruiz).used


def test_a_note_on_the_work_that_names_the_strength_makes_it_helped(cast):
    goal = first_goal(cast)
    assert cast.items["ear"].pk not in seen_by(cast, cast.ruiz).helped
    note = {"goal": goal, "value": Decimal(60), "by": cast.ruiz, "by_name": "Elena Ruiz"}
    after = goal.baseline_on + timedelta(days=30)
    DataPoint.objects.create(**about(cast.maya), **note, on=after, once=uuid4(), note="A loud morning")
    assert cast.items["ear"].pk not in seen_by(cast, cast.ruiz).helped
    told = "Understood the page after listening to it first, as she understands a lot when listening"
    set_aside = DataPoint.objects.create(
        **about(cast.maya), **note, on=after, once=uuid4(), note=told, invalid_because="fire drill"
    )
    assert cast.items["ear"].pk not in seen_by(cast, cast.ruiz).helped
    DataPoint.objects.filter(pk=set_aside.pk).update(invalid_because="")
    assert cast.items["ear"].pk in seen_by(cast, cast.ruiz).helped


def test_only_who_reads_drafts_is_told_what_a_draft_lacks(cast):
    draft = cast.plan
    LevelStrength.objects.filter(level__plan=draft).delete()
    assert any("without a strength" in asked for asked, _next in seen_by(cast, cast.ruiz).asks)
    for person in (cast.nguyen, cast.rosa, cast.maya_account):
        assert seen_by(cast, person).asks == ()


def test_without_a_plan_there_is_nothing_to_tell(cast):
    assert at_work(student_for(cast.stranger, cast.leo.pk), today=TODAY) == NOTHING


@pytest.mark.parametrize("person", ["ruiz", "rosa", "maya_account", "nguyen"])
def test_a_fixed_number_of_questions(cast, person, django_assert_max_num_queries):
    student = student_for(getattr(cast, person), cast.maya.pk)
    with django_assert_max_num_queries(40):
        at_work(student, today=TODAY)
