"""Measurements and deliveries as facts, and the growth they amount to."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Min, Q, Sum

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.growth import Conditions, Growth, growth_of
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure, PlanKind
from strongsuit.plans.models import Goal, ServiceGoal
from strongsuit.progress.models import DataPoint, Delivery, SupportGiven

# What makes two rows the same version of one goal: with one of these changed, growth is counted anew (1.3).
SAME = ("unit", "measure", "baseline", "baseline_on", "target")

# The full mark that a unit names, as in "of 8 steps" or "correct out of 20"; "words of 5 letters" names none.
FULL_MARK = re.compile(r"(?:^|\bout )of (\d{1,3})(?![\d.,])|\bof (\d{1,3})$")
# Fewer taps than these are chance.
ENOUGH_TAPS = 5
PERCENT = re.compile(r"%|\bpercent\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A goal with the earlier goals whose measurements are its own, because only the plan around it was renewed.

    ``former`` is the version before, whose growth was closed; ``changed`` and ``former_target`` speak of an amendment
    that gave the goal new numbers.
    """

    goals: tuple[int, ...]
    former: int | None = None
    changed: bool = False
    former_target: Decimal | None = None


def full_mark(unit: str) -> Decimal | None:
    """The most that can be counted in this unit, where it says so."""
    found = FULL_MARK.search(unit.strip().casefold())
    return Decimal(found[1] or found[2]) if found else None


def most_of(goal: Goal) -> Decimal | None:
    """The highest number that a measurement of this goal can be; its own target is never out of reach."""
    if goal.measure == Measure.PERCENT_CORRECT or PERCENT.search(goal.unit.casefold()):
        return Decimal(100)
    full = full_mark(goal.unit)
    return max(full, goal.baseline or full, goal.target or full) if full is not None else None


def lines_of(goals: Iterable[int]) -> dict[int, Line]:
    """The line of each goal, in one query however many plans came before."""
    goals = list(goals)
    continuing = Goal.objects.filter(pk__in=goals, continues__isnull=False).values("student")
    rows = Goal.objects.filter(student__in=continuing).values("pk", "continues", "plan__kind", *SAME)
    known = {row["pk"]: row for row in rows}
    return {goal: _line(goal, known) for goal in goals}


def _line(goal: int, known: Mapping[int, dict[str, Any]]) -> Line:
    same = [goal]
    row = known.get(goal)
    while row and (former := known.get(row["continues"])):
        if any(row[name] != former[name] for name in SAME):
            # A new year's goal is a new goal; only an amendment changes one that is under way.
            if row["plan__kind"] != PlanKind.AMENDMENT:
                return Line(tuple(same), former["pk"])
            return Line(tuple(same), former["pk"], changed=True, former_target=_comparable(former, row))
        if former["pk"] in same:
            break
        same.append(former["pk"])
        row = former
    return Line(tuple(same))


def _comparable(former: Mapping[str, Any], row: Mapping[str, Any]) -> Decimal | None:
    """The target before it was moved, where growth toward it can be told in the same numbers."""
    old, new, start = former["target"], row["target"], row["baseline"]
    probe = all(former[name] == row[name] for name in ("unit", "measure"))
    if not probe or old is None or new is None or start is None or old == new or start in (old, new):
        return None
    return old if (old > start) == (new > start) else None


def points_of(goals: Iterable[int], lines: Mapping[int, Line] | None = None) -> dict[int, list[Point]]:
    """The points of each goal and of the unchanged goals it continues, oldest first, in two queries at most."""
    lines = lines_of(goals) if lines is None else lines
    owner: dict[int, list[int]] = defaultdict(list)
    for goal, line in lines.items():
        for part in line.goals:
            owner[part].append(goal)
    rows = DataPoint.objects.filter(goal__in=list(owner)).order_by("on", "made_at", "id")
    found: dict[int, list[Point]] = defaultdict(list)
    for goal, on, value, invalid, note, setting in rows.values_list(
        "goal", "on", "value", "invalid_because", "note", "setting"
    ):
        for own in owner[goal]:
            found[own].append(Point(on, value, invalid, note, setting))
    return found


def delivered(lines: Mapping[int, Line], *, until: date, since: date | None = None) -> dict[int, Decimal]:
    """The share of planned support minutes that was given for each goal, where it is known."""
    rows = Delivery.objects.filter(goal__in={part for line in lines.values() for part in line.goals})
    rows = rows.filter(first_day__lte=until, last_day__gte=since or date.min)
    sums = rows.values("goal").annotate(planned=Sum("planned_minutes"), given=Sum("given_minutes"))
    found = {row["goal"]: (row["planned"], row["given"]) for row in sums}
    shares = {}
    for goal, line in lines.items():
        parts = [found[part] for part in line.goals if part in found]
        planned = sum(part[0] for part in parts)
        if planned:
            shares[goal] = Decimal(sum(part[1] for part in parts)) / Decimal(planned)
    for goal, share in supported(lines, until=until, since=since).items():
        # Minutes and supports are both promised; what was given less of is what stands before growth.
        shares[goal] = min(share, shares.get(goal, share))
    return shares


def supported(lines: Mapping[int, Line], *, until: date, since: date | None = None) -> dict[int, Decimal]:
    """How often the supports for each goal's need were given, of the times anybody told of them; few tell nothing."""
    every = {part: goal for goal, line in lines.items() for part in line.goals}
    rows = SupportGiven.objects.filter(
        accommodation__links__need__goals__in=list(every), on__range=(since or date.min, until), given__isnull=False
    )
    counted = rows.values_list("accommodation__links__need__goals").annotate(
        yes=Count("pk", filter=Q(given=True)), told=Count("pk")
    )
    found: dict[int, tuple[int, int]] = {}
    for part, yes, told in counted:
        if (goal := every.get(part)) is not None:
            before = found.get(goal, (0, 0))
            found[goal] = (before[0] + yes, before[1] + told)
    return {goal: Decimal(yes) / Decimal(told) for goal, (yes, told) in found.items() if told >= ENOUGH_TAPS}


def service_starts(goals: Iterable[int]) -> dict[int, date]:
    """The day on which the first service for each goal begins."""
    links = ServiceGoal.objects.filter(goal__in=list(goals), service__starts_on__isnull=False)
    return dict(links.values_list("goal").annotate(first=Min("service__starts_on")).order_by())


def growths(
    goals: Iterable[GoalFacts],
    points: Mapping[int, list[Point]],
    *,
    calendar: SchoolCalendar,
    today: date,
    since: date | None = None,
    lines: Mapping[int, Line] | None = None,
) -> dict[str, Growth]:
    """The growth of each goal on ``today``, by the goal's id; ``since`` is where the school's part is counted from."""
    goals = list(goals)
    lines = lines_of(int(goal.id) for goal in goals) if lines is None else lines
    shares = delivered(lines, until=today, since=since)
    starts = service_starts(goal for goal in lines if not points.get(goal))
    return {
        goal.id: growth_of(
            goal,
            points.get(int(goal.id), ()),
            calendar=calendar,
            today=today,
            conditions=_conditions(lines[int(goal.id)], shares.get(int(goal.id)), starts.get(int(goal.id))),
        )
        for goal in goals
    }


def _conditions(line: Line, share: Decimal | None, starts_on: date | None) -> Conditions:
    found = Conditions(delivered=share, service_starts_on=starts_on, goal_changed=line.changed)
    return replace(found, former_target=line.former_target) if line.former_target is not None else found
