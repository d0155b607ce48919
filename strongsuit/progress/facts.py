"""Measurements and deliveries as facts, and the growth they amount to."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.growth import Conditions, Growth, growth_of
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure
from strongsuit.plans.models import Goal
from strongsuit.progress.models import DataPoint, Delivery


def points_of(goals: Iterable[int]) -> dict[int, list[Point]]:
    """The points of each goal, oldest first, in one query."""
    rows = DataPoint.objects.filter(goal__in=list(goals)).order_by("goal", "on", "id")
    found: dict[int, list[Point]] = defaultdict(list)
    for goal, on, value, invalid, note, setting in rows.values_list(
        "goal", "on", "value", "invalid_because", "note", "setting"
    ):
        found[goal].append(Point(on, value, invalid, note, setting))
    return found


def delivered(goals: Iterable[int], *, until: date) -> dict[int, Decimal]:
    """The share of planned support minutes that was given for each goal, where it is known."""
    sums = Delivery.objects.filter(goal__in=list(goals), last_day__lte=until).values("goal")
    found = sums.annotate(planned=Sum("planned_minutes"), given=Sum("given_minutes")).filter(planned__gt=0)
    return {row["goal"]: Decimal(row["given"]) / Decimal(row["planned"]) for row in found}


def numbers_of(goal: Goal) -> GoalFacts:
    """A goal's numbers without its words' links: all that growth asks for."""
    return GoalFacts(
        id=str(goal.pk),
        need_id=None,
        skill_set=None,
        condition=goal.condition,
        behavior=goal.behavior,
        criterion=goal.criterion,
        baseline=goal.baseline,
        baseline_on=goal.baseline_on,
        target=goal.target,
        target_on=goal.target_on,
        unit=goal.unit,
        measure=Measure(goal.measure) if goal.measure else None,
        measure_text=goal.measure_text,
        schedule=None,
        report_schedule=None,
        responsible=goal.responsible,
        mastery_run=goal.mastery_run,
        smallest_change=goal.smallest_change,
        band_low=goal.band_low,
        band_high=goal.band_high,
        student_words=goal.student_words,
    )


def growths(
    goals: Iterable[GoalFacts], points: dict[int, list[Point]], *, calendar: SchoolCalendar, today: date
) -> dict[str, Growth]:
    """The growth of each goal on ``today``, by the goal's id."""
    goals = list(goals)
    shares = delivered([int(goal.id) for goal in goals], until=today)
    return {
        goal.id: growth_of(
            goal,
            points.get(int(goal.id), ()),
            calendar=calendar,
            today=today,
            conditions=Conditions(delivered=shares.get(int(goal.id))),
        )
        for goal in goals
    }
