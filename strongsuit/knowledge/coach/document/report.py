"""A whole plan read once: what it says of strengths, how it says it, and what its goals have; nothing is kept."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from strongsuit.knowledge.coach.document.blocks import Document, Unread
from strongsuit.knowledge.coach.document.goals import PlanGoal, goals
from strongsuit.knowledge.coach.document.needs import OpenNeed, areas, open_needs, roots
from strongsuit.knowledge.coach.document.people import student_names
from strongsuit.knowledge.coach.document.sections import UNJUDGED, Part, Section, sections
from strongsuit.knowledge.coach.document.statements import STRENGTH, Statement, statements
from strongsuit.knowledge.coach.document.tables import lines
from strongsuit.knowledge.coach.english import NOT_ENGLISH, in_english
from strongsuit.knowledge.coach.review import Advice, Passage, review
from strongsuit.knowledge.reading import sentences
from strongsuit.knowledge.reading_level import ReadingLevel, Target, read_level
from strongsuit.knowledge.wordlists import Expressions, words

SAID = Expressions("document/report")
# The parts a reader looks for first, and what may stand for each.
LOOKED_FOR = {
    "present": ("present", "strengths", "needs", "effect", "evaluation"),
    "goals": ("goals", "objectives", "postsecondary"),
    "accommodations": ("accommodations", "testing"),
    "services": ("services",),
}
# Where sentences tell what the student is like; only there statements are counted.
TELLING = frozenset({"present", "strengths", "needs", "effect", "evaluation", "behavior_plan"})
REACH = 140
LEAST_OF_A_SENTENCE = 4


@dataclass(frozen=True, slots=True)
class Found:
    """One finding with the words around it; ``mark`` is what the coach marks in them."""

    advice: Advice
    kind: str
    title: str
    page: int
    before: str
    mark: str
    after: str


@dataclass(frozen=True, slots=True)
class Group:
    """What one rule found; the why and the question are said once."""

    category: str
    severity: int
    why: str
    ask: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with where it stands."""

    statement: Statement
    kind: str
    page: int


@dataclass(frozen=True, slots=True)
class PlanReview:
    name: str
    student: str
    pages: int
    words: int
    sections: tuple[Section, ...]
    told: tuple[Told, ...]
    groups: tuple[Group, ...]
    goals: tuple[PlanGoal, ...]
    # For each goal the strength it uses, or nothing.
    woven: tuple[str, ...]
    needs: int
    open_needs: tuple[OpenNeed, ...]
    level: ReadingLevel
    hardest: tuple[str, ...]
    unread: tuple[Unread, ...]

    def of(self, kind: str) -> tuple[Statement, ...]:
        return tuple(told.statement for told in self.told if told.statement.kind == kind)

    def share(self, kind: str) -> int:
        """Percent of all statements, rounded; 0 where there are none."""
        return round(100 * len(self.of(kind)) / len(self.told)) if self.told else 0

    @property
    def findings(self) -> int:
        return sum(len(group.found) for group in self.groups)

    @property
    def missing(self) -> tuple[str, ...]:
        """The parts that were looked for and not found."""
        there = {section.kind for section in self.sections if section.words}
        return tuple(name for name, kinds in LOOKED_FOR.items() if there.isdisjoint(kinds))

    @property
    def in_english(self) -> bool:
        """Where it is not, that nothing was found says nothing."""
        return Unread(NOT_ENGLISH) not in self.unread

    @property
    def measurable(self) -> int:
        return sum(goal.measurable for goal in self.goals)

    @property
    def by_kind(self) -> dict[str, int]:
        """Words of each part in the order in which they first stand."""
        count: Counter[str] = Counter()
        for section in self.sections:
            count[section.kind] += section.words
        return {kind: many for kind, many in count.items() if many}


def review_plan(document: Document) -> PlanReview:
    found = sections(document)
    if not {section.kind for section in found} - {"", "details"}:
        # A few pasted lines without any heading are read as present levels.
        found = tuple(Section("present", "", section.parts) for section in found)
    names = student_names(lines(document.blocks))
    told, marked = _judged(found, names)
    aims = goals(found)
    number, unanswered = open_needs(found, aims, names)
    strong = [one.statement.text for one in told if one.statement.kind == STRENGTH]
    text = _telling_text(found)
    level = read_level(text, Target.FAMILY, names=names)
    return PlanReview(
        name=document.name,
        student=names[1] if names else "",
        pages=document.pages,
        words=sum(section.words for section in found),
        sections=found,
        told=told,
        groups=_groups(marked),
        goals=aims,
        woven=tuple(used(goal, strong, names) for goal in aims),
        needs=number,
        open_needs=unanswered,
        level=level,
        hardest=tuple(word.quote for word in level.each_hard_word[:12]),
        unread=document.unread if in_english(text) else (*document.unread, Unread(NOT_ENGLISH)),
    )


