"""Days to places from left to right, values to places from bottom to top, and the numbers along both."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from strongsuit.knowledge.shapes import GoalFacts, Point

WIDTH, HEIGHT = 720, 360
LEFT, RIGHT, TOP, BOTTOM = 64, 700, 20, 316
STEPS_ABOUT, MONTHS_AT_MOST = 5, 12


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to x and values to y; ``values`` are the rounded numbers on the left, lowest first."""

    first: date
    last: date
    values: tuple[Decimal, ...]

    @classmethod
    def of(cls, goal: GoalFacts, points: tuple[Point, ...], today: date) -> "Scale":
        days = [point.on for point in points]
        days += [on for on in (goal.baseline_on, goal.target_on) if on]
        days = days or [today]
        numbers = [point.value for point in points]
        numbers += [value for value in (goal.baseline, goal.target, goal.band_low, goal.band_high) if value is not None]
        return cls(min(days), max(days), _round_numbers(numbers or [Decimal(0), Decimal(1)]))

    def holds(self, on: date) -> bool:
        return self.first <= on <= self.last

    def x(self, on: date) -> int:
        if self.first == self.last:
            return (LEFT + RIGHT) // 2
        return LEFT + round(Fraction((on - self.first).days * (RIGHT - LEFT), (self.last - self.first).days))

    def y(self, value: Decimal | Fraction) -> int:
        low, high = Fraction(self.values[0]), Fraction(self.values[-1])
        return BOTTOM - round((Fraction(value) - low) / (high - low) * (BOTTOM - TOP))


def _round_numbers(numbers: list[Decimal]) -> tuple[Decimal, ...]:
    """Numbers that people read easily, in steps of 1, 2 or 5 with any power of ten, around all of ``numbers``."""
    low, high = Fraction(min(numbers)), Fraction(max(numbers))
    if low == high:
        # A margin in proportion: a level of 3 and one of 3000 both stand in the middle.
        margin = max(abs(low) / 10, Fraction(1))
        low, high = (max(low - margin, Fraction(0)) if low >= 0 else low - margin), high + margin
    step = _step((high - low) / STEPS_ABOUT)
    first, last = floor(low / Fraction(step)), ceil(high / Fraction(step))
    return tuple(step * number for number in range(first, last + 1))


def _step(least: Fraction) -> Decimal:
    """The smallest of 1, 2, 5 times a power of ten that is at least ``least``."""
    power = (Decimal(least.numerator) / Decimal(least.denominator)).adjusted()
    steps = (Decimal(digit).scaleb(power) for digit in (1, 2, 5, 10))
    step = next((step for step in steps if Fraction(step) >= least), Decimal(10).scaleb(power))
    return Decimal(int(step)) if step >= 1 else step.normalize()


def months(first: date, last: date) -> tuple[date, ...]:
    """First days of months, thinned to at most a dozen; a short graph has its first day instead."""
    number_of = last.year * 12 + last.month - first.year * 12 - first.month + 1
    every = ceil(number_of / MONTHS_AT_MOST)
    start = first.year * 12 + first.month - 1
    found = (date(number // 12, number % 12 + 1, 1) for number in range(start, start + number_of))
    inside = tuple(day for day in found if first <= day <= last)[::every]
    return inside or (first,)
