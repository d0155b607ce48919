"""The columns of the picture in the order that crosses the fewest lines."""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from strongsuit.web.thread.shapes import KINDS, Node, Thread
from strongsuit.web.thread.strands import through


@dataclass(slots=True)
class Slot:
    """A place in a column: a node, a gap where one is missing, or the bend of a line that passes through."""

    key: str
    node: Node | None = None
    gap: bool = False
    thread: int = 0
    row: int = 0
    left: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)


def columns_of(thread: Thread, belongs: dict[str, tuple[int, ...]]) -> list[list[Slot]]:
    """Slots by column; a line that skips columns bends through one slot in each, a missing neighbor gets a gap."""
    columns: list[list[Slot]] = [[] for _kind in KINDS]
    slots = {node.key: Slot(node.key, node, thread=belongs[node.key][0]) for node in thread.nodes}
    for node in thread.nodes:
        columns[KINDS.index(node.kind)].append(slots[node.key])
    for start, end in through(thread):
        _join(columns, slots[start], slots[end])
    for node in thread.nodes:
        if node.lacks:
            gap = Slot(f"gap:{node.key}", node, gap=True, thread=slots[node.key].thread)
            columns[KINDS.index(node.lacks)].append(gap)
            before = KINDS.index(node.lacks) < KINDS.index(node.kind)
            _join(columns, *((gap, slots[node.key]) if before else (slots[node.key], gap)))
    for column in columns:
        column.sort(key=lambda slot: slot.thread)
    return columns


def _join(columns: list[list[Slot]], start: Slot, end: Slot) -> None:
    """Links two slots, with a bend in every column between."""
    first = next(place for place, column in enumerate(columns) if start in column)
    last = next(place for place, column in enumerate(columns) if end in column)
    previous = start
    for place in range(first + 1, last):
        bend = Slot(f"bend:{start.key}:{end.key}:{place}", thread=max(start.thread, end.thread))
        columns[place].append(bend)
        previous.right.append(bend.key)
        bend.left.append(previous.key)
        previous = bend
    previous.right.append(end.key)
    end.left.append(previous.key)


def order(columns: list[list[Slot]]) -> None:
    """Fewer crossings: each column sorted by the middle of its neighbors, there and back; the best order stays."""
    best, fewest = [list(column) for column in columns], _crossings(columns)
    for sweep in range(6):
        if not fewest:
            break
        for column in columns if sweep % 2 else reversed(columns):
            places = {slot.key: place for other in columns for place, slot in enumerate(other)}
            middles = {
                slot.key: middle((places[key] for key in (slot.left if sweep % 2 else slot.right)), places[slot.key])
                for slot in column
            }
            column.sort(key=lambda slot: middles[slot.key])
        if (crossings := _crossings(columns)) < fewest:
            best, fewest = [list(column) for column in columns], crossings
    columns[:] = best


def _crossings(columns: list[list[Slot]]) -> int:
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


def middle(places: Iterable[float], otherwise: float) -> float:
    found = list(places)
    return sum(found) / len(found) if found else otherwise
