"""The review arranged for reading, in the reader's language; terminal, file and page draw the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.documents.reading.refusals import told
from strongsuit.documents.reviews import words
from strongsuit.knowledge.coach.document.goals import PlanGoal
from strongsuit.knowledge.coach.document.report import Found, Group, PlanReview
from strongsuit.knowledge.coach.document.statements import DEFICIT, NEITHER, STRENGTH

# More of one kind stand behind a fold, and are told by number on a terminal.
FIRST = 5
QUOTED = 5


@dataclass(frozen=True)
class Share:
    """``tone`` names the pattern it is drawn with; ``start`` and ``width`` are percent of the bar."""

    tone: str
    label: str
    count: int
    percent: int
    start: str
    width: str
    whole: int

    @property
    def of(self) -> str:
        words = ngettext("%(count)s of %(whole)s statement", "%(count)s of %(whole)s statements", self.whole)
        return words % {"count": self.count, "whole": self.whole}


@dataclass(frozen=True)
class Place:
    found: Found
    where: str
    reframes: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    title: str
    badge: str
    tone: str
    why: str
    ask: str
    first: tuple[Place, ...]
    more: tuple[Place, ...]

    @property
    def count(self) -> int:
        return len(self.first) + len(self.more)


@dataclass(frozen=True)
class GoalPart:
    """``state``: in the goal, beside it, or missing; ``words`` decide it or ask for it."""

    name: str
    state: str
    words: str


@dataclass(frozen=True)
class Goal:
    text: str
    where: str
    measurable: bool
    parts: tuple[GoalPart, ...]
    objectives: int


@dataclass(frozen=True)
class Shown:
    review: PlanReview
    shares: tuple[Share, ...]
    findings: tuple[Finding, ...]
    goals: tuple[Goal, ...]

    @property
    def strong(self) -> tuple[str, ...]:
        """A few statements of strength, each once; what only says a word or two comes after what says more."""
        found = dict.fromkeys(one.text for one in self.review.of(STRENGTH) if len(one.text.split()) < 40)
        return tuple(sorted(found, key=lambda text: len(text.split()) <= 3))[:QUOTED]

    @property
    def statements(self) -> int:
        return len(self.review.told)

    @property
    def woven(self) -> int:
        return sum(bool(used) for goal, used in zip(self.review.goals, self.review.woven, strict=True) if _may(goal))

    @property
    def to_weave(self) -> int:
        """Goals for after school are answered with yes or no, and need no strength as their way."""
        return sum(map(_may, self.review.goals))

    @property
    def unread(self) -> tuple[str, ...]:
        return tuple(map(told, self.review.unread))

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(_(words.NOT_FOUND) % {"part": _(words.LOOKED_FOR[name])} for name in self.review.missing)

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        return tuple((_(words.PARTS[kind]), many) for kind, many in self.review.by_kind.items())

    @property
    def needs(self) -> tuple[tuple[str, str, str], ...]:
        """Each need with its place, and the question about it."""
        return tuple((need.text, page(need.page), question(need.areas)) for need in self.review.open_needs)

    @property
    def reading(self) -> tuple[str, str]:
        """How hard it is to read, and what that means: a grade, or for a short plan a word."""
        level = self.review.level
        if level.about is not None:
            return _("Grade %(grade)s") % {"grade": level.about}, _(words.EASE[level.ease.value])
        if not level.words:
            return "–", _(words.NO_SENTENCES)
        return _(words.SHORT_EASE[level.ease.value]), _(words.TOO_SHORT)

    @property
    def explained(self) -> tuple[str, ...]:
        return tuple(map(_, words.EXPLAINED))

    @property
    def nothing_kept(self) -> str:
        return _(words.NOTHING_KEPT)

    @property
    def size(self) -> str:
        """Pages and words, as far as they are known."""
        many = ngettext("%(many)s word", "%(many)s words", self.review.words) % {"many": self.review.words}
        if not self.review.pages:
            return many
        pages = ngettext("%(pages)s page", "%(pages)s pages", self.review.pages) % {"pages": self.review.pages}
        return _("%(pages)s, %(words)s") % {"pages": pages, "words": many}


def _may(goal: PlanGoal) -> bool:
    return "strength" in goal.asked


def shown(review: PlanReview) -> Shown:
    return Shown(
        review,
        tuple(_shares(review)),
        tuple(map(_finding, review.groups)),
        tuple(map(_goal, review.goals, review.woven)),
    )


def _shares(review: PlanReview) -> Iterator[Share]:
    labels = {STRENGTH: _("Strength"), NEITHER: _("Neither"), DEFICIT: _("Deficit")}
    whole, start = len(review.told), 0.0
    for tone, label in labels.items():
        count = len(review.of(tone))
        width = 100 * count / whole if whole else 0.0
        yield Share(tone, label, count, review.share(tone), f"{start:.2f}", f"{width:.2f}", whole)
        start += width


def _finding(group: Group) -> Finding:
    badge, tone = words.SEVERITIES[group.severity]
    places = tuple(Place(one, where(one.kind, one.page), tuple(_reframes(one))) for one in group.found)
    title = _(words.FINDINGS.get(group.category, group.category))
    return Finding(title, _(badge), tone, _(group.why), _(group.ask), places[:FIRST], places[FIRST:])


def _reframes(found: Found) -> Iterator[str]:
    """Those that say something; a blank alone is for the editor, where it stands in the sentence."""
    return (_(reframe) for reframe in found.advice.reframes[:3] if any(map(str.isalpha, reframe)))


def _goal(goal: PlanGoal, strength: str) -> Goal:
    parts = tuple(_goal_parts(goal, strength))
    named = goal.area or (_("After school") if goal.kind == "postsecondary" else "")
    place = " · ".join(filter(None, (named, page(goal.page))))
    return Goal(goal.text, place, goal.measurable, parts, len(goal.objectives))


def _goal_parts(goal: PlanGoal, strength: str) -> Iterator[GoalPart]:
    advice = dict(zip(goal.missing, goal.advice, strict=True))
    for name, label in words.GOAL_PARTS.items():
        if name not in goal.asked:
            continue
        reading = getattr(goal.reading, name)
        if reading is not None:
            yield GoalPart(_(label), "in", reading.text)
        elif beside := next((text for part, text in goal.beside if part == name and text), ""):
            yield GoalPart(_(label), "beside", beside)
        elif name == "strength" and strength:
            yield GoalPart(_(label), "in", strength)
        else:
            yield GoalPart(_(label), "missing", _(advice[name]))


def where(kind: str, number: int) -> str:
    return " · ".join(filter(None, (_(words.PARTS[kind]), page(number))))


def page(number: int) -> str:
    return _("page %(page)s") % {"page": number} if number else ""


def question(areas: tuple[str, ...]) -> str:
    if not areas:
        return _("We found no goal or support that takes this up. Which one does?")
    named = ", ".join(_(words.AREAS[area]) for area in areas[:2])
    return _("We found no goal for %(area)s. Which goal or support takes this up?") % {"area": named}
