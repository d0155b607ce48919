"""A lesson as facts: an idea, one contrast, tasks; and what a check says about an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.finder import answers
from strongsuit.knowledge.growth import Conditions, Growth
from strongsuit.knowledge.profile import Said as Answered
from strongsuit.knowledge.shapes import GoalFacts, Point, StrengthFacts
from strongsuit.knowledge.terms import Group

Value = str | int | Decimal | date


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence for people: the page shows the translated ``message % values``."""

    message: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing a check saw. ``tone`` is found, missing or thought; ``quote`` are the writer's own words."""

    tone: str
    said: Said
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """How many seconds of silence were given, and how many this student needs."""

    given: int
    needed: int


@dataclass(frozen=True, slots=True)
class Feedback:
    """``good`` closes the task; ``growth`` is the computed word, ``wait`` the silence, where the task was about one."""

    good: bool
    headline: Said
    remarks: tuple[Remark, ...] = ()
    growth: Growth | None = None
    wait: Wait | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """An invented student: what a team would know. ``data`` are the numbers, ``about`` one sentence."""

    key: str
    name: str
    grade: str
    about: str
    items: tuple[StrengthFacts, ...]
    data: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A goal with its measurements and the day it is looked at, for tasks that show a graph."""

    goal: GoalFacts
    points: tuple[Point, ...]
    on: date
    calendar: SchoolCalendar
    conditions: Conditions = field(default_factory=Conditions)


@dataclass(frozen=True, slots=True)
class Kept:
    """A fact that a rewrite may not drop; one of ``stems`` has to begin a word of it."""

    part: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """``own`` says that the label is practice material in the language the checks read."""

    value: str
    label: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Also:
    """A second question beside the first, with choices of its own."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of a talk: who, and what was said or done; practice material."""

    who: str
    words: str


VALUES = {Group.STUDENT: answers.EARLY | answers.OLDER, Group.FAMILY: answers.FAMILY, Group.SCHOOL: answers.SCHOOL}


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer, shown as the profile shows it; ``by_name`` tells two colleagues apart."""

    group: Group
    choice: str
    by_name: str = ""

    @property
    def answered(self) -> Answered:
        return Answered(self.group, VALUES[self.group][self.choice], self.by_name)


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the finder with everybody's answers; the words are practice material."""

    words: str
    heard: tuple[Heard, ...]

    @property
    def views(self) -> tuple[tuple[Group, tuple[Heard, ...]], ...]:
        """The three views, side by side and in their order; who was not asked has no answer."""
        return tuple((group, tuple(one for one in self.heard if one.group == group)) for group in Group)


@dataclass(frozen=True, slots=True)
class Task:
    """With ``choices`` one of them is picked, else something is written; ``draft`` then may stand in the box already.

    Where ``several`` may be picked, or something is asked ``also``, an answer is the keys with a space between.
    ``ask`` is what to do, ``label`` the name of the box or the question over the choices.
    ``draft``, ``notes`` and ``model`` are practice material: for staff in the language the checks read, for families
    translated like all else.
    """

    key: str
    ask: str
    label: str
    draft: str = ""
    notes: tuple[str, ...] = ()
    model: str = ""
    model_why: str = ""
    prefilled: bool = False
    choices: tuple[Choice, ...] = ()
    several: bool = False
    also: Also | None = None
    chat: tuple[Turn, ...] = ()
    card: Card | None = None
    student: Profile | None = None
    measured: Measured | None = None
    kept: tuple[Kept, ...] = ()
    # What the coach raises on the draft; nothing for a sentence that is fine.
    raises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contrast:
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the same check reads real drafts: an address by name, and what is done there."""

    route: str
    label: str


def model_of(task: Task) -> str:
    return task.model


@dataclass(frozen=True, slots=True)
class Lesson:
    """``edition`` counts up when the lesson teaches something else than before; ``audience`` is staff or family.

    ``right`` gives an answer that the check calls good; where it is chosen, the check itself is asked for it.
    ``oneself`` are the questions for somebody who writes in a language that the check cannot read.
    """

    key: str
    edition: int
    title: str
    lead: str
    minutes: int
    idea: tuple[str, ...]
    contrast: Contrast
    tasks: tuple[Task, ...]
    learned: tuple[str, ...]
    places: tuple[Place, ...]
    check: Callable[[Task, str], Feedback]
    audience: str = "staff"
    right: Callable[[Task], str] = model_of
    oneself: tuple[str, ...] = ()

    def task(self, key: str) -> Task | None:
        return next((task for task in self.tasks if task.key == key), None)
