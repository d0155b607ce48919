"""The thread as a picture: where each node stands and how the lines run between them; no tables, no HTML."""

from collections.abc import Iterable

from strongsuit.web.thread.placing import place_rows
from strongsuit.web.thread.shapes import COLUMN, GAP, KINDS, ROW, TITLES, Column, Line, Picture, Placed, Thread
from strongsuit.web.thread.slots import Slot, columns_of, order
from strongsuit.web.thread.strands import neighbors, threads_by_node


def layout(thread: Thread) -> Picture:
    """Columns with every node placed, and the lines between them."""
    belongs = threads_by_node(thread)
    columns = columns_of(thread, belongs)
    order(columns)
    rows = place_rows(columns)
    by_key = {node.key: node for node in thread.nodes}
    ahead, _behind = neighbors(thread)
    drawn = []
    for kind, slots in zip(KINDS, columns, strict=True):
        placed = tuple(
            Placed(
                slot.node,
                slot.row + 1,
                belongs[slot.node.key],
                () if slot.gap else tuple(by_key[key] for key in ahead[slot.key]),
                slot.gap,
            )
            for slot in sorted(slots, key=lambda slot: slot.row)
            if slot.node
        )
        drawn.append(Column(kind, str(TITLES[kind]), placed))
    broken = sum(1 for node in thread.nodes if node.problem)
    return Picture(tuple(drawn), tuple(_lines(columns, belongs)), rows, broken)


def _lines(columns: list[list[Slot]], belongs: dict[str, tuple[int, ...]]) -> Iterable[Line]:
    where = {slot.key: (place, slot) for place, column in enumerate(columns) for slot in column}
    for place, column in enumerate(columns):
        for slot in column:
            if slot.node is None:
                continue
            for key in slot.right:
                yield _line(place, slot, key, where, belongs)


def _line(
    place: int, slot: Slot, key: str, where: dict[str, tuple[int, Slot]], belongs: dict[str, tuple[int, ...]]
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
    shared = set(belongs[slot.node.key]) & set(belongs[following.node.key]) if slot.node else set()
    return Line("".join(path), tuple(sorted(shared)), any(end.gap for end in ends))
