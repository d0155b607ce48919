"""A lesson as facts: an idea, one contrast, tasks; and what a check says about an answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.growth import Conditions, Growth
from strongsuit.knowledge.shapes import GoalFacts, Point, StrengthFacts

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
class Feedback:
    """``good`` closes the task; ``growth`` is the computed word, where the task was about one."""

    good: bool
    headline: Said
    remarks: tuple[Remark, ...] = ()
    growth: Growth | None = None


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
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Task:
    """With ``choices`` one of them is picked, else something is written; ``draft`` then may stand in the box already.

    ``ask`` is what to do, ``label`` the name of the box or the question over the choices.
    ``draft``, ``notes`` and ``model`` are practice material in the language the checks read; all else is translated.
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


@dataclass(frozen=True, slots=True)
class Lesson:
    """``edition`` counts up when the lesson teaches something else than before; ``audience`` is staff or family."""

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

    def task(self, key: str) -> Task | None:
        return next((task for task in self.tasks if task.key == key), None)
