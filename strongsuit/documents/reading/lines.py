"""Words of a printed page as lines, and lines as paragraphs, headings and items, by their place and their type."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from strongsuit.documents.reading.plain import NAMED
from strongsuit.knowledge.coach.document.blocks import Block
from strongsuit.knowledge.coach.document.headings import heading

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
BULLET = re.compile(r"^\s*(?:[•▪●○◦‣*·–—\uf0b7\uf0a7]\s*|-\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)")
SIGN = re.compile(r"^\s*[•▪●○◦‣*·–—\uf0b7\uf0a7-]\s*")
# Running heads and feet stand in the outer twelfth of a page.
MARGIN = 1 / 12
# A gap this many letters wide parts two boxes on one line.
WIDE = 3.0
# Two columns: at least so many lines side by side, parted by at least so many points, crossed by at most this share.
COLUMN_ROWS = 6
NARROWEST_GUTTER = 8
CROSSING = 0.15
STEP = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it stands on its page; ``table`` is the number of a table that stands there instead, or -1."""

    text: str
    page: int
    top: float
    left: float
    right: float
    size: float
    bold: bool
    edge: int
    bottom: float = 0
    table: int = -1
    # Whether its first and its last word are bold.
    opens_bold: bool = False
    ends_bold: bool = False


def rows_of(words: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Words at one height, from left to right."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda one: (one["top"] + one["bottom"]) / 2):
        middle = (word["top"] + word["bottom"]) / 2
        last = rows[-1][0] if rows else word
        if rows and abs((last["top"] + last["bottom"]) / 2 - middle) < 0.4 * max(word["size"], last["size"], 5):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one["x0"]) for row in rows]


def printed(words: Sequence[dict[str, Any]], page: int, height: float) -> list[Printed]:
    """Words at one height are one line; where a wide gap stands between, two boxes."""
    rows = rows_of(words)
    gutter = gutter_of(rows)
    found = [line for row in rows for line in _lines(row, page, height, gutter)]
    return _columns(found, gutter) if gutter else found


def _lines(row: list[dict[str, Any]], page: int, height: float, gutter: float) -> Iterator[Printed]:
    held: list[dict[str, Any]] = []
    for at, word in enumerate(row):
        across = held and held[-1]["x1"] <= gutter <= word["x0"]
        if held and (across or _is_apart(held[-1], word) or _names_a_part(row, at)):
            yield _line(held, page, height)
            held = []
        held.append(word)
    yield _line(held, page, height)


def _is_apart(before: dict[str, Any], word: dict[str, Any]) -> bool:
    return word["x0"] - before["x1"] > WIDE * max(word["size"], 6) and not before["text"].endswith(":")


def _names_a_part(row: list[dict[str, Any]], at: int) -> bool:
    """In the middle of a line bold words begin that end with a colon."""
    if not _is_bold(row[at]) or _is_bold(row[at - 1]):
        return False
    run = list(takewhile(_is_bold, row[at : at + 12]))
    return any(word["text"].endswith(":") for word in run)


def _is_bold(word: dict[str, Any]) -> bool:
    return bool(BOLD.search(word["fontname"]))


def _line(words: list[dict[str, Any]], page: int, height: float) -> Printed:
    letters = sum(len(word["text"]) for word in words)
    bold = sum(len(word["text"]) for word in words if _is_bold(word))
    size = Counter(round(word["size"], 1) for word in words for _letter in word["text"]).most_common(1)[0][0]
    top, bottom = min(word["top"] for word in words), max(word["bottom"] for word in words)
    edge = -1 if bottom < height * MARGIN else 1 if top > height * (1 - MARGIN) else 0
    return Printed(
        " ".join(word["text"] for word in words), page, top, words[0]["x0"], words[-1]["x1"], size,
        bold > 0.9 * letters, edge, bottom, opens_bold=_is_bold(words[0]), ends_bold=_is_bold(words[-1]),
    )  # fmt: skip


