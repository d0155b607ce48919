"""Numbers of a goal and the measurements that lead to each growth word, or to each reason for having none."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil
from random import Random

from strongsuit.home.demo.dates import Times
from strongsuit.home.demo.library import Strand

# In a district for measuring, each goal is measured about every two weeks.
SELDOM = 9
EVERY = {"daily": 5, "twice_weekly": 5, "weekly": 5, "biweekly": 10, "monthly": 20}
# The share of the planned growth on each day, as a share of the time that has passed.
PACES = {"on": 1.0, "ahead": 1.3, "behind": 0.72, "needs": 0.15, "gap": 0.2, "recovery": 0.1, "varies": 1.0}
GROWING = {"on", "ahead", "behind", "varies"}
NOTES = (
    "Asked to try once more.", "First time without a reminder.", "With a visitor in the room.", "After a long weekend.",
    "Chose the place by the window.", "Helped a classmate right after.", "A tired morning.", "With the new material.",
)  # fmt: skip
PLACES = ("", "", "", "Class", "Small group", "Library")


@dataclass(frozen=True, slots=True)
class Numbers:
    base: int
    target: int
    smallest: str | None = None
    low: int | None = None
    high: int | None = None
    # The day of the measurement that ``base`` is, where that is not the first day of the plan.
    on: date | None = None

    def earlier(self) -> "Numbers":
        """The same goal one year before: it ended about where this one begins."""
        start = max(0, self.base - max(1, abs(self.target - self.base) // 3) * sign(self.target - self.base))
        return Numbers(start, self.base, self.smallest)


@dataclass(frozen=True, slots=True)
class Measured:
    on: date
    value: int
    invalid: str = ""
    note: str = ""
    setting: str = ""


def sign(number: int) -> int:
    return -1 if number < 0 else 1


def numbers_for(rng: Random, strand: Strand, outcome: str) -> Numbers:
    base = rng.randint(*strand.base)
    target = base + rng.randint(*strand.gain)
    limit = limit_of(strand)
    target = min(target, limit) if limit else target
    smallest = strand.smallest or None
    if outcome in {"kept", "kept_low"}:
        band = max(1, abs(target - base) // 6)
        return Numbers(target, target, smallest, max(0, target - band), target + band)
    return Numbers(base, target, smallest)


def later(numbers: Numbers, strand: Strand, now: int, on: date) -> Numbers:
    """Next year begins at the newest measurement and goes as far again; what is reached in full is kept."""
    if numbers.low is not None:
        return Numbers(now, numbers.target, numbers.smallest, numbers.low, numbers.high, on)
    step = numbers.target - numbers.base
    target = max(now + step, 1)
    limit = limit_of(strand)
    target = min(target, limit) if limit else target
    if (target - now) * sign(step) > 0:
        return Numbers(now, target, numbers.smallest, on=on)
    band = max(1, abs(step) // 6)
    return Numbers(now, now, numbers.smallest, max(0, now - band), now, on)


def limit_of(strand: Strand) -> int | None:
    found = re.search(r"of (\d+)", strand.unit) or re.search(r"\{base\} of (\d+)", strand.measured)
    return int(found[1]) if found else 100 if "percent" in strand.unit else None


def measure(
    rng: Random, strand: Strand, numbers: Numbers, outcome: str, *, times: Times, start: date, end: date, until: date,
    every: int,
) -> list[Measured]:  # fmt: skip
    """The measurements of a goal, one in ``every`` so many school days; ``end`` is the day of the target."""
    days = chosen(times.between(start, until), every, outcome, times)
    if not days:
        return []
    began = times.passed(start)
    total = max(1, times.passed(end) - began)
    passed = [(times.passed(day) - began) / total for day in days]
    now = (times.passed(until) - began) / total
    steps = [stepped(rng, numbers, outcome, share, now, last=len(days) - at) for at, share in enumerate(passed, 1)]
    if outcome in {"big", "slipped"}:
        steps = reaching(steps, strand, numbers, outcome)
    return [reading(rng, strand, numbers, outcome, day, step) for day, step in zip(days, steps, strict=True)]


def chosen(days: tuple[date, ...], every: int, outcome: str, times: Times) -> list[date]:
    if outcome in {"none", "later"}:
        return []
    if outcome == "early":
        return list(days[1::2][:3])
    found = list(days[every - 1 :: every])
    if outcome == "stale":
        return [day for day in found if day <= times.ago(38)] or list(days[:2])
    if outcome == "few":
        return list(days[-4::3])
    return found or list(days[-1:])


def stepped(rng: Random, numbers: Numbers, outcome: str, share: float, now: float, *, last: int) -> int:
    """How far from the baseline, in the direction of growth; ``last`` counts from the newest point, which is 0."""
    planned = abs(numbers.target - numbers.base)
    if outcome in {"kept", "kept_low"}:
        band = (numbers.high or 0) - numbers.target
        far = 3 * band if outcome == "kept_low" and last % 3 else 0
        return -far if far else rng.randint(-band, band)
    if outcome == "regression":
        return -ceil(planned * share * 0.4) if last < 5 else 0
    if outcome in {"big", "slipped"}:
        return round(planned * min(1.0, share / now * 1.05 if now else 1))
    noise = 0.0 if last < 3 else rng.uniform(-0.08, 0.08) * planned
    if outcome == "varies":
        noise = (0.35 if last % 2 else -0.3) * planned if 0 < last < 6 else noise
    value = round(planned * share * PACES.get(outcome, 1.0) + noise)
    if outcome in GROWING and last < 3:
        value = max(value, ceil(Fraction(planned) * Fraction(share) / 2))
    return min(max(value, 0 if outcome in GROWING else -planned), planned - (1 if outcome in GROWING else 0))


def reaching(steps: list[int], strand: Strand, numbers: Numbers, outcome: str) -> list[int]:
    """Enough points in a row at the target: at the end, or earlier and lower again since."""
    planned, run = abs(numbers.target - numbers.base), strand.run + 1
    if outcome == "big" or len(steps) < run + 4:
        return [*steps[: max(0, len(steps) - run)], *([planned] * min(run, len(steps)))]
    middle = len(steps) - 3
    lower = max(0, round(planned * 0.6))
    return [*steps[: middle - run], *([planned] * run), lower, lower, lower]


def reading(rng: Random, strand: Strand, numbers: Numbers, outcome: str, day: date, step: int) -> Measured:
    value = max(0, numbers.base + sign(numbers.target - numbers.base) * step)
    limit = limit_of(strand)
    value = min(value, limit) if limit else value
    chance = rng.random()
    note = rng.choice(NOTES) if chance < 0.12 else ""
    return Measured(day, value, "", note, rng.choice(PLACES))
