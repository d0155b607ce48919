"""Which measurements belong to a goal, how much support was given, and the growth that follows."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from strongsuit.knowledge.growth import Flag, GrowthWord, NoWord
from strongsuit.knowledge.terms import PlanKind, PlanState
from strongsuit.people.facts import calendar_of
from strongsuit.plans.facts import numbers_of
from strongsuit.plans.models import Goal, Plan, Service, ServiceGoal
from strongsuit.progress.facts import Line, delivered, growths, lines_of, points_of
from strongsuit.progress.models import Delivery
from tests.progress.conftest import measured

TODAY = date(2026, 11, 20)


def follow(goal, *, kind=PlanKind.AMENDMENT, **changed):
    """The goal in the next version of the plan, with what changed."""
    former = goal.plan
    Plan.objects.filter(pk=former.pk).update(
        state=PlanState.SUPERSEDED, adopted_on=former.adopted_on or date(2026, 9, 1), ended_on=date(2026, 9, 30)
    )
    plan = Plan.objects.create(
        district_id=former.district_id, student_id=former.student_id, number=former.number + 1, kind=kind,
        amends=former if kind == PlanKind.AMENDMENT else None, starts_on=former.starts_on, ends_on=former.ends_on,
    )  # fmt: skip
    kept = {
        field.attname: getattr(goal, field.attname)
        for field in Goal._meta.concrete_fields
        if field.name not in {"id", "plan", "need", "continues"}
    }
    return Goal.objects.create(**(kept | changed), plan=plan, continues=goal)


def grown(goal, cast, **how):
    facts = numbers_of(goal)
    return growths([facts], points_of([goal.pk]), calendar=calendar_of(cast.maya.school), today=TODAY, **how)[facts.id]


def test_an_unchanged_goal_keeps_its_measurements_through_a_new_version(cast, reading):
    measured(reading, date(2026, 5, 4), 60, by=cast.ruiz)
    next_one = follow(reading)
    last = follow(next_one)
    measured(last, date(2026, 11, 2), 70, by=cast.ruiz)
    assert lines_of([last.pk])[last.pk] == Line((last.pk, next_one.pk, reading.pk))
    assert [point.value for point in points_of([last.pk])[last.pk]] == [60, 70]
    assert points_of([reading.pk]) == {reading.pk: points_of([last.pk])[last.pk][:1]}


@pytest.mark.parametrize(
    "changed",
    [{"unit": "words in two minutes"}, {"baseline": 50}, {"baseline_on": date(2026, 9, 1)}, {"measure": "count"}],
)
def test_a_changed_goal_begins_anew_and_says_so(cast, reading, changed):
    measured(reading, date(2026, 5, 4), 60, by=cast.ruiz)
    next_one = follow(reading, **changed)
    assert points_of([next_one.pk]) == {}
    assert Flag.GOAL_CHANGED in grown(next_one, cast).flags


def test_a_lowered_target_is_told_beside_the_one_before(cast, reading):
    next_one = follow(reading, baseline=Decimal(60), baseline_on=date(2026, 9, 8), target=Decimal(80))
    for day, value in ((12, 62), (19, 64), (26, 66)):
        measured(next_one, date(2026, 10, day), value, by=cast.ruiz)
    found = grown(next_one, cast)
    assert Flag.TARGET_LOWERED in found.flags and Flag.GOAL_CHANGED in found.flags
    assert found.toward_former is not None and found.toward_former.target == 92


@pytest.mark.parametrize(
    "changed", [{"baseline": Decimal(95), "target": Decimal(120)}, {"unit": "pages", "target": Decimal(5)}]
)
def test_a_former_target_that_cannot_be_told_in_the_same_numbers_is_left_out(cast, reading, changed):
    next_one = follow(reading, **changed)
    assert lines_of([next_one.pk])[next_one.pk] == Line((next_one.pk,), reading.pk, changed=True)


def test_a_new_year_is_a_new_goal_and_not_a_changed_one(cast, reading):
    next_one = follow(reading, kind=PlanKind.ANNUAL, baseline=Decimal(80), baseline_on=date(2026, 11, 2))
    assert lines_of([next_one.pk])[next_one.pk] == Line((next_one.pk,), reading.pk)


def test_measurements_of_one_day_count_in_the_order_they_were_made(cast, reading):
    for minute, value in enumerate((50, 51, 52, 53)):
        made_at = datetime(2026, 5, 4, 15, minute, tzinfo=UTC)
        measured(reading, date(2026, 5, 4), value, by=cast.ruiz, made_at=made_at)
    assert [point.value for point in points_of([reading.pk])[reading.pk]] == [50, 51, 52, 53]


def gave(goal, first, last, planned, given):
    Delivery.objects.create(
        district_id=goal.district_id, student_id=goal.student_id, goal=goal, first_day=first, last_day=last,
        planned_minutes=planned, given_minutes=given,
    )  # fmt: skip


def test_the_schools_part_is_the_share_of_planned_minutes_in_the_period(reading):
    gave(reading, date(2026, 1, 5), date(2026, 1, 29), 400, 100)
    gave(reading, date(2026, 9, 8), date(2026, 11, 13), 1000, 600)
    gave(reading, date(2026, 12, 1), date(2027, 1, 29), 1000, 0)
    lines = lines_of([reading.pk])
    assert delivered(lines, until=TODAY) == {reading.pk: Decimal(700) / Decimal(1400)}
    assert delivered(lines, until=TODAY, since=date(2026, 6, 19)) == {reading.pk: Decimal("0.6")}


def test_minutes_that_nobody_planned_say_nothing(reading):
    gave(reading, date(2026, 9, 8), date(2026, 11, 13), 0, 0)
    assert delivered(lines_of([reading.pk]), until=TODAY) == {}


def test_before_the_service_begins_nobody_is_late_with_measuring(cast, in_effect):
    draft = Plan.objects.create(district_id=cast.maya.district_id, student=cast.maya, number=2, kind=PlanKind.ANNUAL)
    own = {"district_id": cast.maya.district_id, "student": cast.maya}
    goal = Goal.objects.create(
        **own, plan=draft, baseline=1, target=5, baseline_on=date(2026, 11, 2), target_on=date(2027, 11, 1)
    )
    assert grown(goal, cast).no_word == NoWord.NO_DATA
    service = Service.objects.create(
        **own, plan=draft, service_class="special_education", service_type="resource_room", starts_on=date(2026, 12, 1)
    )
    ServiceGoal.objects.create(**own, service=service, goal=goal)
    assert grown(goal, cast).no_word == NoWord.NOT_STARTED


def test_the_number_of_queries_does_not_grow_with_goals(cast, reading, writing, django_assert_num_queries):
    for _number in range(30):
        measured(reading, date(2026, 5, 4), 70, by=cast.ruiz)
        measured(writing, date(2026, 5, 4), 1, by=cast.ruiz)
    last = follow(follow(reading))
    facts, calendar = [numbers_of(goal) for goal in (last, writing)], calendar_of(cast.maya.school)
    # The lines, their points, the minutes given, the supports given.
    with django_assert_num_queries(5):
        points = points_of([last.pk, writing.pk])
        found = growths(facts, points, calendar=calendar, today=date(2026, 5, 8))
    assert found[str(last.pk)].word == GrowthWord.CONTINUES
