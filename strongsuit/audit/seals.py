"""Sealing the trail in batches, and finding what was altered, removed or slipped in since."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from strongsuit.audit.guards import TRAIL_LOCK
from strongsuit.audit.models import Entry, ProtectedRow, Seal

BATCH = 1000
START = "0" * 64
COLUMNS = (
    "id", "at", "kind", "deed", "actor_id", "agent", "district", "student", "target", "target_id", "because",
    "fingerprint", "detail", "request", "origin",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was sealed: ``kind`` is altered, missing, inserted or broken."""

    kind: str
    row: str
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    seals: int
    entries: int
    unsealed: int
    protected: int
    faults: tuple[Fault, ...]


def row_hash(values: dict[str, Any]) -> bytes:
    """SHA-256 over everything an entry says."""
    at: datetime = values["at"]
    said = dict(values) | {"at": at.astimezone(UTC).isoformat(timespec="microseconds")}
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=True).encode()).digest()


def _mark(number: int, digest: bytes) -> bytes:
    return number.to_bytes(8, "big") + digest[:8]


def _settled_end() -> int:
    """The newest number below which no open transaction can still write."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TRAIL_LOCK])
        newest = Entry.objects.order_by("-id").values_list("id", flat=True).first()
    return newest or 0


def seal_next(*, now: datetime) -> Seal | None:
    """Close one batch of entries; None when all are sealed or another worker was faster."""
    before = Seal.objects.order_by("-id").first()
    start, previous = (before.last, before.digest) if before else (0, START)
    rows = list(Entry.objects.filter(id__gt=start, id__lte=_settled_end()).order_by("id").values(*COLUMNS)[:BATCH])
    if not rows:
        return None
    hashes = [row_hash(row) for row in rows]
    seal = Seal(
        sealed_at=now,
        first=rows[0]["id"],
        last=rows[-1]["id"],
        count=len(rows),
        marks=b"".join(_mark(row["id"], digest) for row, digest in zip(rows, hashes, strict=True)),
        previous=previous,
        digest=hashlib.sha256(previous.encode() + b"".join(hashes)).hexdigest(),
    )
    try:
        with transaction.atomic():
            seal.save(force_insert=True)
    except IntegrityError:
        return None
    _copy_out(seal)
    return seal


def _copy_out(seal: Seal) -> None:
    """The head of the chain, appended to a file outside the database."""
    path = Path(settings.SEAL_COPY)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="ascii") as copy:
        copy.write(f"{seal.previous} {seal.digest} {seal.last}\n")


def verify() -> Verdict:
    """Read the whole chain and every protected row again; the faults come in the order of the trail."""
    faults: list[Fault] = []
    previous, end, sealed = START, 0, 0
    digests = set()
    seals = 0
    for seal in Seal.objects.order_by("id").iterator(100):
        faults += _check_seal(seal, previous, end)
        previous, end = seal.digest, seal.last
        digests.add(seal.digest)
        seals, sealed = seals + 1, sealed + seal.count
    faults += _check_copy(digests)
    unsealed = Entry.objects.filter(id__gt=end).count()
    protected = 0
    for model in protected_models():
        checked, found = _check_protected(model)
        protected += checked
        faults += found
    return Verdict(seals, sealed, unsealed, protected, tuple(faults))


def _check_seal(seal: Seal, previous: str, end: int) -> Iterator[Fault]:
    marks = bytes(seal.marks)
    expected = {
        int.from_bytes(marks[place : place + 8], "big"): marks[place + 8 : place + 16]
        for place in range(0, len(marks), 16)
    }
    rows = Entry.objects.filter(id__gt=end, id__lte=seal.last).order_by("id").values(*COLUMNS)
    hashes = {row["id"]: row_hash(row) for row in rows}
    named = False
    for number in sorted(expected.keys() | hashes.keys()):
        place = f"audit.Entry {number}"
        if number not in hashes:
            yield Fault("missing", place, "was sealed and is gone")
        elif number not in expected:
            yield Fault("inserted", place, "stands inside a sealed batch and was never sealed")
        elif hashes[number][:8] != expected[number]:
            yield Fault("altered", place, "does not say what it said when it was sealed")
        else:
            continue
        named = True
    digest = hashlib.sha256(previous.encode() + b"".join(hashes[number] for number in sorted(hashes))).hexdigest()
    if seal.previous != previous or (digest != seal.digest and not named):
        yield Fault("broken", f"audit.Seal {seal.id}", "does not fit the seal before it or its own entries")


def _check_copy(digests: set[str]) -> Iterator[Fault]:
    path = Path(settings.SEAL_COPY)
    if not path.exists():
        return
    for number, line in enumerate(path.read_text(encoding="ascii", errors="replace").splitlines(), start=1):
        parts = line.split()
        if len(parts) == 3 and parts[1] not in digests:
            yield Fault("missing", f"seal copy line {number}", "this seal is in the copy and not in the database")


def protected_models() -> list[type[ProtectedRow]]:
    return [model for model in apps.get_models() if issubclass(model, ProtectedRow)]


def _check_protected(model: type[ProtectedRow]) -> tuple[int, list[Fault]]:
    """Each row against the fingerprint that its entry in the trail carries."""
    label = model._meta.label
    told: dict[int | None, str] = dict(
        Entry.objects.filter(target=label)
        .exclude(fingerprint="")
        .order_by("id")
        .values_list("target_id", "fingerprint")
    )
    faults, seen = [], set()
    for row in model._default_manager.order_by("pk").iterator(500):
        seen.add(row.pk)
        if row.pk not in told:
            faults.append(Fault("inserted", f"{label} {row.pk}", "stands in the table and no entry tells of it"))
        elif row.fingerprint() != told[row.pk]:
            faults.append(Fault("altered", f"{label} {row.pk}", "is not what was recorded"))
    faults += [
        Fault("missing", f"{label} {pk}", "was recorded and is gone")
        for pk in sorted(pk for pk in told if pk and pk not in seen)
    ]
    return len(seen), faults
