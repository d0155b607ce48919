"""A progress graph as places and words, so that the page and the paper draw the same picture.

Places are whole units from the top left of a ``WIDTH`` by ``HEIGHT`` picture: no number here changes with a language.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from strongsuit.knowledge.calendar import Break, SchoolCalendar
from strongsuit.knowledge.graph.expected import Expected
from strongsuit.knowledge.graph.scale import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH, Scale, months
from strongsuit.knowledge.graph.shapes import Box, DayTick, Dot, Graph, Line, Phase, PhaseLine, Spot, ValueTick
from strongsuit.knowledge.graph.telling import description, row
from strongsuit.knowledge.shapes import GoalFacts, Point


def progress_graph(
    goal: GoalFacts,
    points: Iterable[Point],
    *,
    today: date,
    calendar: SchoolCalendar | None = None,
    phases: Iterable[Phase] = (),
) -> Graph:
    """The picture of ``goal`` with its measurements up to now; it stands for any number of points, also none.

    With a ``calendar`` the aimline rests while school does, as the growth word counts; without one it is straight.
    """
    ordered = tuple(sorted((point for point in points if point.on <= today), key=lambda point: point.on))
    scale = Scale.of(goal, ordered, today)
    counted = tuple(point for point in ordered if not point.invalid_because)
    shown = tuple(sorted((phase for phase in phases if scale.holds(phase.on)), key=lambda phase: phase.on))
    aim = Expected.of(goal, calendar)
    return Graph(
        width=WIDTH,
        height=HEIGHT,
        plot=Box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP),
        unit=goal.unit,
        value_ticks=tuple(ValueTick(scale.y(value), value) for value in scale.values),
        month_ticks=tuple(DayTick(scale.x(on), on) for on in months(scale.first, scale.last)),
        dots=tuple(Dot(scale.x(each.on), scale.y(each.value), each, not each.invalid_because) for each in ordered),
        runs=_runs(scale, counted, shown),
        baseline=_spot(scale, goal.baseline_on, goal.baseline),
        baseline_line=_level(scale, goal.baseline),
        aimline=tuple(Spot(scale.x(on), scale.y(value)) for on, value in aim.corners()) if aim else (),
        target_line=_level(scale, goal.target),
        band=_band(scale, goal),
        breaks=tuple(box for each in (calendar.breaks() if calendar else ()) if (box := _break(scale, each))),
        phases=tuple(PhaseLine(scale.x(phase.on), phase) for phase in shown),
        today=scale.x(today) if scale.holds(today) else None,
        count=len(counted),
        rows=tuple(row(point, aim) for point in ordered),
        description=tuple(description(goal, ordered, counted, aim)),
    )


def _runs(scale: Scale, points: tuple[Point, ...], phases: tuple[Phase, ...]) -> tuple[tuple[Spot, ...], ...]:
    starts = [phase.on for phase in phases]
    runs: dict[int, list[Spot]] = {}
    for point in points:
        phase = sum(start <= point.on for start in starts)
        runs.setdefault(phase, []).append(Spot(scale.x(point.on), scale.y(point.value)))
    return tuple(tuple(run) for run in runs.values())


def _spot(scale: Scale, on: date | None, value: Decimal | None) -> Spot | None:
    return None if on is None or value is None else Spot(scale.x(on), scale.y(value))


def _level(scale: Scale, value: Decimal | None) -> Line | None:
    return None if value is None else Line(LEFT, scale.y(value), RIGHT, scale.y(value))


def _band(scale: Scale, goal: GoalFacts) -> Box | None:
    if goal.band_low is None or goal.band_high is None:
        return None
    top, bottom = sorted((scale.y(goal.band_high), scale.y(goal.band_low)))
    return Box(LEFT, top, RIGHT - LEFT, bottom - top)


def _break(scale: Scale, found: Break) -> Box | None:
    first, last = max(found.first, scale.first), min(found.last + timedelta(days=1), scale.last)
    if first >= last:
        return None
    return Box(scale.x(first), TOP, scale.x(last) - scale.x(first), BOTTOM - TOP)
