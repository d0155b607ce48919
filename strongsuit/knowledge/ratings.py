"""What an accommodation means to the student: four questions, what follows from the answers, and when to ask again.

Strengths specification 1.4. Comfort is asked apart from help: research from 1999 to 2021 found that students mostly
value accommodations and worry about those that single them out (NCEO Brief 30, 2023).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.terms import Term
from strongsuit.knowledge.words import gettext_noop

MOST = 3
# At most this is "not working"; more is "working".
LOW = 1
# So far apart, the student's and the teacher's view of how much it helps go on the agenda side by side.
APART = 2
TWICE_A_YEAR = timedelta(days=182)
AFTER_A_CHANGE = timedelta(days=21)
# Seven weeks before the yearly meeting, so that what does not work can be on its agenda.
BEFORE_REVIEW = timedelta(days=49)
MEANING_TOP = 2 * MOST


class Asked(Term):
    """The four questions, in the order in which they are asked."""

    KNOW = "know", gettext_noop("I know what this is")
    GET = "get", gettext_noop("I get it when I need it")
    HELP = "help", gettext_noop("It helps me")
    OK = "ok", gettext_noop("I feel OK using it near others")


class Meaning(Term):
    """What the answers say together, in the student's words; the first row of the table that fits."""

    UNKNOWN = "unknown", gettext_noop("I don't know what this is")
    NOT_GIVEN = "not_given", gettext_noop("I am not getting it")
    NOT_MINE = "not_mine", gettext_noop("This is not mine")
    NO_HELP = "no_help", gettext_noop("It is not helping me")
    SINGLED_OUT = "singled_out", gettext_noop("It helps, but I feel singled out")
    WORKS = "works", gettext_noop("This works for me")


class Route(Term):
    """Where an answer goes."""

    TEACH = "teach", gettext_noop("Somebody shows you how it works")
    DELIVER = "deliver", gettext_noop("Your teachers make sure that you get it")
    TEAM = "team", gettext_noop("Your team talks about it with you")
    DISCREET = "discreet", gettext_noop("Your teachers look for a quieter way")
    KEEP = "keep", gettext_noop("You keep it")


@dataclass(frozen=True, slots=True)
class Answers:
    """One student's answers to one accommodation, each 0 to 3, or None where it was skipped."""

    know: int | None = None
    get: int | None = None
    help: int | None = None
    ok: int | None = None

    def __post_init__(self) -> None:
        for asked in Asked:
            value = getattr(self, asked)
            if value is not None and not 0 <= value <= MOST:
                raise ValueError(f"{asked} lies between 0 and {MOST}, or is empty")


def _low(value: int | None) -> bool:
    return value is not None and value <= LOW


