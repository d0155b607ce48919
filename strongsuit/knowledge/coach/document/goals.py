"""Finds each goal of a plan with what stands beside it: its boxes, its objectives, and the strengths it could use."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from strongsuit.knowledge.coach.document.sections import Part, Section
from strongsuit.knowledge.coach.goals import ADVICE, PARTS, GoalReading, read_goal
from strongsuit.knowledge.wordlists import Expressions

SAID = Expressions("document/goals", re.IGNORECASE)
LEAST_WORDS, LEAST_NAMED = 5, 2
OF_GOALS = frozenset({"goals", "objectives", "postsecondary"})
POSTSECONDARY = ("behavior", "timeframe")
# What a form's box beside a goal can complete (language guide 9: its own words first, then the pages around it).
COMPLETES = {"criterion", "measurement", "timeframe", "baseline", "condition"}


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """``beside`` holds the form's boxes: part and words. ``missing`` names the parts found nowhere."""

    text: str
    kind: str
    page: int
    area: str
    reading: GoalReading
    beside: tuple[tuple[str, str], ...] = ()
    objectives: tuple[str, ...] = ()

    def has(self, part: str) -> str:
        """Where a part stands: "in" the goal's own words, "beside" it, or nowhere."""
        if getattr(self.reading, part) is not None:
            return "in"
        return "beside" if any(name == part and said for name, said in self.beside) else ""

    @property
    def asked(self) -> tuple[str, ...]:
        """The parts this kind of goal is asked for."""
        return POSTSECONDARY if self.kind == "postsecondary" else PARTS

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(part for part in self.asked if not self.has(part))

    @property
    def advice(self) -> tuple[str, ...]:
        return tuple(ADVICE[part] for part in self.missing)

    @property
    def measurable(self) -> bool:
        """With a criterion in a box beside it, an act that can be seen is measurable as well."""
        whole = bool(self.has("behavior") and self.has("criterion")) and self.kind != "postsecondary"
        return self.reading.measurable or whole


@dataclass(slots=True)
class Held:
    """A goal while its boxes are being read."""

    part: Part
    text: str
    kind: str
    beside: list[tuple[str, str]] = field(default_factory=list)
    objectives: list[str] = field(default_factory=list)

    def done(self) -> PlanGoal:
        area = next((said for name, said in self.beside if name == "area"), self.part.area)
        reading = read_goal(self.text, self.kind)
        return PlanGoal(
            self.text, self.kind, self.part.line.page, area, reading, tuple(self.beside), tuple(self.objectives)
        )


def goals(found: Iterable[Section]) -> tuple[PlanGoal, ...]:
    every = tuple(found)
    named = [held.done() for held in _in_goals([part for one in every if one.kind in OF_GOALS for part in one.parts])]
    # Where no heading says so, a goal is known by its words.
    elsewhere = {"transition", ""} if named else {one.kind for one in every} - {"family", "voice", "notice"}
    named += [held.done() for section in every if section.kind in elsewhere for held in _anywhere(section)]
    return tuple({_plain(goal.text): goal for goal in reversed(named)}.values())[::-1]


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _in_goals(stream: list[Part]) -> Iterator[Held]:
    held: Held | None = None
    waiting: list[tuple[str, str]] = []
    rows = {part.line.row for part in stream if part.line.row and _names_goal(part) and is_goal(part)}
    for part in stream:
        if part.kind == "objectives" or part.label == "objectives":
            if held and part.label in {"", "objectives"} and not part.form:
                held.objectives.append(SAID["objective"].sub("", part.text))
        elif _names_goal(part) and is_goal(part):
            if held:
                yield held
            text = SAID["number"].sub("", part.text).strip()
            held, waiting = Held(part, text, _kind(part, text), beside=waiting), []
        elif _names_goal(part):
            if held and SAID["objective"].match(part.text) and not part.form:
                held.objectives.append(SAID["objective"].sub("", part.text))
        elif held is None or _comes_before(part, held, rows):
            waiting.append((part.label, part.text))
        else:
            held.beside.append((part.label, part.text))
    if held:
        yield held


def _names_goal(part: Part) -> bool:
    return part.label in {"", "goals", "postsecondary"}


def _comes_before(part: Part, held: Held, rows: set[int]) -> bool:
    """Boxes left of the goal in its row; without rows, the area stands above its goal."""
    if part.line.row in rows:
        return part.line.row != held.part.line.row
    return part.label in {"area", "standard"}


def _kind(part: Part, text: str) -> str:
    return "postsecondary" if part.kind == "postsecondary" or SAID["after_school"].search(text) else "annual"


def is_goal(part: Part) -> bool:
    """A line among goals: it says what will be, it is named a goal, or it opens like one."""
    text = SAID["number"].sub("", part.text).strip()
    # A goal of three words is a goal to mend, and no line to pass over.
    numbered, will = SAID["number"].match(part.text), SAID["will"].search(text)
    named = numbered or will or part.label == "goals"
    if (
        len(text.split()) < (LEAST_NAMED if named else LEAST_WORDS)
        or SAID["others"].match(text)
        or (part.form and not will)
    ):
        return False
    if SAID["objective"].match(part.text) and not numbered:
        return False
    if part.label in {"goals", "postsecondary"} or will:
        return True
    return bool(SAID["acts"].match(text) or numbered)


def _anywhere(section: Section) -> Iterator[Held]:
    """Outside goals only what can be nothing else: "By June, ... will", "After graduation, ... will"."""
    for part in section.parts:
        text = SAID["number"].sub("", part.text).strip()
        after = bool(SAID["after_school"].search(text))
        if part.form or SAID["others"].match(text) or len(text.split()) < LEAST_WORDS or not SAID["will"].search(text):
            continue
        reading = read_goal(text, "postsecondary" if after else "annual")
        opens = SAID["opens"].match(text) and reading.behavior and reading.criterion
        if after or opens or SAID["number"].match(part.text):
            yield Held(part, text, reading.kind)
