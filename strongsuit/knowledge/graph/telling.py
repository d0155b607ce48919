"""What a progress graph says, as sentences and as the rows of a table."""

from collections.abc import Iterable

from strongsuit.knowledge.graph.expected import Expected
from strongsuit.knowledge.graph.shapes import Row, Told
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.words import gettext_noop

EMPTY = gettext_noop("There are no measurements yet.")
BASELINE = gettext_noop("The baseline is %(value)s, measured on %(on)s.")
TARGET = gettext_noop("The target is %(value)s by %(on)s.")
COUNT = gettext_noop("Measurements that count: %(count)d, from %(first)s to %(last)s.")
LATEST = gettext_noop("The latest measurement is %(value)s, on %(on)s.")
AIM_THEN = gettext_noop("On that day the aimline stands at %(value)s.")
RANGE = gettext_noop("The measurements lie between %(low)s and %(high)s.")
HOLLOW = gettext_noop("Measurements that do not count and are drawn hollow: %(count)d.")


def row(point: Point, aim: Expected | None) -> Row:
    return Row(
        on=point.on,
        value=point.value,
        aim=aim.shown(point.on) if aim else None,
        counted=not point.invalid_because,
        because=point.invalid_because,
        setting=point.setting,
        note=point.note,
    )


def description(
    goal: GoalFacts, ordered: tuple[Point, ...], counted: tuple[Point, ...], aim: Expected | None
) -> Iterable[Told]:
    """What the picture says, in the order an eye would take it."""
    if goal.baseline is not None and goal.baseline_on is not None:
        yield Told(BASELINE, {"value": goal.baseline, "on": goal.baseline_on})
    if goal.target is not None and goal.target_on is not None:
        yield Told(TARGET, {"value": goal.target, "on": goal.target_on})
    if not ordered:
        yield Told(EMPTY)
    if counted:
        yield from _told_points(counted, aim)
    if len(ordered) > len(counted):
        yield Told(HOLLOW, {"count": len(ordered) - len(counted)})


def _told_points(counted: tuple[Point, ...], aim: Expected | None) -> Iterable[Told]:
    latest = counted[-1]
    numbers = [point.value for point in counted]
    yield Told(COUNT, {"count": len(counted), "first": counted[0].on, "last": latest.on})
    if len(counted) > 1:
        yield Told(RANGE, {"low": min(numbers), "high": max(numbers)})
    yield Told(LATEST, {"value": latest.value, "on": latest.on})
    if aim and (value := aim.shown(latest.on)) is not None:
        yield Told(AIM_THEN, {"value": value})
