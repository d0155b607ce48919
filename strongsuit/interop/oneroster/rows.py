"""Lines into rows of values (RFC 4180), each with the physical line on which it begins."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from strongsuit.interop.oneroster.text import LONGEST

# The format allows no line break inside a value; real files have some. More than these is an open quotation mark.
SPAN = 20

# Control characters, and those that turn the direction of the text around them; a tab parts values.
_ODD = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


class Row(NamedTuple):
    """``rule`` says what is odd about the row; a row without values could not be read because of it."""

    line: int
    values: list[str]
    rule: str
    length: int


class _Whole(NamedTuple):
    """The text of one row, which spans lines where a quoted value does."""

    line: int
    text: str
    rule: str


class _Lines:
    """The lines of a file, batch by batch; those of the batch at hand can be put back."""

    def __init__(self, batches: Iterable[list[str]]) -> None:
        self.batches = iter(batches)
        self.waiting: deque[str] = deque()
        self.number = 0

    def more(self) -> str | None:
        """The next line, of the next batch where this one is at its end."""
        while not self.waiting:
            batch = next(self.batches, None)
            if batch is None:
                return None
            self.waiting.extend(batch)
        return self.waiting.popleft()

    def put_back(self, lines: list[str]) -> None:
        self.waiting.extendleft(reversed(lines))


def rows(batches: Iterable[list[str]], delimiter: str, width: int = 0) -> Iterator[Row]:
    """Every row that is not blank. A row that cannot be read never takes its neighbors with it.

    Where the header's ``width`` is known, a row over several lines must have it: otherwise a quotation mark was
    left open, and happened to be closed by that of another row.
    """
    lines = _Lines(batches)
    feed: list[str] = []
    reader = csv.reader(iter(feed.pop, None), delimiter=delimiter, skipinitialspace=True)
    for batch in lines.batches:
        if _is_plain(batch, delimiter):
            # Nearly all of them are: read at once, for it is most of the work of a large roster.
            values_of = csv.reader(batch, delimiter=delimiter, skipinitialspace=True)
            for number, text in enumerate(batch, lines.number + 1):
                yield Row(number, next(values_of), "", len(text))
            lines.number += len(batch)
            continue
        lines.waiting.extend(batch)
        for line, text, rule in _whole_rows(lines, delimiter, width):
            if rule:
                yield Row(line, [], rule, 0)
                continue
            feed.append(text)
            values = next(reader)
            if not text.isprintable() and _ODD.search(text):
                rule = "oneroster.value.odd"
                values = [_ODD.sub("", value.replace("\n", " ")) for value in values]
            yield Row(line, values, rule, len(text))


def _is_plain(batch: list[str], delimiter: str) -> bool:
    """Whether each line is a row: nothing quoted, nothing odd, nothing blank, nothing too long."""
    text = "".join(batch)
    return (
        '"' not in text
        and (text.replace("\t", "") if delimiter == "\t" else text).isprintable()
        and all(batch)
        and not any(map(str.isspace, batch))
        and max(map(len, batch), default=0) <= LONGEST
    )


def _whole_rows(lines: _Lines, delimiter: str, width: int) -> Iterator[_Whole]:
    """The rows that begin in the batch at hand."""
    while lines.waiting:
        text = lines.waiting.popleft()
        lines.number += 1
        if '"' not in text or not _ends_inside(text, delimiter):
            if text and not text.isspace():
                yield _Whole(lines.number, text, _fault(text))
            continue
        gathered = _gather(text, lines, delimiter)
        joined = "\n".join(gathered)
        if gathered and not _has_width(joined, delimiter, width):
            lines.put_back(gathered[1:])
            gathered = []
        if gathered:
            yield _Whole(lines.number, joined, _fault(joined))
            lines.number += len(gathered) - 1
        else:
            yield _Whole(lines.number, text, "oneroster.row.quote")


def _has_width(text: str, delimiter: str, width: int) -> bool:
    if not width:
        return True
    values = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True))
    return len(values) >= width and not any(value.strip() for value in values[width:])


def _fault(text: str) -> str:
    if len(text) > LONGEST:
        return "oneroster.row.length"
    return "oneroster.row.nul" if "\0" in text else ""


def _gather(text: str, lines: _Lines, delimiter: str) -> list[str]:
    """The lines of a row whose first one ends inside quotation marks; none, and all put back, if they never close."""
    gathered = [text]
    while len(gathered) < SPAN and sum(map(len, gathered)) <= LONGEST:
        following = lines.more()
        if following is None:
            break
        gathered.append(following)
        if '"' in following and not _ends_inside(following, delimiter, inside=True):
            return gathered
    lines.put_back(gathered[1:])
    return []


def _ends_inside(text: str, delimiter: str, inside: bool = False) -> bool:
    """Whether a quoted value is still open at the end of the line; the same reading as the csv module's."""
    at = 0
    if not inside:
        at, inside = _at_value(text, 0)
    while True:
        while inside:
            at = text.find('"', at)
            if at < 0:
                return True
            doubled = text.startswith('"', at + 1)
            at, inside = at + 1 + doubled, doubled
        at = text.find(delimiter, at)
        if at < 0:
            return False
        at, inside = _at_value(text, at + 1)


def _at_value(text: str, at: int) -> tuple[int, bool]:
    while text.startswith(" ", at):
        at += 1
    quoted = text.startswith('"', at)
    return at + quoted, quoted
