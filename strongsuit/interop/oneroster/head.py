"""The first line of a file: how its values are parted, and what its columns are called."""

import csv
from dataclasses import dataclass

from strongsuit.interop.oneroster.columns import known_headers
from strongsuit.interop.oneroster.kinds import foreign_kind
from strongsuit.interop.oneroster.open import Entry
from strongsuit.interop.oneroster.report import Place, Report
from strongsuit.interop.oneroster.text import batches
from strongsuit.knowledge.words import gettext_noop

DELIMITERS = {
    ",": gettext_noop("commas"),
    "\t": gettext_noop("tabs"),
    ";": gettext_noop("semicolons"),
    "|": gettext_noop("vertical bars"),
    "^": gettext_noop("carets"),
}
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Head:
    delimiter: str
    names: tuple[str, ...]


def peek(entry: Entry, file: str, report: Report) -> Head | None:
    """The header; None, and a line in the report, where the file is no table."""
    with entry.open() as stream:
        start = stream.read(4096)
    if kind := foreign_kind(start):
        report.add("oneroster.file.type", Place(entry.name, 1), kind=kind)
        return None
    with entry.open() as stream:
        lines = (line for batch in batches(stream, lambda rule: None) for line in batch)
        first = next((line for line in lines if line and not line.isspace()), "")
    if not first:
        report.add("oneroster.file.empty", Place(entry.name, 1))
        return None
    known = known_headers(file)
    heads = [Head(delimiter, _names(first, delimiter)) for delimiter in DELIMITERS]
    return max(heads, key=lambda head: sum(name.lower() in known for name in head.names))


def _names(line: str, delimiter: str) -> tuple[str, ...]:
    cells = next(csv.reader([line[:_LONGEST].replace("\0", "")], delimiter=delimiter, skipinitialspace=True))
    names = [name.strip() for name in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)
