"""Web pages that other systems save or print: headings, paragraphs, lists, tables, and what stands in boxes."""

import re
from collections.abc import Iterator
from typing import Any

from strongsuit.documents.reading import plain, refusals
from strongsuit.knowledge.coach.document.blocks import Block, Document, Unread

SKIPPED = frozenset({"script", "style", "head", "noscript", "template", "nav", "svg", "iframe", "object", "button"})
BREAKING = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label",
    "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "summary"})
BOLD = frozenset({"b", "strong", "u"})
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
SPACES = re.compile(r"[^\S\n]+")
# Deeper ones are no plan, and would take Python's own stack.
DEEPEST = 200
MOST_COLUMNS = 40
TYPED = frozenset({"", "text", "search", "email", "date", "number", "tel"})


def read(name: str, data: bytes) -> Document:
    # A slow library, and only some files need it.
    from lxml import html  # noqa: PLC0415

    text, unread = _decode(data)
    if not text.strip():
        raise refusals.CannotRead(refusals.NO_TEXT)
    root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=False, encoding="utf-8"))
    pictures = sum(1 for image in root.iter("img") if not (image.get("alt") or "").strip())
    blocks = tuple(_Reader().read(root))
    return Document(name, blocks, 0, unread + pictures_of(pictures))


def _decode(data: bytes) -> tuple[bytes, tuple[Unread, ...]]:
    """As UTF-8, whatever the page says of itself; the page's word counts where it can be right."""
    said = re.search(rb"charset\s*=\s*[\"']?\s*([\w-]+)", data[:4096], re.IGNORECASE)
    if said:
        try:
            return data.decode(said[1].decode("ascii")).encode(), ()
        except (LookupError, UnicodeDecodeError):
            pass
    text, unread = plain.decode(data)
    return text.encode(errors="replace"), unread


def pictures_of(many: int) -> tuple[Unread, ...]:
    if not many:
        return ()
    return (Unread(refusals.ONE_PICTURE),) if many == 1 else (Unread(refusals.PICTURES, (("many", many),)),)


class _Reader:
    """Walks the page once; words between two breaks are one paragraph."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.bold = 0
        self.letters = 0
        self.item = False

    def read(self, root: Any) -> Iterator[Block]:
        yield from self._walk(root, 0)
        yield from self._end()

    def _walk(self, node: Any, depth: int) -> Iterator[Block]:
        name = node.tag if isinstance(node.tag, str) else ""
        if not name or name in SKIPPED or depth > DEEPEST or _is_hidden(node):
            return
        if name == "table" and _is_grid(node):
            yield from self._end()
            if rows := tuple(filter(any, _rows(node))):
                yield Block(rows=rows)
            return
        breaks = name in BREAKING
        if breaks:
            yield from self._end()
        self.item = self.item or name == "li"
        if name == "br":
            yield from self._end()
        elif typed := typed_in(node):
            self._say(typed, strong=False)
        else:
            yield from self._inside(node, name, depth)
        if breaks:
            yield from self._end(heading=name in HEADINGS)

    def _inside(self, node: Any, name: str, depth: int) -> Iterator[Block]:
        strong = name in BOLD
        self._say(node.text or "", strong)
        for child in node:
            yield from self._walk(child, depth + 1)
            self._say(child.tail or "", strong)

    def _say(self, words: str, strong: bool) -> None:
        self.words.append(words)
        self.letters += len(words.strip())
        self.bold += len(words.strip()) if strong else 0

    def _end(self, heading: bool = False) -> Iterator[Block]:
        text = SPACES.sub(" ", "".join(self.words).replace("\n", " ")).strip()
        if text:
            all_bold = self.bold > 0.9 * self.letters and len(text) < 120 and not text.endswith(".")
            yield Block(text, heading=heading or all_bold, item=self.item)
        self.words, self.bold, self.letters, self.item = [], 0, 0, False


def _is_hidden(node: Any) -> bool:
    return (
        node.get("hidden") is not None or node.get("type") == "hidden" or bool(HIDDEN.search(node.get("style") or ""))
    )


def typed_in(node: Any) -> str:
    """What somebody wrote into a box of a saved page."""
    if node.tag == "input" and (node.get("type") or "").lower() in TYPED:
        return node.get("value") or ""
    if node.tag == "select":
        chosen = [option.text_content() for option in node.iter("option") if option.get("selected") is not None]
        return " ".join(chosen) or " "
    return (node.text or " ") if node.tag == "textarea" else ""


def _is_grid(table: Any) -> bool:
    """A table of words, not one that only lays out a page: it holds no other, and some row has two cells."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    return any(sum(1 for cell in row if cell.tag in ("td", "th")) > 1 for row in table.iter("tr"))


def _rows(table: Any) -> Iterator[tuple[str, ...]]:
    for row in table.iter("tr"):
        if not _is_hidden(row):
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            yield tuple(text for cell in cells for text in [_cell(cell)] * _span(cell))


def _span(cell: Any) -> int:
    """A cell over several columns is handed over once for each, so that rows stay under their heads."""
    said = (cell.get("colspan") or "").strip()
    return int(said) if said.isascii() and said.isdecimal() and 1 <= int(said[:3]) <= MOST_COLUMNS else 1


def _cell(cell: Any) -> str:
    reader = _Reader()
    found = list(reader._inside(cell, "", 0)) + list(reader._end())
    return "\n".join(block.text for block in found)
