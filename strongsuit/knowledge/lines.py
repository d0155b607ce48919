"""Lines through measurements: the aimline, trends with their error, and when they ask the team a question.

Time runs in weeks. A rule here raises a question for the team; it never changes a plan and never gives a growth word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import atan, cos, pi, sin, sqrt
from statistics import mean, median

from strongsuit.knowledge.shapes import Point
from strongsuit.knowledge.terms import Measure, Schedule, Term
from strongsuit.knowledge.words import gettext_noop

PROBES_FOR_A_BASELINE = 3
FEWEST_POINTS, FEWEST_WEEKS = 6, 4
TREND_POINTS, TREND_WEEKS = 8, 6
CONFIDENCE = 0.95
SCHOOL_DAYS_BETWEEN = {
    Schedule.DAILY: Fraction(1),
    Schedule.TWICE_WEEKLY: Fraction(5, 2),
    Schedule.WEEKLY: Fraction(5),
    Schedule.BIWEEKLY: Fraction(10),
    Schedule.MONTHLY: Fraction(21),
}


class Question(Term):
    """What a rule asks the team."""

    NOT_ENOUGH = "not_enough", gettext_noop("Not enough data for a rule to say anything.")
    NONE = "none", gettext_noop("No rule asks for a change.")
    CONSIDER_CHANGE = "consider_change", gettext_noop("The last points are all behind the aimline. Consider a change.")
    CONSIDER_RAISING = "consider_raising", gettext_noop("The last points are all ahead. Consider raising the goal.")
    INSUFFICIENT = "insufficient", gettext_noop("The trend is clearly slower than the aimline. Consider a change.")


@dataclass(frozen=True, slots=True)
class Aimline:
    """The straight line from the baseline to the target."""

    start_on: date
    baseline: Fraction
    target_on: date
    target: Fraction

    @property
    def rate(self) -> Fraction:
        """The growth a week that reaches the target in time."""
        return (self.target - self.baseline) / weeks(self.start_on, self.target_on)

    @property
    def sign(self) -> int:
        return 1 if self.target >= self.baseline else -1

    def at(self, on: date) -> Fraction:
        return self.baseline + self.rate * weeks(self.start_on, on)


@dataclass(frozen=True, slots=True)
class Trend:
    """The least-squares line; ``error`` is the slope's standard error, and 0 where two points leave none to see."""

    start_on: date
    slope: Fraction
    intercept: Fraction
    count: int
    mean_week: Fraction
    spread: Fraction
    scatter: float

    @property
    def error(self) -> float:
        return self.scatter / sqrt(self.spread)

    def at(self, on: date) -> Fraction:
        return self.intercept + self.slope * weeks(self.start_on, on)

    def slope_interval(self) -> tuple[float, float] | None:
        """Where the true slope lies with 95 % confidence; none from fewer than three points."""
        if self.count < 3:
            return None
        reach = t_quantile(self.count - 2) * self.error
        return float(self.slope) - reach, float(self.slope) + reach

    def projected(self, on: date) -> tuple[float, float] | None:
        """Where one more measurement on ``on`` would fall with 95 % confidence, if the trend holds."""
        if self.count < 3:
            return None
        away = float(weeks(self.start_on, on) - self.mean_week)
        reach = t_quantile(self.count - 2) * self.scatter * sqrt(1 + 1 / self.count + away * away / float(self.spread))
        return float(self.at(on)) - reach, float(self.at(on)) + reach


def weeks(start: date, end: date) -> Fraction:
    return Fraction((end - start).days, 7)


def usable(points: Iterable[Point]) -> tuple[Point, ...]:
    """The valid points in order of time."""
    return tuple(sorted((point for point in points if not point.invalid_because), key=lambda point: point.on))


def baseline_of(probes: Sequence[Decimal]) -> Decimal | None:
    """The median of at least three probes; fewer make no baseline."""
    return median(probes) if len(probes) >= PROBES_FOR_A_BASELINE else None


def aimline(start_on: date, baseline: Decimal, target_on: date, target: Decimal) -> Aimline | None:
    """The line to the target; none where there is no time between the dates."""
    if target_on <= start_on:
        return None
    return Aimline(start_on, Fraction(baseline), target_on, Fraction(target))


def has_slope(measure: Measure | None) -> bool:
    """Whether steps of the measure are equal: levels of a rubric or of help change, but have no rate."""
    return measure not in (Measure.RUBRIC, Measure.PROMPT_LEVEL)


