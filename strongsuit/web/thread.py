"""The thread as a picture: where each node stands and how the lines run between them; no tables, no HTML."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

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
# The picture is five columns of three units with gaps of one unit; a node is two half-rows high.
COLUMN, GAP, ROW = 300, 100, 100
HEIGHT = 2
WIDTH = 5 * COLUMN + 4 * GAP
# The stylesheet names this many rows and threads.
MARKED_ROWS = 80
MARKED_THREADS = 16


@dataclass(frozen=True, slots=True)
class Node:
    """One place of the thread; ``problem`` says in words what is broken, ``lacks`` which kind is missing beside it."""

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


@dataclass(frozen=True, slots=True)
class Thread:
    """Nodes and the lines between them, as (from key, to key), always from strength towards growth."""

    nodes: tuple[Node, ...]
    edges: tuple[tuple[str, str], ...] = ()


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
    stages: tuple[tuple[str, str, tuple[Node, ...]], ...]
    broken: bool


@dataclass(slots=True)
class _Slot:
    """A place in a column: a node, a gap where one is missing, or the bend of a line that passes through."""

    key: str
    node: Node | None = None
    gap: bool = False
    thread: int = 0
    row: int = 0
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


def members(thread: Thread) -> list[tuple[str, ...]]:
    """The threads: each goal with all that leads to it and from it, then whatever no goal has reached."""
    ahead, behind = _neighbors(thread)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for kind in ("goal", "need", "support", "strength", "growth"):
        for node in thread.nodes:
            if node.kind != kind or (kind != "goal" and node.key in seen):
                continue
            keys = _reach(node.key, behind) | _reach(node.key, ahead)
            seen |= keys
            found.append(tuple(each.key for each in thread.nodes if each.key in keys))
    return found


def as_list(thread: Thread) -> tuple[Strand, ...]:
    strands = []
    by_key = {node.key: node for node in thread.nodes}
    for number, keys in enumerate(members(thread), 1):
        nodes = [by_key[key] for key in keys]
        stages = tuple((kind, SINGULAR[kind], tuple(node for node in nodes if node.kind == kind)) for kind in KINDS)
        name = next(
            node for kind in ("goal", "need", "strength", "support", "growth") for node in nodes if node.kind == kind
        )
        strands.append(Strand(number, name.title, stages, any(node.problem for node in nodes)))
    return tuple(strands)


def layout(thread: Thread) -> Picture:
    """Columns with every node placed, and the lines between them."""
    threads_of = _threads_of(thread)
    columns = _columns(thread, threads_of)
    _order(columns)
    rows = _place(columns)
    by_key = {node.key: node for node in thread.nodes}
    ahead, _behind = _neighbors(thread)
    drawn = []
    for kind, slots in zip(KINDS, columns, strict=True):
        placed = tuple(
            Placed(
                slot.node,
                slot.row + 1,
                threads_of[slot.node.key],
                () if slot.gap else tuple(by_key[key] for key in ahead[slot.key]),
                slot.gap,
            )
            for slot in sorted(slots, key=lambda slot: slot.row)
            if slot.node
        )
        drawn.append(Column(kind, str(TITLES[kind]), placed))
    broken = sum(1 for node in thread.nodes if node.problem)
    return Picture(tuple(drawn), tuple(_lines(columns, threads_of)), rows, broken)


def _neighbors(thread: Thread) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    ahead: dict[str, list[str]] = {node.key: [] for node in thread.nodes}
    behind: dict[str, list[str]] = {node.key: [] for node in thread.nodes}
    for start, end in _through(thread):
        ahead[start].append(end)
        behind[end].append(start)
    return ahead, behind


def _through(thread: Thread) -> list[tuple[str, str]]:
    """The lines; one that skips a column is led through what its start leads to there (goal, supports, growth)."""
    column = {node.key: KINDS.index(node.kind) for node in thread.nodes}
    lines = sorted(dict.fromkeys(thread.edges), key=lambda line: (column[line[0]], column[line[1]]))
    found: dict[tuple[str, str], None] = {}
    for place in range(len(KINDS)):
        here = [line for line in (*found, *lines) if column[line[0]] == place]
        for start, end in here:
            between = [other for begin, other in here if begin == start and column[other] == place + 1]
            if column[end] > place + 1 and between:
                found.pop((start, end), None)
                found.update(((other, end), None) for other in between)
            else:
                found[start, end] = None
    return list(found)


def _reach(key: str, ways: dict[str, list[str]]) -> set[str]:
    found, waiting = {key}, [key]
    while waiting:
        for following in ways[waiting.pop()]:
            if following not in found:
                found.add(following)
                waiting.append(following)
    return found


def _threads_of(thread: Thread) -> dict[str, tuple[int, ...]]:
    belongs: dict[str, list[int]] = {node.key: [] for node in thread.nodes}
    for number, keys in enumerate(members(thread), 1):
        for key in keys:
            belongs[key].append(number)
    return {key: tuple(numbers) for key, numbers in belongs.items()}


def _columns(thread: Thread, threads_of: dict[str, tuple[int, ...]]) -> list[list[_Slot]]:
    """Slots by column; a line that skips columns bends through one slot in each, a missing neighbor gets a gap."""
    columns: list[list[_Slot]] = [[] for _kind in KINDS]
    slots = {node.key: _Slot(node.key, node, thread=threads_of[node.key][0]) for node in thread.nodes}
    for node in thread.nodes:
        columns[KINDS.index(node.kind)].append(slots[node.key])
    for start, end in _through(thread):
        _join(columns, slots[start], slots[end])
    for node in thread.nodes:
        if node.lacks:
            gap = _Slot(f"gap:{node.key}", node, gap=True, thread=slots[node.key].thread)
            columns[KINDS.index(node.lacks)].append(gap)
            before = KINDS.index(node.lacks) < KINDS.index(node.kind)
            _join(columns, *((gap, slots[node.key]) if before else (slots[node.key], gap)))
    for column in columns:
        column.sort(key=lambda slot: slot.thread)
    return columns


def _join(columns: list[list[_Slot]], start: _Slot, end: _Slot) -> None:
    """Links two slots, with a bend in every column between."""
    first = next(place for place, column in enumerate(columns) if start in column)
    last = next(place for place, column in enumerate(columns) if end in column)
    previous = start
    for place in range(first + 1, last):
        bend = _Slot(f"bend:{start.key}:{end.key}:{place}", thread=max(start.thread, end.thread))
        columns[place].append(bend)
        previous.right.append(bend.key)
        bend.left.append(previous.key)
        previous = bend
    previous.right.append(end.key)
    end.left.append(previous.key)


def _order(columns: list[list[_Slot]]) -> None:
    """Fewer crossings: each column sorted by the middle of its neighbors, there and back; the best order stays."""
    best, fewest = [list(column) for column in columns], _crossings(columns)
    for sweep in range(6):
        if not fewest:
            break
        for column in columns if sweep % 2 else reversed(columns):
            places = {slot.key: place for other in columns for place, slot in enumerate(other)}
            middles = {
                slot.key: _middle((places[key] for key in (slot.left if sweep % 2 else slot.right)), places[slot.key])
                for slot in column
            }
            column.sort(key=lambda slot: middles[slot.key])
        if (crossings := _crossings(columns)) < fewest:
            best, fewest = [list(column) for column in columns], crossings
    columns[:] = best


def _crossings(columns: list[list[_Slot]]) -> int:
    places = {slot.key: place for column in columns for place, slot in enumerate(column)}
    count = 0
    for column in columns:
        ends: list[int] = []
        for slot in column:
            below = sorted(places[key] for key in slot.right)
            count += sum(len(ends) - bisect_right(ends, end) for end in below)
            for end in below:
                insort(ends, end)
    return count


def _middle(places: Iterable[float], otherwise: float) -> float:
    found = list(places)
    return sum(found) / len(found) if found else otherwise


def _place(columns: list[list[_Slot]]) -> int:
    """Gives each slot its half-row, group below group; the answer is the number of half-rows."""
    top = 0
    for group in _groups(columns):
        rows = _settle(group)
        first = min(rows.values())
        for column in group:
            for slot in column:
                slot.row = rows[slot.key] - first + top
        top = max(slot.row for column in group for slot in column) + HEIGHT
    return top


def _groups(columns: list[list[_Slot]]) -> list[list[list[_Slot]]]:
    """The columns taken apart into sets of slots that no line joins, in the order of their highest place."""
    slots = {slot.key: slot for column in columns for slot in column}
    ways = {key: slot.left + slot.right for key, slot in slots.items()}
    groups: list[list[list[_Slot]]] = []
    seen: set[str] = set()
    for place in range(max(map(len, columns), default=0)):
        for column in columns:
            if place < len(column) and column[place].key not in seen:
                keys = _reach(column[place].key, ways)
                seen |= keys
                groups.append([[slot for slot in each if slot.key in keys] for each in columns])
    return sorted(groups, key=lambda group: -sum(map(bool, group)))


def _settle(group: list[list[_Slot]]) -> dict[str, int]:
    """Half-rows within a group: each slot as near the middle of its neighbors as the others in its column allow."""
    rows: dict[str, float] = {slot.key: place * HEIGHT for column in group for place, slot in enumerate(column)}
    for _sweep in range(8):
        for column in (*group, *reversed(group)):
            wanted = [_middle((rows[key] for key in slot.left + slot.right), rows[slot.key]) for slot in column]
            rows.update(zip((slot.key for slot in column), _apart(wanted), strict=True))
    return {
        slot.key: row
        for column in group
        for slot, row in zip(column, _whole(rows[slot.key] for slot in column), strict=True)
    }


def _apart(wanted: list[float]) -> list[float]:
    """The places nearest to ``wanted``, in order and a node's height apart (pooling those that would overlap)."""
    pools: list[tuple[float, int]] = []
    for place, row in enumerate(wanted):
        mean, count = row - place * HEIGHT, 1
        while pools and pools[-1][0] > mean:
            earlier, size = pools.pop()
            mean, count = (mean * count + earlier * size) / (count + size), count + size
        pools.append((mean, count))
    flat = [mean for mean, count in pools for _slot in range(count)]
    return [mean + place * HEIGHT for place, mean in enumerate(flat)]


