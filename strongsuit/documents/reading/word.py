"""Word files: paragraphs, tables, boxes to fill in and text boxes, in the order of the page."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from strongsuit.documents.reading import refusals
from strongsuit.documents.reading.html import pictures_of
from strongsuit.knowledge.coach.document.blocks import Block, Document

# What a plan of a hundred pages stays far below, unpacked.
MOST_UNPACKED = 60_000_000
MOST_FILES = 3_000
NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 60
MOST_COLUMNS = 40
# Deleted under tracked changes, or the same text a second time for old programs.
LEFT_OUT = frozenset({f"{NAMESPACE}del", f"{NAMESPACE}moveFrom", f"{NAMESPACE}instrText", f"{NAMESPACE}delText",
                      "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"})  # fmt: skip
PARAGRAPH, TABLE, ROW, CELL = (f"{NAMESPACE}{name}" for name in ("p", "tbl", "tr", "tc"))


def check_size(data: bytes) -> None:
    """What the list of contents promises is all that is ever unpacked, so it can be believed."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        listed = packed.infolist()
    if len(listed) > MOST_FILES or sum(one.file_size for one in listed) > MOST_UNPACKED:
        raise refusals.CannotRead(refusals.UNPACKS_TOO_LARGE)


def read(name: str, data: bytes) -> Document:
    # A slow library, and only some files need it.
    import docx  # noqa: PLC0415

    try:
        check_size(data)
        opened = docx.Document(io.BytesIO(data))
        body = opened.element.body
        styles = _heading_styles(opened)
    except refusals.CannotRead:
        raise
    except Exception as fault:  # The libraries raise many kinds for a damaged file; to the reader they are one.
        raise refusals.CannotRead(refusals.BROKEN_WORD) from fault
    head = [block for part in _headers(opened) for block in _blocks(part, styles, 0)]
    blocks = tuple(head[:20]) + tuple(_blocks(body, styles, 0))
    pictures = sum(1 for node in body.iter() if isinstance(node.tag, str) and node.tag.endswith("}blip"))
    return Document(name, blocks, 0, pictures_of(pictures))


def _headers(opened: Any) -> Iterator[Any]:
    """The first running head often is the only place that names the student."""
    for section in list(opened.sections)[:1]:
        if not section.header.is_linked_to_previous:
            yield section.header._element


def _heading_styles(opened: Any) -> frozenset[str]:
    """Styles that are headings, by their name or by the outline level they give."""
    found = set()
    for style in opened.styles:
        level = style.element.find(f"{NAMESPACE}pPr/{NAMESPACE}outlineLvl")
        if (style.name or "").lower().startswith(("heading", "title", "subtitle")) or level is not None:
            found.add(style.style_id)
    return frozenset(found)


def _blocks(node: Any, styles: frozenset[str], depth: int) -> Iterator[Block]:
    if depth > DEEPEST:
        return
    for child in node:
        if child.tag in LEFT_OUT:
            continue
        if child.tag == PARAGRAPH:
            yield from _paragraph(child, styles, depth)
        elif child.tag == TABLE:
            yield from _table(child, styles, depth)
        else:
            yield from _blocks(child, styles, depth + 1)


def _paragraph(node: Any, styles: frozenset[str], depth: int) -> Iterator[Block]:
    """Its words; text boxes that hang on it come after."""
    text = _text(node).strip()
    if text:
        style = node.find(f"{NAMESPACE}pPr/{NAMESPACE}pStyle")
        named = style is not None and style.get(f"{NAMESPACE}val") in styles
        listed = style is not None and (style.get(f"{NAMESPACE}val") or "").lower().startswith("list")
        item = listed or node.find(f"{NAMESPACE}pPr/{NAMESPACE}numPr") is not None
        bold = len(text) < 120 and not text.endswith(".") and _all_bold(node)
        for part in text.split("\n"):
            if part.strip():
                yield Block(part.strip(), heading=named or bold, item=item)
    for box in node.iter(f"{NAMESPACE}txbxContent"):
        if not any(above.tag in LEFT_OUT for above in box.iterancestors()):
            yield from _blocks(box, styles, depth + 1)


def _text(node: Any) -> str:
    said: list[str] = []
    for child in node:
        name = child.tag
        if name in LEFT_OUT or name == f"{NAMESPACE}txbxContent":
            continue
        if name == f"{NAMESPACE}t":
            said.append(child.text or "")
        elif name in (f"{NAMESPACE}tab", f"{NAMESPACE}ptab"):
            said.append("   ")
        elif name in (f"{NAMESPACE}br", f"{NAMESPACE}cr"):
            said.append("\n")
        elif name == f"{NAMESPACE}noBreakHyphen":
            said.append("-")
        else:
            said.append(_text(child))
    return "".join(said)


def _all_bold(node: Any) -> bool:
    runs = [run for run in node.iter(f"{NAMESPACE}r") if _text(run).strip()]
    return bool(runs) and all(_is_bold(run) for run in runs)


def _is_bold(run: Any) -> bool:
    mark = run.find(f"{NAMESPACE}rPr/{NAMESPACE}b")
    return mark is not None and mark.get(f"{NAMESPACE}val") not in ("0", "false", "off")


def _table(node: Any, styles: frozenset[str], depth: int) -> Iterator[Block]:
    """A table that only frames a page is read as what stands in it."""
    rows = [
        [cell for cell in row.iter(CELL) if _owner(cell, ROW) is row]
        for row in node.iter(ROW)
        if _owner(row, TABLE) is node
    ]
    nested = any(True for cells in rows for cell in cells for _inner in cell.iter(TABLE))
    if nested or all(len(cells) < 2 for cells in rows):
        for cells in rows:
            for cell in cells:
                yield from _blocks(cell, styles, depth + 1)
        return
    texts = tuple(tuple(text for cell in cells for text in [_cell(cell)] * _span(cell)) for cells in rows)
    if held := tuple(row for row in texts if any(row)):
        yield Block(rows=held)


def _owner(node: Any, tag: str) -> Any:
    return next((above for above in node.iterancestors() if above.tag == tag), None)


def _span(cell: Any) -> int:
    """How many columns a cell covers; handed over once for each, so that rows stay under their heads."""
    wide = cell.find(f"{NAMESPACE}tcPr/{NAMESPACE}gridSpan")
    said = "" if wide is None else wide.get(f"{NAMESPACE}val") or ""
    return int(said) if said.isascii() and said.isdecimal() and 1 <= int(said[:3]) <= MOST_COLUMNS else 1


def _cell(cell: Any) -> str:
    return "\n".join(said for part in cell.iter(PARAGRAPH) if (said := _text(part).strip()))
