"""The row of each slot: near its neighbors, never over another."""

from collections.abc import Iterable

from strongsuit.web.thread.shapes import HEIGHT
from strongsuit.web.thread.slots import Slot, middle
from strongsuit.web.thread.strands import reach


def place_rows(columns: list[list[Slot]]) -> int:
    """Gives each slot its half-row, group below group; the answer is the number of half-rows."""
    top = 0
    groups = _groups(columns)
    alone = [group for group in groups if sum(map(len, group)) == 1]
    # What no line reaches stands side by side in one last group, not each in a row of its own.
    joined = [[slot for group in alone for slot in group[place]] for place in range(len(columns))]
    for group in [*(group for group in groups if group not in alone), *([joined] if alone else [])]:
        rows = _settle(group)
        first = min(rows.values())
        for column in group:
            for slot in column:
                slot.row = rows[slot.key] - first + top
        top = max(slot.row for column in group for slot in column) + HEIGHT
    return top


def _groups(columns: list[list[Slot]]) -> list[list[list[Slot]]]:
    """The columns taken apart into sets of slots that no line joins, in the order of their highest place."""
    slots = {slot.key: slot for column in columns for slot in column}
    ways = {key: slot.left + slot.right for key, slot in slots.items()}
    groups: list[list[list[Slot]]] = []
    seen: set[str] = set()
    for place in range(max(map(len, columns), default=0)):
        for column in columns:
            if place < len(column) and column[place].key not in seen:
                keys = reach(column[place].key, ways)
                seen |= keys
                groups.append([[slot for slot in each if slot.key in keys] for each in columns])
    return sorted(groups, key=lambda group: -sum(map(bool, group)))


def _settle(group: list[list[Slot]]) -> dict[str, int]:
    """Half-rows within a group: each slot as near the middle of its neighbors as the others in its column allow."""
    rows: dict[str, float] = {slot.key: place * HEIGHT for column in group for place, slot in enumerate(column)}
    for _sweep in range(8):
        for column in (*group, *reversed(group)):
            wanted = [middle((rows[key] for key in slot.left + slot.right), rows[slot.key]) for slot in column]
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
