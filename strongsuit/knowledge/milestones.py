"""Good moments between two reports: which ones the measurements show, and how a note home tells them (R-18)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure, Term
from strongsuit.knowledge.words import gettext_noop


class Moment(Term):
    """What there is to tell."""

    FIRST = "first", gettext_noop("First success")
    QUARTER = "quarter", gettext_noop("A quarter of the way")
    HALF = "half", gettext_noop("Half of the way")
    MOST = "most", gettext_noop("Three quarters of the way")
    ALONE = "alone", gettext_noop("First time alone")
    ASKED = "asked", gettext_noop("Asked for something for the first time")
    OTHER = "other", gettext_noop("Another good moment")


class Joy(Term):
    """How a family answers with one tap."""

    HEART = "heart", gettext_noop("We love it")
    STAR = "star", gettext_noop("Well done")
    TELL = "tell", gettext_noop("We told everybody")


SHARES: dict[Moment, Fraction] = {
    Moment.QUARTER: Fraction(1, 4), Moment.HALF: Fraction(1, 2), Moment.MOST: Fraction(3, 4),
}  # fmt: skip
# Marks of school: a letter behind its word or with its sign, parts of a hundred, so many out of so many.
GRADE = re.compile(
    r"\b(?:grade|mark|score|scored|got|earned)s?\s+(?:of\s+)?(?:an?\s+)?[A-F](?:[+\-−]|\b)(?!\w)"
    r"|\b[A-F][+\-−](?!\w)|\d\s?%|\bper\s?cent\b|\b\d{1,3}\s?/\s?\d{1,3}\b|\b\d{1,3} out of \d{1,3}\b",
)


@dataclass(frozen=True, slots=True)
class Reached:
    """A moment that a measurement shows, and when."""

    moment: Moment
    on: date


def reached(goal: GoalFacts, points: Iterable[Point]) -> list[Reached]:
    """The moments of a goal so far, in the order in which they came; a measurement set aside shows none."""
    if goal.baseline is None or goal.target is None or goal.baseline == goal.target:
        return []
    found: dict[Moment, date] = {}
    for point in sorted((each for each in points if not each.invalid_because), key=lambda each: each.on):
        share = Fraction(point.value - goal.baseline) / Fraction(goal.target - goal.baseline)
        for moment in _shown(goal, share, point.value):
            found.setdefault(moment, point.on)
    return [Reached(moment, on) for moment, on in found.items()]


def _shown(goal: GoalFacts, share: Fraction, value: Decimal) -> list[Moment]:
    shown = [Moment.FIRST] if share > 0 else []
    shown += [moment for moment, least in SHARES.items() if share >= least]
    # Levels of help end with doing it alone.
    alone = goal.measure == Measure.PROMPT_LEVEL and goal.target is not None and value == goal.target and share >= 1
    return [*shown, Moment.ALONE] if alone else shown


def names_a_grade(text: str) -> bool:
    """Whether a note speaks of marks; a milestone tells what happened."""
    return GRADE.search(text) is not None
