"""The row report: what was odd, where, and what to do; kept in the order of the files."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from strongsuit.interop.oneroster.columns import files
from strongsuit.interop.oneroster.rules import RULES, Severity, sentence

SHOWN = 80
WORDS = 300
HIDDEN = "(hidden)"
KEPT = 20_000
HEADER = ("severity", "file", "line", "column", "column_no", "value", "rule", "message", "record_key")

_SOCIAL_SECURITY = re.compile(r"(?<!\d)\d{3}[- ]\d{2}[- ]\d{4}(?!\d)")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the package: a file, a physical line (the header is 1), a column counted from 1."""

    file: str = ""
    line: int | None = None
    column: str = ""
    column_no: int | None = None


@dataclass(frozen=True, slots=True)
class RowReport:
    severity: Severity
    file: str
    line: int | None
    column: str
    column_no: int | None
    value: str
    rule: str
    record_key: str = ""
    words: tuple[tuple[str, str | int], ...] = ()

    @property
    def message(self) -> str:
        return self.said(str)

    def cells(self) -> tuple[object, ...]:
        """In the order of HEADER."""
        return tuple(getattr(self, name) for name in HEADER)

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence in the reader's language."""
        return sentence(self.rule, dict(self.words), translate)


def looks_like_social_security(text: str) -> bool:
    return _SOCIAL_SECURITY.search(text) is not None


def shown(text: str, limit: int = SHOWN) -> str:
    """The value as a report may show it: short, visible, and never a social security number."""
    if looks_like_social_security(text):
        return HIDDEN
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    escaped = "".join(mark if mark.isprintable() else f"\\u{ord(mark):04x}" for mark in cut)
    return escaped[:limit]


@dataclass(slots=True)
class _Repeated:
    place: Place
    value: str
    key: str
    words: dict[str, str | int]
    count: int = 0


@dataclass(slots=True)
class Report:
    """Collects problems. What ``once`` rules say is counted and said one time per column."""

    severities: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(Severity, 0))
    _found: list[RowReport] = field(default_factory=list)
    _repeated: dict[tuple[str, str, str, str], _Repeated] = field(default_factory=dict)

    def add(self, rule: str, place: Place, value: str = "", key: str = "", /, **words: str | int) -> None:
        if RULES[rule].once:
            self._repeat(rule, place, value, key, words)
            return
        severity = RULES[rule].severity
        self.severities[severity] += 1
        # Of each severity so many: a flood of notices never washes an error away.
        if self.severities[severity] <= KEPT:
            self._found.append(_row(rule, place, value, key, words))

    def _repeat(self, rule: str, place: Place, value: str, key: str, words: dict[str, str | int]) -> None:
        name = (rule, place.file, place.column, str(words.get("file", "")))
        if name not in self._repeated:
            self._repeated[name] = _Repeated(place, value, key, words)
            self.severities[RULES[rule].severity] += 1
        self._repeated[name].count += 1

    def rows(self) -> tuple[RowReport, ...]:
        """Every problem in the order of the files, their lines and columns."""
        repeated = [
            _row(rule, one.place, one.value, one.key, {**one.words, "count": one.count})
            for (rule, *_), one in self._repeated.items()
        ]
        found = in_file_order([*self._found, *repeated])
        if (count := sum(self.severities.values())) > len(found):
            found.append(_row("oneroster.report.full", Place(), "", "", {"count": count}))
        return tuple(found)


def _row(rule: str, place: Place, value: str, key: str, words: dict[str, str | int]) -> RowReport:
    return RowReport(
        severity=RULES[rule].severity,
        file=shown(place.file),
        line=place.line,
        column=shown(place.column),
        column_no=place.column_no,
        value=shown(value),
        rule=rule,
        record_key=shown(key),
        words=tuple((name, shown(word, WORDS) if isinstance(word, str) else word) for name, word in words.items()),
    )


def in_file_order(rows: Iterable[RowReport]) -> list[RowReport]:
    """Several reports as one: by the order in which files are read, then by line and column."""
    places = {f"{name}.csv": place for place, name in enumerate(files())}
    return sorted(rows, key=lambda row: (places.get(row.file.lower(), -1), row.line or 0, row.column_no or 0))


def safe_cell(text: str) -> str:
    """The text so that no spreadsheet program takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def as_csv(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """The report as CSV for people, one line at a time; ``rows`` hold cells in the order of HEADER."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in rows:
        yield _taken(line)
        writer.writerow([safe_cell("" if cell is None else str(cell)) for cell in row])
    yield _taken(line)


def _taken(line: io.StringIO) -> str:
    text = line.getvalue()
    line.seek(0)
    line.truncate()
    return text
