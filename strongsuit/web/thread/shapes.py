"""The thread and its picture: nodes, the lines between them, where each stands."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS = ("strength", "need", "goal", "support", "growth")
TITLES = {
    "strength": _("Strengths"),
    "need": _("Needs"),
    "goal": _("Goals"),
    "support": _("Supports"),
    "growth": _("Growth"),
}
SINGULAR = {
    "strength": _("Strength"),
    "need": _("Need"),
    "goal": _("Goal"),
    "support": _("Support"),
    "growth": _("Growth"),
}
PICTURES = {"big": "big-growth", "continues": "continues", "needs": "needs-support", "none": "no-word"}
# The picture is five columns of three units with gaps of one unit; a node is two half-rows high.
COLUMN, GAP, ROW = 300, 100, 100
HEIGHT = 2
WIDTH = 5 * COLUMN + 4 * GAP
# The stylesheet names this many rows and threads.
MARKED_ROWS = 80
MARKED_THREADS = 16


@dataclass(frozen=True, slots=True)
class Node:
    """One place of the thread. ``state`` is a growth word (big, continues, needs, none) drawn as its shape;
    ``problem`` says in words what is broken, ``lacks`` which kind is missing beside it;
    ``of`` is the key of the goal whose growth this is.
    """

    key: str
    kind: str
    title: str
    detail: str = ""
    url: str = ""
    state: str = ""
    problem: str = ""
    mend_url: str = ""
    mend_label: str = ""
    lacks: str = ""
    of: str = ""

    @property
    def picture(self) -> str:
        """The icon of a growth word, when ``state`` is one."""
        return PICTURES.get(self.state, "")


@dataclass(frozen=True, slots=True)
class Thread:
    """Nodes and the lines between them, as (from key, to key), always from strength towards growth."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        column = {node.key: KINDS.index(node.kind) for node in self.nodes}
        for start, end in self.edges:
            if start not in column or end not in column or column[start] >= column[end]:
                raise ValueError(
                    f"A line of the thread runs from {start!r} to {end!r}: unknown, or not towards growth."
                )


@dataclass(frozen=True, slots=True)
class Placed:
    """A node in the picture: its half-row, the threads it belongs to, and the nodes it leads to."""

    node: Node
    row: int
    threads: tuple[int, ...]
    leads_to: tuple[Node, ...] = ()
    gap: bool = False

    @property
    def marks(self) -> str:
        return " ".join(f"t{number}" for number in self.threads if number <= MARKED_THREADS)


@dataclass(frozen=True, slots=True)
class Line:
    path: str
    threads: tuple[int, ...]
    broken: bool = False

    @property
    def marks(self) -> str:
        return " ".join(f"t{number}" for number in self.threads if number <= MARKED_THREADS)


@dataclass(frozen=True, slots=True)
class Column:
    kind: str
    title: str
    nodes: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    rows: int
    broken: int

    @property
    def height(self) -> int:
        return self.rows * ROW

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def last_row(self) -> int:
        return max(self.rows - 1, 1)

    @property
    def fits(self) -> bool:
        """Whether the stylesheet has a place for every row; a longer picture is shown as its list."""
        return 0 < self.rows <= MARKED_ROWS


@dataclass(frozen=True, slots=True)
class Strand:
    """One thread from strength to growth, for reading aloud: the nodes of each kind, and what is missing."""

    number: int
    title: str
    stages: tuple[tuple[str, str | Promise, tuple[Node, ...]], ...]
    broken: bool
