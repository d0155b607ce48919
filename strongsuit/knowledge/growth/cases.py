"""Growth of a goal as plans and calendars state it, and the goals that need more than one look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.growth.computing import POINTS_FOR_A_WORD, grow
from strongsuit.knowledge.growth.shapes import Aim, Around, Growth, Mark, Pause, exact
from strongsuit.knowledge.growth.words import GrowthWord, NoWord, Pace
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure, Term
from strongsuit.knowledge.words import gettext_noop

# Levels in a row without equal steps: three points are the least that says anything.
ORDINAL = (Measure.RUBRIC, Measure.PROMPT_LEVEL)
MANAGER_AFTER, LEAD_AFTER = 15, 30


class GapDuty(Term):
    """Whose task it is that a goal has gone unmeasured."""

    MANAGER = "manager", gettext_noop("The goal's manager collects a point.")
    LEAD = "lead", gettext_noop("The special education lead steps in.")


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a goal's own facts do not say; ``former_target`` is the target before the team moved it."""

    little: Decimal = Decimal("0.50")
    delivered: Decimal | None = None
    service_starts_on: date | None = None
    former_target: Decimal | None = None
    goal_changed: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """Several looks at one goal: the lower word counts, every part is shown."""

    overall: Growth
    parts: dict[str, Growth]
    strong_in: tuple[str, ...] = ()
    next_in: tuple[str, ...] = ()


def growth_of(
    goal: GoalFacts,
    points: Iterable[Point],
    *,
    calendar: SchoolCalendar,
    today: date,
    conditions: Conditions | None = None,
) -> Growth:
    """The growth of ``goal`` on ``today``; ``points`` are those of this version of the goal."""
    points = sorted((point for point in points if point.on <= today), key=lambda point: point.on)
    conditions = conditions or Conditions()
    valid = [point for point in points if not point.invalid_because]
    found = _found(goal, valid, calendar, today, conditions)
    return replace(found, on=today, target_on=goal.target_on, unit=goal.unit, invalid=len(points) - len(valid))


def lower_of(parts: Mapping[str, Growth]) -> Together:
    """One goal with several criteria: its growth is that of the lowest one.

    "Needs more support" stands whatever the others say; short of that, a criterion without a word leaves the goal
    without one, for the lower word cannot be known.
    """
    return Together(overall=min(parts.values(), key=_rank), parts=dict(parts))


def by_setting(
    goal: GoalFacts,
    points: Iterable[Point],
    *,
    calendar: SchoolCalendar,
    today: date,
    conditions: Conditions | None = None,
) -> Together:
    """Growth per setting where at least two settings have three points; otherwise all points count together."""
    points = tuple(points)
    parts = {}
    for setting in dict.fromkeys(point.setting for point in points if point.setting):
        here = [point for point in points if point.setting == setting]
        found = growth_of(goal, here, calendar=calendar, today=today, conditions=conditions)
        if found.points >= POINTS_FOR_A_WORD:
            parts[setting] = found
    if len(parts) < 2:
        pooled = growth_of(goal, points, calendar=calendar, today=today, conditions=conditions)
        return Together(overall=pooled, parts=parts)
    worded = {setting: found for setting, found in parts.items() if found.word}
    ranks = {setting: _rank(found) for setting, found in worded.items()}
    if len(set(ranks.values())) < 2:
        return lower_of(parts)
    best = max(ranks.values())
    strong_in = tuple(setting for setting in ranks if ranks[setting] == best)
    return replace(lower_of(parts), strong_in=strong_in, next_in=tuple(one for one in ranks if one not in strong_in))


def attainment_aim(start: Fraction, end: Fraction) -> Aim:
    """Goal attainment scaling: from -2, the usual start, to 0, what was expected; one point there is enough."""
    return Aim(Fraction(-2), Fraction(0), start, end, run=1, smallest_change=Fraction(1))


def attainment_t(levels: Iterable[tuple[Decimal, int]], together: Decimal = Decimal("0.30")) -> Decimal:
    """Kiresuk and Sherman's T (1968) of ``(weight, level)`` pairs: a school's summary, never shown to a student."""
    levels = tuple(levels)
    total = sum((weight for weight, _ in levels), Decimal(0))
    squares = sum((weight * weight for weight, _ in levels), Decimal(0))
    if total <= 0:
        raise ValueError("A goal attainment summary needs at least one goal with a weight above zero.")
    score = sum((weight * level for weight, level in levels), Decimal(0))
    return 50 + 10 * score / ((1 - together) * squares + together * total * total).sqrt()