def gutter_of(rows: Sequence[list[dict[str, Any]]]) -> float:
    """Where two columns of text part: a band near the middle that hardly any line crosses; 0 where there is none."""
    if len(rows) < COLUMN_ROWS:
        return 0
    left, right = min(row[0]["x0"] for row in rows), max(row[-1]["x1"] for row in rows)
    covered = Counter(step for row in rows for step in {step for word in row for step in _steps(word)})
    free: list[int] = []
    best: list[int] = []
    for step in range(int((left + 0.3 * (right - left)) / STEP), int((left + 0.7 * (right - left)) / STEP) + 1):
        free = [*free, step] if covered[step] <= CROSSING * len(rows) else []
        best = max(best, free, key=len)
    if len(best) * STEP < NARROWEST_GUTTER:
        return 0
    middle = (best[0] + best[-1] + 1) * STEP / 2
    return middle if _has_columns(rows, middle) else 0


def _steps(word: dict[str, Any]) -> range:
    return range(int(word["x0"] / STEP), int(word["x1"] / STEP) + 1)


def _has_columns(rows: Sequence[list[dict[str, Any]]], middle: float) -> bool:
    """Text on both sides; labels with their boxes on the other side are rows, not columns."""
    both = [row for row in rows if row[0]["x1"] < middle < row[-1]["x0"]]
    sides = [[word for word in row if word["x1"] <= middle] for row in both]
    labels = sum(1 for side in sides if len(side) <= 3 or side[-1]["text"].endswith(":"))
    return len(both) >= COLUMN_ROWS and labels < len(both) / 2


def _columns(lines: list[Printed], gutter: float) -> list[Printed]:
    """What crosses the middle stays where it is; between two such lines the left column comes first."""
    done: list[Printed] = []
    left: list[Printed] = []
    right: list[Printed] = []
    for line in lines:
        if line.left < gutter < line.right:
            done += [*left, *right, line]
            left, right = [], []
        elif line.left >= gutter:
            right.append(line)
        else:
            left.append(line)
    return [*done, *left, *right]


def blocks_of(lines: Sequence[Printed], tables: Sequence[Block], *, narrow: bool = False) -> Iterator[Block]:
    """``narrow`` lines stand in a cell, whose width nobody knows but by its longest line."""
    wide = max((line.right for line in lines), default=0)
    usual = _usual_size(lines)
    held: list[Printed] = []
    for line in lines:
        if line.table >= 0:
            yield from _done(held, usual)
            yield tables[line.table]
            continue
        if held and not _goes_on(held[-1], line, wide, narrow):
            yield from _done(held, usual)
        held.append(line)
    yield from _done(held, usual)


def _usual_size(lines: Sequence[Printed]) -> float:
    sizes = Counter(line.size for line in lines if line.table < 0 for _letter in line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _goes_on(before: Printed, line: Printed, wide: float, narrow: bool) -> bool:
    if before.ends_bold != line.opens_bold or abs(before.size - line.size) > 0.6 or BULLET.match(line.text):
        return False
    gap = line.top - before.bottom
    if gap > 0.8 * line.size or gap < -before.size or line.page != before.page:
        return False
    if before.text.endswith(":") or NAMED.match(line.text) or (not line.bold and heading(line.text) is not None):
        return False
    reaches = before.right > wide - (0.35 if narrow else 0.2) * max(wide - before.left, 1)
    return before.text.endswith(",") or line.text[:1].islower() or reaches or (line.opens_bold and before.bold)


def _done(held: list[Printed], usual: float) -> Iterator[Block]:
    if not held:
        return
    text = held[0].text
    for line in held[1:]:
        # A word broken at the end of a line; "well-" before "known" keeps its stroke.
        broken = text.endswith("-") and text[-2:-1].isalpha() and line.text[:1].islower()
        text = f"{text}{'' if broken else ' '}{line.text}"
    first = held[0]
    stands_out = first.bold or first.size > usual + 1
    short = (len(text) < 120 or text.isupper()) and not text.endswith((".", ";", ","))
    yield Block(SIGN.sub("", text) or text, first.page, heading=stands_out and short, item=bool(BULLET.match(text)))
    held.clear()
