"""What applying a roster would do, collected before anything is written."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import models

from strongsuit.interop.models import SourceKey
from strongsuit.interop.oneroster.report import Place, Report
from strongsuit.interop.oneroster.roster import Roster
from strongsuit.interop.roster.bulk import Values, amend, load
from strongsuit.people.models import District
from strongsuit.web.ids import random_id

KEY_COLUMNS = ("id", "district_id", "source", "kind", "key", "row", "digest", "ended_on")
LONGEST_KEY = 200
ONE_DAY = timedelta(days=1)
# A table and the columns that rows for it give, in their order.
Target = tuple[type[models.Model], Sequence[str]]


class Key(NamedTuple):
    """How the source names one of our rows, and what it said of it last."""

    pk: int
    row: int
    digest: str
    ended_on: date | None


@dataclass(slots=True)
class Tally:
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    ended: int = 0
    refused: int = 0

    def as_counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Changes:
    """The difference between a roster and the records; ``write`` makes it so."""

    district: District
    source: str
    today: date
    roster: Roster
    report: Report = field(default_factory=Report)
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    # Students and what happened to each, for the trail of their records.
    deeds: list[tuple[int, str]] = field(default_factory=list)
    accounts: list[models.Model] = field(default_factory=list)
    _loads: dict[tuple[type[models.Model], Sequence[str]], list[Values]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _amends: dict[tuple[type[models.Model], Sequence[str]], list[Values]] = field(
        default_factory=lambda: defaultdict(list)
    )
    _unread: dict[str, set[str]] = field(default_factory=dict)
    _keys: dict[str, dict[str, Key]] = field(default_factory=dict)

    def keys(self, kind: str) -> dict[str, Key]:
        """Every key of this source and kind, by its text; the ones made in this run too."""
        if kind not in self._keys:
            found = SourceKey.objects.filter(district=self.district, source=self.source, kind=kind)
            self._keys[kind] = {
                key: Key(pk, row, digest, ended_on)
                for key, pk, row, digest, ended_on in found.values_list("key", "pk", "row", "digest", "ended_on")
            }
        return self._keys[kind]

    def row_of(self, kind: str, key: str) -> int | None:
        found = self.keys(kind).get(key)
        return found.row if found else None

    def add_key(self, kind: str, key: str, row: int, digest: str) -> None:
        made = Key(random_id(), row, digest, None)
        self.keys(kind)[key] = made
        self.load(SourceKey, KEY_COLUMNS, (made.pk, self.district.pk, self.source, kind, key, row, digest, None))

    def set_key(self, kind: str, key: str, digest: str, ended_on: date | None = None) -> None:
        known = self.keys(kind)[key]
        self.keys(kind)[key] = known._replace(digest=digest, ended_on=ended_on)
        self.amend(SourceKey, ("digest", "ended_on"), (digest, ended_on), known.pk)

    def absent(self, kind: str, seen: Iterable[str]) -> list[str]:
        """The keys that were there and are named no more."""
        named = set(seen)
        return [key for key, known in self.keys(kind).items() if known.ended_on is None and key not in named]

    def unread(self, file: str) -> set[str]:
        """Whoever had a row in the file that could not be taken is not therefore gone."""
        if file not in self._unread:
            name = f"{file}.csv".lower()
            rows = (row for row in self.roster.report if row.severity == "error" and row.file.lower() == name)
            self._unread[file] = {row.record_key for row in rows}
        return self._unread[file]

    def is_full(self, file: str) -> bool:
        """Whether whoever the file does not name is gone: not when a row without a readable id may be theirs."""
        cut = any(row.rule == "oneroster.report.full" for row in self.roster.report)
        return file in self.roster.bulk and "" not in self.unread(file) and not cut

    def load(self, model: type[models.Model], columns: Sequence[str], row: Values) -> None:
        self._loads[model, columns].append(row)

    def amend(self, model: type[models.Model], columns: Sequence[str], values: Values, pk: int) -> None:
        self._amends[model, columns].append((*values, pk))

    def tell(self, rule: str, file: str, record: Any, **words: str | int) -> None:
        self.report.add(rule, Place(f"{file}.csv", record.line), "", record.id, **words)

    def refuse(self, what: str, rule: str, file: str, record: Any, **words: str | int) -> None:
        self.tallies[what].refused += 1
        self.tell(rule, file, record, **words)

    def write(self) -> None:
        """All of it, once, in the caller's transaction; what others point at comes first, and goes when written."""
        for model, made in _by_model(self.accounts).items():
            model._default_manager.bulk_create(made, batch_size=500)
        for waiting, put in ((self._loads, load), (self._amends, amend)):
            for model, columns in list(waiting):
                put(model, columns, waiting.pop((model, columns)))


def _by_model(rows: list[models.Model]) -> dict[type[models.Model], list[models.Model]]:
    found: dict[type[models.Model], list[models.Model]] = defaultdict(list)
    for row in rows:
        found[type(row)].append(row)
    return found


def digest(*values: object) -> str:
    """A fingerprint of what the source says, short enough to keep."""
    return hashlib.blake2b(repr(values).encode(), digest_size=16).hexdigest()


def joined(*parts: str) -> str:
    """One key out of several ids; no id of a source holds the character between them."""
    key = "\x1f".join(parts)
    return key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


def last_day(end: date | None) -> date | None:
    """A roster names the first day after; the records name the last day itself."""
    return end - ONE_DAY if end else None
