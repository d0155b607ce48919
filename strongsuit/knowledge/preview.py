"""No surprises: what will be shown or read aloud about a student at a meeting, and whether the student saw it before.

Strongsuit method, R-35: at least two school days ahead; what is hard is marked, and the student chooses to be there.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.terms import Term
from strongsuit.knowledge.words import gettext_noop

AHEAD = 2


class Kind(Term):
    """What is shown; the label is what the student reads."""

    SAID = "said", gettext_noop("What I said")
    STRENGTH = "strength", gettext_noop("What I am good at")
    GOAL = "goal", gettext_noop("A goal for me")
    NEED = "need", gettext_noop("Something that is hard for me")


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing; ``text`` is all that is shown of it, ``words`` what the student reads of it beforehand."""

    kind: Kind
    words: str
    text: str

    @property
    def hard(self) -> bool:
        return self.kind == Kind.NEED

    @property
    def mark(self) -> str:
        """Another text is another thing: what was changed after the student looked is new."""
        plain = f"{self.kind}\n{' '.join(self.text.split())}"
        return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Look:
    """One time the student looked: on which day, at what, and what is to be talked of without the student."""

    on: date
    seen: frozenset[str]
    apart: frozenset[str]


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing as the team reads it. ``seen_on`` is the first day, empty where the student has not seen it."""

    shown: Shown
    seen_on: date | None
    in_time: bool
    apart: bool


def standing(
    shown: Iterable[Shown], looks: Iterable[Look], *, meeting: date, calendar: SchoolCalendar
) -> list[Standing]:
    """Each thing with the first day on which it was seen; who talks of it goes by the newest look."""
    told = sorted(looks, key=lambda look: look.on)
    apart = told[-1].apart if told else frozenset[str]()
    found = []
    for each in shown:
        first = next((look.on for look in told if each.mark in look.seen), None)
        in_time = first is not None and calendar.school_days_between(first, meeting) >= AHEAD
        found.append(Standing(each, first, in_time, each.mark in apart))
    return found
