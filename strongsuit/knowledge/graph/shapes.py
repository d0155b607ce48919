"""The parts of a progress graph: places in whole units, and the words beside it."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from strongsuit.knowledge.shapes import Point


@dataclass(frozen=True, slots=True)
class Spot:
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A measurement; one that is not ``counted`` is drawn hollow."""

    x: int
    y: int
    point: Point
    counted: bool


@dataclass(frozen=True, slots=True)
class ValueTick:
    y: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class DayTick:
    x: int
    on: date


@dataclass(frozen=True, slots=True)
class Line:
    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Phase:
    """A change in what is done for the student; ``words`` are the team's."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class PhaseLine:
    x: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class Row:
    """The graph's line in the table beside it; ``aim`` is the aimline's value that day."""

    on: date
    value: Decimal
    aim: Decimal | None
    counted: bool
    because: str
    setting: str
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about the graph: the page shows the translated ``message % values``, dates and numbers localized."""

    message: str
    values: dict[str, int | Decimal | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Graph:
    """``runs`` joins the dots that count, broken where a phase begins; ``aimline`` is a chain of corners, empty
    without both ends; ``band`` is the range of a kept level.
    """

    width: int
    height: int
    plot: Box
    unit: str
    value_ticks: tuple[ValueTick, ...]
    month_ticks: tuple[DayTick, ...]
    dots: tuple[Dot, ...]
    runs: tuple[tuple[Spot, ...], ...]
    baseline: Spot | None
    baseline_line: Line | None
    aimline: tuple[Spot, ...]
    target_line: Line | None
    band: Box | None
    breaks: tuple[Box, ...]
    phases: tuple[PhaseLine, ...]
    today: int | None
    count: int
    rows: tuple[Row, ...]
    description: tuple[Told, ...]