def grow_by_steps(
    done: int,
    steps: int,
    *,
    end: Fraction,
    day: Fraction,
    around: Around | None = None,
    little: Fraction = Fraction(1, 2),
) -> Growth:
    """A goal that happens once, split into ``steps``: the share is steps done, and a done step needs no confirming."""
    if not 0 <= done <= steps or steps < 1:
        raise ValueError("The steps done lie between none and all of at least one step.")
    aim = Aim(Fraction(0), Fraction(steps), Fraction(0), end, run=1, smallest_change=Fraction(1), little=little)
    waiting = not done and around is not None and around.service_start is not None and around.service_start > day
    # A count of steps is no sample: standing for three equal points, it is never few and never stale.
    marks = () if waiting else (Mark(day, Fraction(done)),) * POINTS_FOR_A_WORD
    return replace(grow(aim, marks, day, around), points=done)


def gap_duty(school_days_without: int) -> GapDuty | None:
    """Who acts when a goal has had no point for so many school days."""
    if school_days_without >= LEAD_AFTER:
        return GapDuty.LEAD
    return GapDuty.MANAGER if school_days_without >= MANAGER_AFTER else None


def state_key(growth: Growth) -> str:
    """The row of a district's table of state progress codes; empty where there is nothing to report."""
    if growth.word == GrowthWord.CONTINUES:
        return "continues_behind" if growth.pace_word == Pace.BEHIND else "continues_on_pace"
    if growth.word:
        return growth.word.value
    return NoWord.NOT_STARTED.value if growth.no_word == NoWord.NOT_STARTED else ""


def _found(
    goal: GoalFacts, valid: list[Point], calendar: SchoolCalendar, today: date, conditions: Conditions
) -> Growth:
    axis = _Axis.of(goal, calendar, today)
    aim = _aim(goal, axis, conditions)
    if axis is None or aim is None:
        return _incomplete(goal, valid, conditions)
    marks = [Mark(axis.day(point.on), exact(point.value)) for point in valid]
    found = grow(aim, marks, axis.day(today), _around(axis, today, conditions))
    return replace(found, reached_on=next((point.on for point in valid if axis.day(point.on) == found.reached), None))


def _rank(growth: Growth) -> int:
    order = (GrowthWord.NEEDS, None, GrowthWord.CONTINUES, GrowthWord.BIG)
    return order.index(growth.word)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Dates as school days since the baseline."""

    calendar: SchoolCalendar
    start: date
    end: date

    @classmethod
    def of(cls, goal: GoalFacts, calendar: SchoolCalendar, today: date) -> "_Axis | None":
        if goal.baseline_on is None or goal.target_on is None:
            return None
        known = calendar.reaching(goal.baseline_on).reaching(max(goal.target_on, today))
        return cls(known, goal.baseline_on, goal.target_on)

    def day(self, on: date) -> Fraction:
        return Fraction(self.calendar.school_days_between(self.start, on))


def _aim(goal: GoalFacts, axis: _Axis | None, conditions: Conditions) -> Aim | None:
    if axis is None or goal.baseline is None or goal.target is None:
        return None
    band = None
    if goal.band_low is not None and goal.band_high is not None:
        band = (exact(goal.band_low), exact(goal.band_high))
    return Aim(
        baseline=exact(goal.baseline),
        target=exact(goal.target),
        start=Fraction(0),
        end=axis.day(axis.end),
        run=goal.mastery_run,
        smallest_change=None if goal.smallest_change is None else exact(goal.smallest_change),
        band=band,
        little=exact(conditions.little),
        ordinal=goal.measure in ORDINAL,
        former_target=None if conditions.former_target is None else exact(conditions.former_target),
    )


def _around(axis: _Axis, today: date, conditions: Conditions) -> Around:
    # A break before the baseline is in the baseline already: there is nothing to recover from.
    pauses = tuple(
        Pause(found.days, axis.day(found.last)) for found in axis.calendar.breaks() if axis.start < found.last < today
    )
    starts_on = conditions.service_starts_on
    return Around(
        delivered=None if conditions.delivered is None else exact(conditions.delivered),
        pauses=pauses,
        service_start=None if starts_on is None else _service_day(axis, starts_on, today),
        goal_changed=conditions.goal_changed,
    )


def _service_day(axis: _Axis, starts_on: date, today: date) -> Fraction:
    # A service that begins after a weekend stands on the same school day as today; it is still to come.
    return axis.day(starts_on) if starts_on <= today else max(axis.day(starts_on), axis.day(today) + 1)


def _incomplete(goal: GoalFacts, valid: list[Point], conditions: Conditions) -> Growth:
    return Growth(
        word=None,
        no_word=NoWord.INCOMPLETE,
        decided_by=None,
        baseline=None if goal.baseline is None else exact(goal.baseline),
        target=None if goal.target is None else exact(goal.target),
        points=len(valid),
        delivered=None if conditions.delivered is None else exact(conditions.delivered),
    )
