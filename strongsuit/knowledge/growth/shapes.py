"""A goal, its measurements and what came out, as exact numbers on an axis of school days."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.growth.words import Flag, GrowthWord, NoWord, Pace, Rule

LITTLE_LOWEST, LITTLE_HIGHEST = Fraction(33, 100), Fraction(66, 100)


def exact(number: Decimal | Fraction | int) -> Fraction:
    """``number`` without rounding; a float has already lost the digits that decide a boundary."""
    if isinstance(number, float):
        raise TypeError("Growth is computed from exact numbers, not from floats.")
    return Fraction(number)


def _make_exact(shape: object, *names: str) -> None:
    for name in names:
        if (value := getattr(shape, name)) is not None:
            object.__setattr__(shape, name, exact(value))


@dataclass(frozen=True, slots=True)
class Mark:
    """A valid measurement on the axis of school days."""

    day: Fraction
    value: Fraction

    def __post_init__(self) -> None:
        _make_exact(self, "day", "value")


@dataclass(frozen=True, slots=True)
class Pause:
    """A break of ``days`` calendar days; ``ended`` is the last school day before lessons began again."""

    days: int
    ended: Fraction

    def __post_init__(self) -> None:
        _make_exact(self, "ended")


@dataclass(frozen=True, slots=True)
class Aim:
    """One version of a goal as numbers; the baseline stands on day ``start``, the target on day ``end``.

    ``run`` points in a row at the target prove it; ``smallest_change`` is what the measure can see at all (a tenth
    of the planned growth if unknown); ``little`` is the share of the growth expected by now that counts as little;
    ``ordinal`` marks rubric and help levels, which never get a word from fewer than three points.
    """

    baseline: Fraction
    target: Fraction
    start: Fraction
    end: Fraction
    run: int = 2
    smallest_change: Fraction | None = None
    band: tuple[Fraction, Fraction] | None = None
    little: Fraction = Fraction(1, 2)
    ordinal: bool = False
    former_target: Fraction | None = None

    def __post_init__(self) -> None:
        _make_exact(self, "baseline", "target", "start", "end", "smallest_change", "little", "former_target")
        if self.band:
            object.__setattr__(self, "band", (exact(self.band[0]), exact(self.band[1])))
        if self.run < 1:
            raise ValueError("At least one point proves that a goal is reached.")
        if not LITTLE_LOWEST <= self.little <= LITTLE_HIGHEST:
            raise ValueError("A district may set what counts as little growth between 0.33 and 0.66.")

    @property
    def sign(self) -> int:
        return 1 if self.target >= self.baseline else -1

    @property
    def planned(self) -> Fraction:
        return abs(self.target - self.baseline)

    @property
    def visible(self) -> Fraction:
        """The smallest change that means anything; one of zero would mean nothing is ever noise."""
        return self.smallest_change if self.smallest_change else self.planned / 10

    def elapsed(self, day: Fraction) -> Fraction:
        if self.end <= self.start:
            return Fraction(day >= self.end)
        return min(max((day - self.start) / (self.end - self.start), Fraction(0)), Fraction(1))

    def expected(self, day: Fraction) -> Fraction:
        """The aimline's value on ``day``."""
        return self.baseline + (self.target - self.baseline) * self.elapsed(day)


@dataclass(frozen=True, slots=True)
class Around:
    """What happened around the measurements; ``delivered`` is the share of planned support that was given."""

    delivered: Fraction | None = None
    pauses: tuple[Pause, ...] = ()
    service_start: Fraction | None = None
    goal_changed: bool = False

    def __post_init__(self) -> None:
        _make_exact(self, "delivered", "service_start")


@dataclass(frozen=True, slots=True)
class Growth:
    """The word with the numbers it may never be shown without (R-14), or the reason why there is none."""

    word: GrowthWord | None
    no_word: NoWord | None
    decided_by: Rule | None
    flags: frozenset[Flag] = frozenset()
    baseline: Fraction | None = None
    target: Fraction | None = None
    now: Fraction | None = None
    share: Fraction | None = None
    elapsed: Fraction | None = None
    pace: Fraction | None = None
    pace_word: Pace | None = None
    points: int = 0
    invalid: int = 0
    in_band: Fraction | None = None
    reached: Fraction | None = None
    before_break: Fraction | None = None
    after_break: Fraction | None = None
    delivered: Fraction | None = None
    little: Fraction = Fraction(1, 2)
    toward_former: "Growth | None" = None
    on: date | None = None
    target_on: date | None = None
    reached_on: date | None = None
    unit: str = ""

    @property
    def many_invalid(self) -> bool:
        """More than a quarter of the points could not be used: somebody looks at how it is measured."""
        return self.invalid * 4 > self.points + self.invalid
