"""Text files, and text that was pasted: decoded whatever the encoding, lines put back into paragraphs."""

import codecs
import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import groupby
from unicodedata import category

from strongsuit.documents.reading import refusals
from strongsuit.knowledge.coach.document.blocks import Block, Document, Row, Unread
from strongsuit.knowledge.coach.document.headings import heading, looks_like_one

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BULLET = re.compile(r"^\s*(?:[•▪●○◦‣*·–—-]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+)")
SIGN = re.compile(r"^\s*[•▪●○◦‣*·–—-]\s+")
HASHES = re.compile(r"^\s{0,3}#{1,6}\s+")
# After a full stop a line of its own that says what a student will do: the next goal.
GOAL = re.compile(
    r"\s*(?:[Tt]he (?:student|learner|child)|[^\W\d_a-z][\w'’-]+) will\b|\s*Given \w|\s*By \w+,? (?:\d|of )"
)
RULE = re.compile(r"^\s*[=_~*-]{3,}\s*$")
BOLD = re.compile(r"^\s*(\*\*|__)(.+?)\1:?\s*$")
COLUMNS = re.compile(r"\t+|\s{3,}|\s*\|\s*")
# A line alone is no table, and one column neither.
LEAST_ROWS, LEAST_COLUMNS = 2, 2
# Tags in a text come from a page that was saved or copied as it is written.
INLINE = re.compile(r"</?(?:b|i|u|em|strong|span|font|a|sup|sub|small|code|mark)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
TAG = re.compile(
    r"<(script|style)\b[^<>]{0,300}>[^<>]{0,300}</\1>|<!--[^<>]{0,300}-->|</?(?:p|br|hr|div|table|thead|tbody|tr|td|th|ul|"
    r"ol|li|dl|dt|dd|h[1-6]|section|article|header|footer|main|nav|img|input|label|form|html|head|body|title|meta|link|"
    r"script|style)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
# "Baseline: ..." begins a box of its own.
NAMED = re.compile(r"^\s*[A-Z][\w()/#'’-]*(?: [\w()/#'’&-]+){0,5}:(?:\s|$)")
# Shorter lines end a paragraph even without a full stop.
WRAPPED_AT = 55
WIDEST = 130
# Of a text at most one in so many signs came with pasting, and of a guessed one so many are no plain letters.
LOOKED_AT, MOST_STRANGE, MOST_FOREIGN = 100_000, 50, 4
NEVER_WRITTEN = frozenset({"Cc", "Cn", "Co", "Cs"})
SPACES = "\t\n\v\f\r\x1b"
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\ufeff\ufffe\uffff]")


def decode(data: bytes) -> tuple[str, tuple[Unread, ...]]:
    """The letters, and a word where they had to be guessed."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            lost = text.count("\ufffd")
            return text, (Unread(refusals.LOST_SIGNS, (("many", lost),)),) if lost else ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    if encoding := zeros_on(data):
        return data.decode(encoding, errors="replace"), (Unread(refusals.GUESSED),)
    return data.decode("cp1252", errors="replace").replace("\ufffd", ""), (Unread(refusals.GUESSED),)


def zeros_on(data: bytes) -> str:
    """Two bytes a letter without a mark: in European text the zeros stand on one side. Nothing for any other file."""
    start = data[:4000]
    left, right = start[::2].count(0), start[1::2].count(0)
    if max(left, right) <= len(start) // 4 or min(left, right) > len(start) // 100:
        return ""
    return "utf-16-le" if right > left else "utf-16-be"


def is_written(text: str, *, guessed: bool) -> bool:
    """Whether these are words: few signs that nobody writes, and, where the letters were guessed, mostly English."""
    start = text[:LOOKED_AT]
    strange = sum(category(sign) in NEVER_WRITTEN or sign == "\ufffd" for sign in start if sign not in SPACES)
    foreign = sum(sign > "\x7f" for sign in start) if guessed else 0
    return strange <= max(1, len(start) // MOST_STRANGE) and foreign <= len(start) // MOST_FOREIGN


def read_text(name: str, text: str, unread: tuple[Unread, ...] = ()) -> Document:
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    many = len(pages) > 1
    blocks = [block for at, page in enumerate(pages, 1) for block in paragraphs(page.split("\n"), at if many else 0)]
    return Document(name, tuple(blocks), len(pages) if many else 0, unread)


def paragraphs(written: Iterable[str], page: int = 0) -> Iterator[Block]:
    """Lines that a width has broken are joined; headings, bullets and names with a colon begin anew."""
    held: list[str] = []
    lines = list(map(_clean, written))
    # Where a line is longer than any page is wide, each is a paragraph of its own.
    wrapped = max(map(len, lines), default=0) <= WIDEST
    for sign, run in groupby(lines, _sign_of_columns):
        some = list(run)
        if rows := _table(some, sign):
            yield from _done(held, page)
            yield Block(page=page, rows=rows)
        else:
            yield from _written_lines(some, held, page, wrapped=wrapped)
    yield from _done(held, page)


def _written_lines(lines: list[str], held: list[str], page: int, *, wrapped: bool) -> Iterator[Block]:
    for line in lines:
        if not line.strip() or RULE.match(line):
            yield from _done(held, page)
        elif found := _heading(line):
            yield from _done(held, page)
            yield Block(found, page, heading=True)
        elif "|" in line or (COLUMNS.search(line.strip()) and not held):
            yield from _done(held, page)
            yield _columns(line, page)
        else:
            if held and not _goes_on(held[-1], line, wrapped):
                yield from _done(held, page)
            held.append(line)


def _clean(line: str) -> str:
    """A line without the signs and tags that programs put there."""
    if "<" in line or "&" in line:
        line = unescape(INLINE.sub("", TAG.sub(" ", line)))
    return CONTROL.sub("", line.replace("\u00a0", " ")).rstrip()


def _sign_of_columns(line: str) -> str:
    return next((sign for sign in "|\t" if sign in line.strip()), "")


def _table(lines: list[str], sign: str) -> tuple[Row, ...]:
    """Neighboring lines with bars or tabs and columns alike, as a table pasted from a program comes; else nothing."""
    if not sign or len(lines) < LEAST_ROWS:
        return ()
    drawn = [line.strip() if sign == "|" else line for line in lines]
    parted = [
        line.removeprefix("|").removesuffix("|").split(sign) if sign == "|" else line.split(sign) for line in drawn
    ]
    rows = [tuple(cell.strip() for cell in row) for row in parted if any(cell.strip(" -:=+") for cell in row)]
    wide = len(rows[0]) if rows else 0
    if len(rows) < LEAST_ROWS or wide < LEAST_COLUMNS or any(len(row) > wide for row in rows):
        return ()
    # Empty cells at the end of a line are not written.
    return tuple(row + ("",) * (wide - len(row)) for row in rows)


def _heading(line: str) -> str:
    if HASHES.match(line):
        return HASHES.sub("", line).strip(" #*")
    bold = BOLD.match(line)
    if bold:
        return bold[2].strip()
    said = line.strip()
    if len(said) > 3 and said.isupper() and looks_like_one(said):
        return said
    found = None if SIGN.match(line) else heading(said)
    return said if found is not None and not found.rest and not BULLET.match(line) else ""


def _columns(line: str, page: int) -> Block:
    """ "Name: Maya     Grade: 4", or a row drawn with bars: boxes side by side."""
    cells = tuple(cell for cell in COLUMNS.split(line.strip().strip("|")) if cell.strip(" -:"))
    return Block(page=page, rows=(cells,)) if len(cells) > 1 else Block(line.strip("| "), page)


def _goes_on(before: str, line: str, wrapped: bool) -> bool:
    """Whether a line carries on the one before it."""
    if BULLET.match(line) or NAMED.match(line) or heading(line.strip()) is not None:
        return False
    said = before.rstrip()
    short, closed = len(said) < WRAPPED_AT, said.endswith((".", "!", "?"))
    if said.endswith(":") or (closed and (short or GOAL.match(line))):
        return False
    return line.strip()[:1].islower() or (wrapped and not short)


def _done(held: list[str], page: int) -> Iterator[Block]:
    if held:
        text = " ".join(line.strip() for line in held)
        yield Block(SIGN.sub("", text), page, item=bool(BULLET.match(held[0])))
        held.clear()
