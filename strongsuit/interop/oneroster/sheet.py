"""Reads one file of the package row by row, and tells what is odd with the place where it stands."""

from collections import namedtuple
from collections.abc import Iterator
from functools import cache
from typing import Any

from strongsuit.interop.oneroster.cells import PLAIN
from strongsuit.interop.oneroster.layout import Layout, fields_of
from strongsuit.interop.oneroster.open import Damaged, Entry
from strongsuit.interop.oneroster.report import Place, Report
from strongsuit.interop.oneroster.rows import Row, rows
from strongsuit.interop.oneroster.text import batches


@cache
def _cells_of(file: str) -> Any:
    return namedtuple(file, fields_of(file))


class Sheet:
    """Knows which row it is at, so that a problem is told with a rule and a field's name alone."""

    def __init__(self, entry: Entry, layout: Layout, mode: str, report: Report) -> None:
        self.entry, self.layout, self.mode, self.report = entry, layout, mode, report
        self.line = 1
        self.key = ""
        self.count = 0
        self.refused = 0
        self.refused_keys: set[str] = set()
        self._values: list[str] = []
        self._must = layout.needed("must")
        self._should = layout.needed("should")
        self._limits = [
            (slot, PLAIN[slot.column.kind]) for slot in layout.slots if slot.learned is None and slot.index >= 0
        ]
        # Rows shorter than this hold no value that could be too long.
        self._short = min((limit for _, limit in self._limits), default=0)
        self._learned = [(slot.field, slot.learned, slot.index) for slot in layout.slots if slot.learned is not None]

    def tell(self, rule: str, field: str = "", value: str | None = None, /, **words: str | int) -> None:
        """Report something about the row last read, by default with the field's text."""
        found = self.layout.by_field.get(field)
        place = Place(self.entry.name, self.line)
        if found is not None:
            place = Place(self.entry.name, self.line, found.header or found.column.header, found.position or None)
        if value is None:
            value = self._values[found.position - 1].strip() if found and found.position and self._values else ""
        self.report.add(rule, place, value, self.key, **words)

    def refuse(self, rule: str, field: str = "", **words: str | int) -> bool:
        """Tell an error; the row last read is then not taken."""
        self.tell(rule, field, None, **words)
        self.refused += 1
        if rule != "oneroster.row.twice":
            self.refused_keys.add(self.key)
        return False

    def tell_at(self, line: int, key: str, rule: str, field: str = "", value: str = "", **words: str | int) -> None:
        """Report something about an earlier row of this file."""
        now = self.line, self.key
        self.line, self.key = line, key
        self.tell(rule, field, value, **words)
        self.line, self.key = now

    def refuse_at(self, line: int, key: str, rule: str, field: str = "", value: str = "") -> None:
        """Take back an earlier row of this file."""
        self.tell_at(line, key, rule, field, value)
        self.refused += 1
        self.refused_keys.add(key)

    def extras(self) -> list[tuple[str, str]]:
        """What columns of the district's own say in the row last read."""
        return [(said, self._values[index].strip()) for index, said in self.layout.extras.items()]

    def read(self) -> Iterator[Any]:
        """The cells of every row that can be read; Damaged or Undecodable when the file breaks off."""
        make = _cells_of(self.layout.file)._make
        reading = [(slot.index, slot.read) for slot in self.layout.slots]
        width = len(self.layout.head.names)
        with self.entry.open() as stream:
            source = rows(batches(stream, self._say), self.layout.head.delimiter, width)
            header = next(source, None)
            if header is None or not header.values:
                raise Damaged
            for row in source:
                self.line, self.key = row.line, ""
                values = self._values = row.values
                if (row.rule or len(values) != width) and not self._fits(row, width):
                    continue
                for index in self.layout.secret:
                    values[index] = ""
                # Index -1, where a missing column points, reads this.
                values.append("")
                if row.length > self._short and not self._short_enough(values):
                    continue
                cells = make([read(values[index]) for index, read in reading])
                if self._sound(cells):
                    self.count += 1
                    yield cells

    def _say(self, rule: str) -> None:
        self.report.add(rule, Place(self.entry.name, 1))

    def _fits(self, row: Row, width: int) -> bool:
        """Brings the row to the header's width where that is safe."""
        values = row.values
        if not values:
            return self._unread(row.rule)
        if row.rule:
            self.tell(row.rule)
        if any(value.strip() for value in values[width:]):
            return self._unread("oneroster.row.more")
        del values[width:]
        if not any(value.strip() for value in values):
            return False
        if len(values) < width and self.layout.secret:
            # A value left out in the middle would bring a password under another column's name.
            return self._unread("oneroster.row.fewer_secret")
        if len(values) < width:
            self.tell("oneroster.row.fewer")
            values.extend([""] * (width - len(values)))
        return True

    def _unread(self, rule: str, field: str = "", **words: str | int) -> bool:
        self.count += 1
        return self.refuse(rule, field, **words)

    def _short_enough(self, values: list[str]) -> bool:
        for slot, limit in self._limits:
            if len(values[slot.index]) <= limit:
                continue
            if slot.column.kind in {"id", "ref"}:
                return self._unread("oneroster.id.long", slot.field, limit=limit)
            self.tell("oneroster.value.long", slot.field, None, limit=limit)
            values[slot.index] = values[slot.index][:limit]
        return True

    def _sound(self, cells: Any) -> bool:
        self.key = cells[0] or getattr(cells, "user", "")
        leaving = self.mode == "delta" and getattr(cells, "ended", False)
        for index, field in self._must:
            if not cells[index] and (not leaving or field == "id"):
                return self._without(field)
        for field, learned, index in self._learned:
            if learned.doubts and (rule := learned.doubts.get(self._values[index])):
                self._doubt(rule, field)
        for index, field in self._should:
            if not cells[index] and cells[index] is not False and not leaving:
                self._blank(field)
        return True

    def _blank(self, field: str) -> None:
        found = self.layout.by_field[field]
        if not self._values[found.position - 1].strip():
            self.tell("oneroster.value.blank", field)

    def _doubt(self, rule: str, field: str) -> None:
        if rule == "oneroster.word.unknown":
            column = self.layout.by_field[field].column
            known = column.words or (("active", "tobedeleted") if column.kind == "status" else ("true", "false"))
            self.tell(rule, field, None, known=", ".join(known))
        else:
            self.tell(rule, field)

    def _without(self, field: str) -> bool:
        """The row lacks a value it cannot do without: there is none, or it is not understood."""
        if not any(value.strip() for value in self._values):
            return False
        position = self.layout.by_field[field].position
        if not position or not self._values[position - 1].strip():
            return self._unread("oneroster.row.blank", field)
        for name, learned, index in self._learned:
            if name == field and (rule := learned.doubts.get(self._values[index])):
                self._doubt(rule, field)
        return self._unread("oneroster.row.value", field)