def least_squares(points: Iterable[Point]) -> Trend | None:
    """The trend of the valid points; none unless they fall on two days at least."""
    valid = usable(points)
    if not valid or valid[0].on == valid[-1].on:
        return None
    times = [weeks(valid[0].on, point.on) for point in valid]
    values = [Fraction(point.value) for point in valid]
    mean_time, mean_value = mean(times), mean(values)
    spread = mean((time - mean_time) ** 2 for time in times) * len(valid)
    together = mean((time - mean_time) * (value - mean_value) for time, value in zip(times, values, strict=True))
    slope = together * len(valid) / spread
    intercept = mean_value - slope * mean_time
    missed = sum((value - intercept - slope * time) ** 2 for time, value in zip(times, values, strict=True))
    scatter = sqrt(missed / (len(valid) - 2)) if len(valid) > 2 else 0.0
    return Trend(valid[0].on, slope, intercept, len(valid), mean_time, spread, scatter)


def theil_sen(points: Iterable[Point]) -> Fraction | None:
    """The median slope between all pairs of days, a week; one odd point hardly moves it."""
    pairs = [(one, other) for one, other in combinations(usable(points), 2) if other.on > one.on]
    if not pairs:
        return None
    # Five hundred points make 125,000 pairs: only the middle ones are worth exact fractions.
    pairs.sort(key=lambda pair: float(pair[1].value - pair[0].value) / (pair[1].on - pair[0].on).days)
    middle = pairs[(len(pairs) - 1) // 2 : len(pairs) // 2 + 1]
    return mean(Fraction(other.value - one.value) / weeks(one.on, other.on) for one, other in middle)


def tukey(points: Iterable[Point]) -> Fraction | None:
    """Tukey's slope a week: from the median of the first third in time to that of the last third."""
    valid = usable(points)
    third = -(-len(valid) // 3) if len(valid) % 3 == 2 else len(valid) // 3
    if not third:
        return None
    first, last = valid[:third], valid[-third:]
    apart = _middle_week(valid[0].on, last) - _middle_week(valid[0].on, first)
    return (_middle_value(last) - _middle_value(first)) / apart if apart else None


def pace_percent(trend: Trend, line: Aimline) -> Fraction | None:
    """The trend's speed as a percent of the needed rate."""
    return 100 * trend.slope / line.rate if line.rate else None


def four_point_rule(points: Iterable[Point], line: Aimline, below: int = 4, above: int = 4) -> Question:
    """Whether the last points all lie on one side of the aimline; some guides ask for 3 below and 6 above."""
    valid = usable(points)
    if len(valid) < FEWEST_POINTS or weeks(valid[0].on, valid[-1].on) < FEWEST_WEEKS:
        return Question.NOT_ENOUGH
    ahead = [line.sign * (Fraction(point.value) - line.at(point.on)) for point in valid]
    if len(ahead) >= below and all(gap < 0 for gap in ahead[-below:]):
        return Question.CONSIDER_CHANGE
    if len(ahead) >= above and all(gap > 0 for gap in ahead[-above:]):
        return Question.CONSIDER_RAISING
    return Question.NONE


def trend_rule(points: Iterable[Point], line: Aimline) -> Question:
    """Whether the trend is slower than the needed rate by more than chance explains."""
    valid = usable(points)
    trend = least_squares(valid)
    if trend is None or trend.count < TREND_POINTS or weeks(valid[0].on, valid[-1].on) < TREND_WEEKS:
        return Question.NOT_ENOUGH
    low, high = trend.slope_interval() or (0.0, 0.0)
    slower = high < line.rate if line.sign > 0 else low > line.rate
    return Question.INSUFFICIENT if slower else Question.NONE


def is_gap(school_days_without: int, schedule: Schedule) -> bool:
    """Whether a goal has gone unmeasured for more than twice the time between two planned points."""
    return school_days_without > 2 * SCHOOL_DAYS_BETWEEN[schedule]


@lru_cache(maxsize=512)
def t_quantile(freedom: int) -> float:
    """Student's t that leaves 2.5 % above it, found by halving; Abramowitz and Stegun 26.7.3 and 26.7.4."""
    low, high = 0.0, 13.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if _t_within(middle, freedom) < CONFIDENCE else (low, middle)
    return (low + high) / 2


def _t_within(t: float, freedom: int) -> float:
    """The chance that a t value lies between -t and t."""
    angle = atan(t / sqrt(freedom))
    square = cos(angle) ** 2
    term = cos(angle) if freedom % 2 else 1.0
    total = 0.0
    for number in range(1 + freedom % 2, freedom, 2):
        total += term
        term *= square * number / (number + 1)
    if freedom % 2:
        return 2 / pi * (angle + sin(angle) * total)
    return sin(angle) * total


def _middle_week(start: date, points: Sequence[Point]) -> Fraction:
    return median(weeks(start, point.on) for point in points)


def _middle_value(points: Sequence[Point]) -> Fraction:
    return median(Fraction(point.value) for point in points)