def _judged(found: tuple[Section, ...], names: tuple[str, ...]) -> tuple[tuple[Told, ...], list[Found]]:
    told: list[Told] = []
    marked: list[Found] = []
    for section in found:
        if section.kind in UNJUDGED:
            continue
        judged = [part for part in section.parts if not part.form and part.label not in {"who", "when", "standard"}]
        text = "\n".join(part.text for part in judged)
        # Beside a writer a learned guess may ask; a report holds what a written rule can answer for.
        advice = review([Passage(section.kind, text, names, context=section.context)], learned=False)
        pages = _Pages(judged)
        spans = _spans(text)
        marked += [_found(one, section, text, spans, pages) for one in advice]
        if section.kind in TELLING or (section.kind == "" and not TELLING & {one.kind for one in found}):
            said = statements(text, advice, in_strengths=section.kind == "strengths", names=names)
            told += [Told(one, section.kind, pages.at(one.start)) for one in said]
    return tuple(told), marked


class _Pages:
    """The page of each place in the joined text."""

    def __init__(self, judged: Iterable[Part]) -> None:
        self.ends: list[tuple[int, int]] = []
        at = 0
        for part in judged:
            at += len(part.text) + 1
            self.ends.append((at, part.line.page))

    def at(self, place: int) -> int:
        return next((page for end, page in self.ends if place < end), 0)


def _found(advice: Advice, section: Section, text: str, spans: list[tuple[int, int]], pages: "_Pages") -> Found:
    first, last = _sentence(text, advice, spans)
    begin, end = _around(text, advice, first, last)
    before = f"{'… ' if begin > first else ''}{text[begin : advice.start]}"
    after = f"{text[advice.end : end]}{' …' if end < last else ''}"
    mark = text[advice.start : advice.end]
    return Found(advice, section.kind, section.title, pages.at(advice.start), before, mark, after)


def _spans(text: str) -> list[tuple[int, int]]:
    return [(one.tokens[0].start, one.tokens[-1].end) for one in sentences(text)]


def _sentence(text: str, advice: Advice, spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the sentence of a finding begins and ends, with its full stop."""
    at = max(bisect_right(spans, (advice.start, len(text))) - 1, 0)
    begin, end = spans[at][0], max(spans[at][1], advice.end)
    return begin, end + (text[end : end + 1] in {".", "!", ")", "”", '"'})


def _around(text: str, advice: Advice, begin: int, end: int) -> tuple[int, int]:
    """Of a long sentence the neighborhood, in whole words."""
    if advice.start - begin > REACH:
        begin = text.find(" ", advice.start - REACH, advice.start) + 1 or advice.start
    if end - advice.end > REACH:
        end = max(text.rfind(" ", advice.end, advice.end + REACH), advice.end)
    return begin, end


def _groups(marked: list[Found]) -> tuple[Group, ...]:
    """The gravest first, then what is found most often; the places in the order of the plan."""
    by_rule: dict[str, list[Found]] = {}
    for found in marked:
        by_rule.setdefault(found.advice.category, []).append(found)
    made = [
        Group(category, max(one.advice.severity for one in many), many[0].advice.why, many[0].advice.ask, tuple(many))
        for category, many in by_rule.items()
    ]
    return tuple(sorted(made, key=lambda group: (-group.severity, -len(group.found), group.category)))


def used(goal: PlanGoal, strong: Iterable[str], names: Iterable[str] = ()) -> str:
    """The strength a goal uses: its own words for it, or a stated one of which a telling word stands in the goal.

    Words of the skill itself do not count: a goal to read uses no strength because the student reads.
    """
    if goal.reading.strength is not None:
        return goal.reading.strength.text
    if goal.has("strength"):
        return next(said for part, said in goal.beside if part == "strength")
    behavior = goal.reading.behavior
    outside = goal.text if behavior is None else goal.text[: behavior.start] + " " + goal.text[behavior.end :]
    # "Marcus will": a name that the form did not give uses no strength either.
    plain = roots(" ".join([*names, *(found[0] for found in SAID["who_will"].finditer(goal.text))])) | _everyday()
    telling = {word for word in roots(outside) - plain if not areas(word)}
    return next((text for text in strong if roots(text) & telling), "")


def _everyday() -> frozenset[str]:
    return frozenset().union(*(roots(word) for word in words("everyday") | words("strength_says") if " " not in word))


def _telling_text(found: tuple[Section, ...]) -> str:
    """The sentences a family reads: no boxes of names, law or signatures, and no lines of a word or two."""
    skip = {"details", "signatures", "notice"} | ({""} if len(found) > 1 else set())
    return "\n".join(
        part.text
        for section in found
        if section.kind not in skip
        for part in section.parts
        if not part.form and len(part.text.split()) >= LEAST_OF_A_SENTENCE
    )
