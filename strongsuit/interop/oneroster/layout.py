"""Where each field of a file stands in the one at hand, and what is odd about its columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from strongsuit.interop.oneroster.cells import PLAIN, Learned
from strongsuit.interop.oneroster.columns import Column, Match, columns, columns_of, known_headers, match
from strongsuit.interop.oneroster.extras import is_secret, meaning
from strongsuit.interop.oneroster.head import DELIMITERS, Head
from strongsuit.interop.oneroster.report import Place, Report

# Only these two formats promise an order.
_ORDERED = frozenset({"1.1", "1.2"})


@cache
def fields_of(file: str) -> dict[str, Column]:
    """Every field that some format knows for the file, so that all formats give the same cells."""
    found: dict[str, Column] = {}
    for column in columns():
        if column.file == file and column.field:
            found.setdefault(column.field, column)
    return found


@dataclass(frozen=True, slots=True)
class Slot:
    """One field: which column it is read by, at which index of a row (-1: nowhere), and how."""

    field: str
    column: Column
    index: int
    learned: Learned | None

    @property
    def read(self) -> Callable[[str], Any]:
        return str.strip if self.learned is None else self.learned.__getitem__


class Layout:
    """The columns of one file, worked out from its header."""

    def __init__(self, file: str, format: str, head: Head) -> None:
        self.file, self.format, self.head = file, format, head
        self.matches = match(file, format, list(head.names))
        self.by_field: dict[str, Match] = {one.column.field: one for one in self.matches if one.column.field}
        self.slots = tuple(self._slot(field, column) for field, column in fields_of(file).items())
        passwords = {one.position - 1 for one in self.matches if one.column.kind == "password" and one.position}
        self.secret = passwords | {index for index, name in enumerate(head.names) if is_secret(name)}
        used = {one.position - 1 for one in self.matches if one.position} | self.secret
        self.extras = {
            index: said
            for index, name in enumerate(head.names)
            if index not in used and file == "users" and (said := meaning(name))
        }

    def _slot(self, field: str, column: Column) -> Slot:
        found = self.by_field.get(field)
        column = found.column if found else column
        learned = None if column.kind in PLAIN else Learned(column)
        return Slot(field, column, found.position - 1 if found else -1, learned)

    def needed(self, need: str) -> list[tuple[int, str]]:
        """The place in the cells, and the name, of each field that the format needs so much."""
        return [
            (at, slot.field)
            for at, slot in enumerate(self.slots)
            if slot.field in self.by_field and slot.column.need == need and (slot.index >= 0 or need == "must")
        ]

    @property
    def missing(self) -> list[str]:
        """Headers without which no row can be read."""
        return [one.column.header for one in self.by_field.values() if one.column.need == "must" and not one.position]


def tell_header(layout: Layout, name: str, report: Report) -> None:
    """Puts into the report what is odd about the columns, before any row."""
    if layout.head.delimiter != ",":
        report.add("oneroster.file.delimiter", Place(name, 1), delimiter=DELIMITERS[layout.head.delimiter])
    for one in layout.by_field.values():
        place = Place(name, 1, one.header or one.column.header, one.position or None)
        if one.position and one.rule:
            report.add(one.rule, place, one.header, expected=one.column.header)
        elif one.rule and one.column.need == "should":
            report.add(one.rule, place, expected=one.column.header)
    if optional := ", ".join(_left_out(layout)):
        report.add("oneroster.header.optional", Place(name, 1), names=optional)
    for place, rule in _others(layout, name):
        report.add(rule, place)
    positions = [one.position for one in layout.matches if one.position]
    if layout.format in _ORDERED and positions != sorted(positions):
        report.add("oneroster.file.order", Place(name, 1))


def _left_out(layout: Layout) -> Iterator[str]:
    present = {name.lower() for name in layout.head.names}
    for column in columns_of(layout.file, layout.format):
        found = layout.by_field.get(column.field)
        if not column.need and column.header.lower() not in present and not (found and found.position):
            yield column.header


def _others(layout: Layout, file_name: str) -> Iterator[tuple[Place, str]]:
    known = known_headers(layout.file)
    seen: set[str] = set()
    for index, name in enumerate(layout.head.names):
        place = Place(file_name, 1, name, index + 1)
        if not name:
            yield place, "oneroster.header.nameless"
        elif name.lower() in seen:
            yield place, "oneroster.header.twice"
        elif index in layout.secret:
            yield place, "oneroster.header.password"
        elif name.lower() not in known and index not in layout.extras:
            yield place, "oneroster.header.unknown"
        seen.add(name.lower())
