"""Lines into rows of values (RFC 4180), each with the physical line on which it begins."""

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
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


def rows(batches: Iterable[list[str]], delimiter: str, width: int = 0) -> Iterator[Row]:
    """Every row that is not blank. A row that cannot be read never takes its neighbors with it.

    Where the header's ``width`` is known, a row over several lines must have it: otherwise a quotation mark was
    left open, and happened to be closed by that of another row.
    """
    feed: list[str] = []
    reader = csv.reader(iter(feed.pop, None), delimiter=delimiter, skipinitialspace=True)
    for line, text, rule in _whole_rows(chain.from_iterable(batches), delimiter, width):
        if rule:
            yield Row(line, [], rule, 0)
            continue
        feed.append(text)
        values = next(reader)
        if not text.isprintable() and _ODD.search(text):
            rule = "oneroster.value.odd"
            values = [_ODD.sub("", value.replace("\n", " ")) for value in values]
        yield Row(line, values, rule, len(text))


def _whole_rows(lines: Iterator[str], delimiter: str, width: int) -> Iterator[_Whole]:
    again: deque[str] = deque()
    number = 0
    while (text := again.popleft() if again else next(lines, None)) is not None:
        number += 1
        if '"' not in text or not _ends_inside(text, delimiter):
            if text and not text.isspace():
                yield _Whole(number, text, _fault(text))
            continue
        gathered = _gather(text, lines, again, delimiter)
        joined = "\n".join(gathered)
        if gathered and not _has_width(joined, delimiter, width):
            again.extendleft(reversed(gathered[1:]))
            gathered = []
        if gathered:
            yield _Whole(number, joined, _fault(joined))
            number += len(gathered) - 1
        else:
            yield _Whole(number, text, "oneroster.row.quote")


def _has_width(text: str, delimiter: str, width: int) -> bool:
    if not width:
        return True
    values = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True))
    return len(values) >= width and not any(value.strip() for value in values[width:])


def _fault(text: str) -> str:
    if len(text) > LONGEST:
        return "oneroster.row.length"
    return "oneroster.row.nul" if "\0" in text else ""


def _gather(text: str, lines: Iterator[str], again: deque[str], delimiter: str) -> list[str]:
    """The lines of a row whose first one ends inside quotation marks; none, and all put back, if they never close."""
    gathered = [text]
    while len(gathered) < SPAN and sum(map(len, gathered)) <= LONGEST:
        following = again.popleft() if again else next(lines, None)
        if following is None:
            break
        gathered.append(following)
        if '"' in following and not _ends_inside(following, delimiter, inside=True):
            return gathered
    again.extendleft(reversed(gathered[1:]))
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