def _whole(rows: Iterable[float]) -> list[int]:
    placed: list[int] = []
    for row in rows:
        placed.append(max(round(row), placed[-1] + HEIGHT) if placed else round(row))
    return placed


def _lines(columns: list[list[_Slot]], threads_of: dict[str, tuple[int, ...]]) -> Iterable[Line]:
    where = {slot.key: (place, slot) for place, column in enumerate(columns) for slot in column}
    for place, column in enumerate(columns):
        for slot in column:
            if slot.node is None:
                continue
            for key in slot.right:
                yield _line(place, slot, key, where, threads_of)


def _line(
    place: int, slot: _Slot, key: str, where: dict[str, tuple[int, _Slot]], threads_of: dict[str, tuple[int, ...]]
) -> Line:
    """One line from a node to the next node, through its bends."""
    x = place * (COLUMN + GAP) + COLUMN
    y = slot.row * ROW + ROW
    path = [f"M{x} {y}"]
    while True:
        column, following = where[key]
        left, height = column * (COLUMN + GAP), following.row * ROW + ROW
        path.append(f"C{x + GAP // 2} {y} {left - GAP // 2} {height} {left} {height}")
        if following.node is not None:
            break
        x, y = left + COLUMN, height
        path.append(f"H{x}")
        key = following.right[0]
    ends = (slot, following)
    shared = set(threads_of[slot.node.key]) & set(threads_of[following.node.key]) if slot.node else set()
    return Line("".join(path), tuple(sorted(shared)), any(end.gap for end in ends))
