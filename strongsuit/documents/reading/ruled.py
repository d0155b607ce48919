"""Tables drawn with lines between their rows only: the head says where the columns begin."""

from collections.abc import Iterator, Sequence
from typing import Any

from strongsuit.documents.reading.lines import blocks_of, printed, rows_of

Box = tuple[float, float, float, float]
Words = list[dict[str, Any]]
# Shorter lines are underlines and blanks to write on.
LEAST_SHARE = 0.4
# Space between words is narrower, in any type a plan is set in.
BETWEEN_COLUMNS = 8
CLOSEST, FARTHEST = 8, 300
SAME = 3
HEAD_LINES = 3


def ruled_tables(page: Any, words: Words, taken: Sequence[Box]) -> Iterator[tuple[Box, tuple[tuple[str, ...], ...]]]:
    """Each with its place; ``taken`` are tables that were found already."""
    for left, right, tops in _groups(page, taken):
        bands = [
            [word for word in words if left - SAME <= word["x0"] <= right and top <= _middle(word) <= bottom]
            for top, bottom in zip(tops, tops[1:], strict=False)
        ]
        for first, after in _runs(bands):
            starts = _starts(bands[first])
            rows = tuple(tuple(map(_cell, _columns(band, starts))) for band in bands[first:after])
            yield (left, tops[first], right, tops[after]), tuple(row for row in rows if any(row))


def _runs(bands: list[Words]) -> Iterator[tuple[int, int]]:
    """From each head as far as the words keep to its columns; other lines of that length belong to the text."""
    at = 0
    while at < len(bands):
        after = at + 1
        if _is_head(bands[at]):
            starts = _starts(bands[at])
            while after < len(bands) and not _crosses(bands[after], starts):
                after += 1
            if after > at + 1:
                yield at, after
        at = after


def _crosses(band: Words, starts: list[float]) -> bool:
    return any(word["x0"] < start - SAME and word["x1"] > start + 1 for word in band for start in starts[1:])


def _is_head(band: Words) -> bool:
    """Several columns beside each other, in few lines."""
    rows = rows_of(band)
    return 0 < len(rows) <= HEAD_LINES and max(len(_segments(row)) for row in rows) > 1


def _segments(row: Words) -> list[float]:
    """Where words begin after a wide space."""
    pairs = zip(row, row[1:], strict=False)
    return [row[0]["x0"], *(word["x0"] for before, word in pairs if word["x0"] - before["x1"] > BETWEEN_COLUMNS)]


def _middle(word: dict[str, Any]) -> float:
    return float(word["top"] + word["bottom"]) / 2


def _groups(page: Any, taken: Sequence[Box]) -> Iterator[tuple[float, float, list[float]]]:
    """Three or more lines of one length, one below the other."""
    rules = sorted(
        {
            (round(rule["top"]), round(rule["x0"]), round(rule["x1"]))
            for rule in (*page.lines, *page.rects)
            if rule["bottom"] - rule["top"] < 1.5 and rule["x1"] - rule["x0"] > LEAST_SHARE * float(page.width)
            if not any(box[1] - SAME <= rule["top"] <= box[3] + SAME for box in taken)
        }
    )
    held: list[tuple[int, int, int]] = []
    for rule in [*rules, (-1, -1, -1)]:
        if held and not _follows(held[-1], rule):
            if len(held) > 2:
                yield held[0][1], held[0][2], [float(top) for top, _left, _right in held]
            held = []
        held.append(rule)


def _follows(before: tuple[int, int, int], rule: tuple[int, int, int]) -> bool:
    alike = abs(before[1] - rule[1]) <= SAME and abs(before[2] - rule[2]) <= SAME
    return alike and CLOSEST <= rule[0] - before[0] <= FARTHEST


def _starts(head: Words) -> list[float]:
    """The columns of all lines of the head together."""
    found: list[float] = []
    for start in (start for row in rows_of(head) for start in _segments(row)):
        if not any(abs(start - other) < BETWEEN_COLUMNS for other in found):
            found.append(start)
    return sorted(found)


def _columns(band: Words, starts: list[float]) -> list[Words]:
    columns: list[Words] = [[] for _start in starts]
    for word in band:
        at = max((number for number, start in enumerate(starts) if start <= word["x0"] + SAME), default=0)
        columns[at].append(word)
    return columns


def _cell(words: Words) -> str:
    return "\n".join(block.text for block in blocks_of(printed(words, 0, 1000), [], narrow=True))
