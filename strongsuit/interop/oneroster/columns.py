"""What the formats call their files and columns, read from columns.csv and files.csv; which format a set is in."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

FORMATS = {
    "draft": "OneRoster 1.0 draft",
    "1.1": "OneRoster 1.1",
    "1.2": "OneRoster 1.2",
    "sds": "Microsoft School Data Sync 2.1",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a format. ``must``: no row without it. ``should``: the format wants it. Else it may be empty."""

    file: str
    header: str
    formats: frozenset[str]
    field: str
    need: str
    kind: str
    words: tuple[str, ...]


class File(NamedTuple):
    name: str
    formats: frozenset[str]
    needed: frozenset[str]

    @property
    def used(self) -> bool:
        return "unused" not in self.formats


@cache
def files() -> Mapping[str, File]:
    """Every file of every format by its lower-case name, in the order in which they are read."""
    return {
        row["file"].lower(): File(row["file"], frozenset(row["formats"].split()), frozenset(row["needed"].split()))
        for row in _table("files.csv")
    }


@cache
def columns() -> tuple[Column, ...]:
    return tuple(
        Column(
            file=row["file"],
            header=row["header"],
            formats=frozenset(row["formats"].split()),
            field=row["field"],
            need=row["need"],
            kind=row["kind"],
            words=tuple(row["words"].split()),
        )
        for row in _table("columns.csv")
    )


def _table(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def columns_of(file: str, format: str) -> tuple[Column, ...]:
    """The file's columns in the format's own order."""
    return tuple(column for column in columns() if column.file == file and format in column.formats)


@cache
def known_headers(file: str) -> frozenset[str]:
    """Every name, in lower case, that some format gives a column of the file."""
    return frozenset(column.header.lower() for column in columns() if column.file == file)


def detect(headers: Mapping[str, Iterable[str]], declared: str) -> str:
    """The format whose columns these are; the manifest's word decides between equals."""
    scores = dict.fromkeys(FORMATS, 0.0)
    for file, names in headers.items():
        present = {name.lower() for name in names}
        for format in FORMATS:
            expected = {column.header.lower() for column in columns_of(file, format)}
            scores[format] += len(present & expected) - len(present & known_headers(file) - expected)
            scores[format] += 0 if format in files()[file.lower()].formats else -len(present)
    scores[declared] = scores.get(declared, 0.0) + 0.5
    return max(FORMATS, key=lambda format: (scores[format], format == "1.1"))


class Match(NamedTuple):
    """Where the file holds a column; position 0 means nowhere."""

    column: Column
    position: int
    header: str
    rule: str


def match(file: str, format: str, header: list[str]) -> tuple[Match, ...]:
    """The format's columns as this header has them; a name of another format stands in for a missing one."""
    positions: dict[str, int] = {}
    for position, name in enumerate(header, start=1):
        positions.setdefault(name.lower(), position)
    found = []
    for column in columns_of(file, format):
        position, rule = positions.get(column.header.lower(), 0), ""
        if position and header[position - 1] != column.header:
            rule = "oneroster.header.case"
        if not position and column.field:
            position = _elsewhere(column, positions)
            rule = "oneroster.header.other" if position else "oneroster.header.missing"
        found.append(Match(column, position, header[position - 1] if position else "", rule))
    return tuple(found)


def _elsewhere(column: Column, positions: Mapping[str, int]) -> int:
    for other in columns():
        if other.file == column.file and other.field == column.field and other.header.lower() in positions:
            return positions[other.header.lower()]
    return 0