TABLE: tuple[tuple[Meaning, Route, Callable[[Answers], bool]], ...] = (
    (Meaning.UNKNOWN, Route.TEACH, lambda said: said.know == 0),
    (Meaning.NOT_GIVEN, Route.DELIVER, lambda said: _low(said.get)),
    (Meaning.NOT_MINE, Route.TEAM, lambda said: _low(said.help) and _low(said.ok)),
    (Meaning.NO_HELP, Route.TEAM, lambda said: _low(said.help)),
    (Meaning.SINGLED_OUT, Route.DISCREET, lambda said: _low(said.ok)),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    meaning: Meaning
    route: Route


def outcome(said: Answers) -> Outcome | None:
    """The first row that fits by what was answered; a skipped question makes none fit.

    None where nothing fits and something was skipped: that a support works is told only by all four.
    """
    for meaning, route, fits in TABLE:
        if fits(said):
            return Outcome(meaning, route)
    if None in (said.know, said.get, said.help, said.ok):
        return None
    return Outcome(Meaning.WORKS, Route.KEEP)


def follow_ups(said: Answers) -> tuple[Asked, ...]:
    """The questions that still make sense: who does not know it is not asked whether it helps."""
    return (Asked.KNOW,) if said.know == 0 else tuple(Asked)


def meaning_index(said: Answers) -> Fraction | None:
    """(Help + OK) / 6 for one who knows it; how often it is given stands beside it and is never added."""
    if not said.know or said.help is None or said.ok is None:
        return None
    return Fraction(said.help + said.ok, MEANING_TOP)


def differ(student_help: int | None, teacher_help: int | None) -> bool:
    """Whether student and teacher see the help so differently that both views go on the agenda."""
    return student_help is not None and teacher_help is not None and abs(student_help - teacher_help) >= APART


def next_due(rated_on: date | None, route: Route | None = None) -> date | None:
    """When to ask again: three weeks after it was taught or delivery mended, else half a year; None is now."""
    if rated_on is None:
        return None
    return rated_on + (AFTER_A_CHANGE if route in {Route.TEACH, Route.DELIVER} else TWICE_A_YEAR)


def is_due(rated_on: date | None, route: Route | None, *, today: date) -> bool:
    due = next_due(rated_on, route)
    return due is None or due <= today


def asking_due(starts_on: date | None, review_on: date | None, today: date) -> date | None:
    """The newest of the two days of a plan's year on which the student has to be asked; None before the first."""
    days = [starts_on and starts_on + TWICE_A_YEAR, review_on and review_on - BEFORE_REVIEW]
    return max((day for day in days if day and day <= today), default=None)


# By reading level: the student's own, whatever the grade (2.1).
ASKED: dict[Target, dict[Asked, str]] = {
    Target.EARLY: {
        Asked.KNOW: gettext_noop("Do you know what this is?"),
        Asked.GET: gettext_noop("Do you get it?"),
        Asked.HELP: gettext_noop("Does it help you?"),
        Asked.OK: gettext_noop("Do you feel OK with it?"),
    },
    Target.UPPER: {
        Asked.KNOW: gettext_noop("Do you know what this is?"),
        Asked.GET: gettext_noop("Do you get it when you need it?"),
        Asked.HELP: gettext_noop("Does it help you?"),
        Asked.OK: gettext_noop("Do you feel OK when others see you use it?"),
    },
    Target.SECONDARY: {
        Asked.KNOW: gettext_noop("How well do you know what this support is for?"),
        Asked.GET: gettext_noop("How often do you get it when you need it?"),
        Asked.HELP: gettext_noop("How much does it help you?"),
        Asked.OK: gettext_noop("How OK is it for you to use it near other people?"),
    },
}
# From 0 to 3.
STEPS: dict[Target, dict[Asked, tuple[str, str, str, str]]] = {
    Target.EARLY: dict.fromkeys(
        Asked, (gettext_noop("No"), gettext_noop("A little"), gettext_noop("Mostly"), gettext_noop("Yes"))
    ),
    Target.UPPER: {
        Asked.KNOW: (gettext_noop("No"), gettext_noop("A little"), gettext_noop("Mostly"), gettext_noop("Yes")),
        Asked.GET: (gettext_noop("Never"), gettext_noop("Sometimes"), gettext_noop("Often"), gettext_noop("Always")),
        Asked.HELP: (gettext_noop("No"), gettext_noop("A little"), gettext_noop("Mostly"), gettext_noop("A lot")),
        Asked.OK: (gettext_noop("No"), gettext_noop("A little"), gettext_noop("Mostly"), gettext_noop("Yes")),
    },
    Target.SECONDARY: {
        Asked.KNOW: (
            gettext_noop("I never heard of it"),
            gettext_noop("I know a little"),
            gettext_noop("I know it well"),
            gettext_noop("I could explain it"),
        ),
        Asked.GET: (gettext_noop("Never"), gettext_noop("Sometimes"), gettext_noop("Often"), gettext_noop("Always")),
        Asked.HELP: (
            gettext_noop("Not at all"),
            gettext_noop("A little"),
            gettext_noop("Quite a bit"),
            gettext_noop("A lot"),
        ),
        Asked.OK: (
            gettext_noop("Not OK"),
            gettext_noop("A little OK"),
            gettext_noop("Mostly OK"),
            gettext_noop("Fully OK"),
        ),
    },
}


def next_question(said: Answers, passed: frozenset[str] | set[str]) -> Asked | None:
    """The next of the four; None when all that make sense were answered or skipped."""
    return next((asked for asked in follow_ups(said) if asked not in passed), None)
