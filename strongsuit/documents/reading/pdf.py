"""PDF: words in lines, lines in paragraphs, ruled tables as tables, and what was typed into a form's boxes."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from strongsuit.documents.reading import refusals
from strongsuit.documents.reading.fields import Typed, typed_in
from strongsuit.documents.reading.lines import Printed, blocks_of, printed
from strongsuit.documents.reading.ruled import Box, ruled_tables
from strongsuit.knowledge.coach.document.blocks import Block, Document, Unread

MOST_PAGES = 120
# A page with fewer letters and a picture on it is a scan.
FEW_LETTERS = 20
# How the library under pdfplumber calls it.
LOCKED = "PDFPasswordIncorrect"
DIGITS = re.compile(r"\d+")
TABLES = {"snap_tolerance": 4, "join_tolerance": 4, "intersection_tolerance": 4, "text_x_tolerance": 1.5}


def read(name: str, data: bytes) -> Document:
    # A slow library, and only some files need it.
    import pdfplumber  # noqa: PLC0415

    try:
        with pdfplumber.open(io.BytesIO(data), unicode_norm="NFKC") as opened:
            return _read(name, opened, typed_in(data))
    except refusals.CannotRead:
        raise
    except Exception as fault:  # The libraries raise many kinds for a damaged file; to the reader they are one.
        locked = any(type(one).__name__ == LOCKED for one in (fault, *fault.args))
        raise refusals.CannotRead(refusals.LOCKED_PDF if locked else refusals.BROKEN_PDF) from fault


def _read(name: str, opened: Any, typed: dict[int, list[Typed]]) -> Document:
    pages: list[tuple[list[Printed], list[Block]]] = []
    scanned: list[int] = []
    broken: list[int] = []
    many = len(opened.pages)
    for number, page in enumerate(opened.pages[:MOST_PAGES], 1):
        try:
            lines, tables = _page(page, number, typed.get(number, []))
        except Exception:  # One damaged page is told, and the others go on.
            broken.append(number)
            continue
        if sum(len(line.text) for line in lines) + sum(map(_letters, tables)) < FEW_LETTERS and page.images:
            scanned.append(number)
        pages.append((lines, tables))
        page.close()
    if not any(lines or tables for lines, tables in pages):
        raise refusals.CannotRead(refusals.SCANNED if scanned else refusals.BROKEN_PDF if broken else refusals.NO_TEXT)
    running = _running([lines for lines, _tables in pages])
    blocks = tuple(
        block
        for lines, tables in pages
        for block in blocks_of([line for line in lines if _mark(line) not in running], tables)
    )
    return Document(name, blocks, many, tuple(_unread(many, scanned, broken)))


def _unread(many: int, scanned: list[int], broken: list[int]) -> Iterator[Unread]:
    if many > MOST_PAGES:
        yield Unread(refusals.TOO_MANY_PAGES, (("has", many), ("most", MOST_PAGES)))
    for message, pages in ((refusals.PAGES_SCANNED, scanned), (refusals.BROKEN_PAGES, broken)):
        if pages:
            yield Unread(message, (("pages", ", ".join(map(str, pages))),))


def _letters(table: Block) -> int:
    return sum(len(cell) for row in table.rows for cell in row)


def _page(page: Any, number: int, typed: Sequence[Typed]) -> tuple[list[Printed], list[Block]]:
    words = page.extract_words(
        x_tolerance_ratio=0.15,
        y_tolerance=3,
        keep_blank_chars=False,
        use_text_flow=False,
        extra_attrs=["fontname", "size"],
    )
    words += [word for one in typed for word in one.words(float(page.height))]
    found = list(_tables(page, words))
    boxes, tables = [box for box, _rows in found], [Block(page=number, rows=rows) for _box, rows in found]
    outside = [word for word in words if not any(_within(word, box) for box in boxes)]
    lines = printed(outside, number, float(page.height))
    for at, box in enumerate(boxes):
        spot = next((spot for spot, line in enumerate(lines) if line.top >= box[1]), len(lines))
        lines.insert(spot, Printed("", number, box[1], 0, 0, 0, False, 0, table=at))
    return lines, tables


def _tables(page: Any, words: list[dict[str, Any]]) -> Iterator[tuple[Box, tuple[tuple[str, ...], ...]]]:
    """Those with lines around their cells, then those with lines between their rows."""
    # Without lines there is no ruled table to look for.
    drawn = page.find_tables(TABLES) if len(page.rects) + len(page.lines) + len(page.curves) >= 4 else []
    whole = [(table.bbox, rows) for table in drawn if len(rows := _rows(table, words)) > 1]
    between = list(ruled_tables(page, words, [box for box, _rows in whole]))
    # One row by itself is often the shaded head of a table that has no lines beside its cells.
    alone = [(table.bbox, rows) for table in drawn if len(rows := _rows(table, words)) == 1 and len(rows[0]) > 1]
    yield from whole
    yield from between
    yield from ((box, rows) for box, rows in alone if not any(_overlap(box, other) for other, _rows in between))


def _overlap(box: Box, other: Box) -> bool:
    return box[1] < other[3] and other[1] < box[3]


def _rows(table: Any, words: list[dict[str, Any]]) -> tuple[tuple[str, ...], ...]:
    """Words are put into their cells here, so that what was typed into boxes is among them."""
    found = []
    for row in table.rows:
        # A cell that another one covers keeps its place, so that rows stay under their heads.
        cells = tuple(_cell(box, words) if box else "" for box in row.cells)
        if any(cells):
            found.append(cells)
    return tuple(found)


def _cell(box: tuple[float, float, float, float], words: list[dict[str, Any]]) -> str:
    held = [word for word in words if _within(word, box)]
    return "\n".join(block.text for block in blocks_of(printed(held, 0, 1000), [], narrow=True))


def _within(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle = (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2
    if word.get("typed"):
        middle = word["x0"] + 2, middle[1]
    return bool(box[0] <= middle[0] <= box[2] and box[1] <= middle[1] <= box[3])


def _mark(line: Printed) -> str:
    """A running line is the same on each page but for its number, in the same margin."""
    return f"{DIGITS.sub('#', line.text)}|{line.edge}" if line.edge else ""


def _running(pages: list[list[Printed]]) -> frozenset[str]:
    if len(pages) < 2:
        return frozenset()
    seen = Counter(mark for lines in pages for mark in {_mark(line) for line in lines} if mark)
    return frozenset(mark for mark, many in seen.items() if many >= max(2, len(pages) // 2))
