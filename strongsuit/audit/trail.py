"""Writing the trail: what was done in the deed's own transaction, what was seen once per page."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models

from strongsuit.audit.models import Entry, Kind, ProtectedRow

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


@dataclass
class Visit:
    """One request: its id, where it came from, and what it has shown so far."""

    request: str = ""
    origin: str = ""
    seen: list[Entry] = field(default_factory=list)


VISIT: ContextVar[Visit | None] = ContextVar("visit", default=None)


@contextmanager
def visiting(visit: Visit) -> Iterator[Visit]:
    token = VISIT.set(visit)
    try:
        yield visit
    finally:
        VISIT.reset(token)


def entry(
    by: "AbstractBaseUser | str | None",
    deed: str,
    *,
    kind: Kind,
    student: int | None = None,
    district: int | None = None,
    target: models.Model | None = None,
    because: str = "",
    detail: dict[str, Any] | None = None,
) -> Entry:
    """An entry not yet written. ``by`` is the account, or the name of a command or worker."""
    visit = VISIT.get() or Visit()
    return Entry(
        kind=kind,
        deed=deed,
        actor_id=None if isinstance(by, str) or by is None else by.pk,
        agent=by if isinstance(by, str) else "",
        district=district,
        student=student,
        target=target._meta.label if target is not None else "",
        target_id=target.pk if target is not None else None,
        because=because[:200],
        fingerprint=target.fingerprint() if isinstance(target, ProtectedRow) else "",
        detail=detail or {},
        request=visit.request,
        origin=visit.origin,
    )


def record(
    by: "AbstractBaseUser | str | None",
    deed: str,
    target: models.Model | None = None,
    *,
    because: str = "",
    detail: dict[str, Any] | None = None,
    kind: Kind = Kind.CHANGED,
    student: int | None = None,
    district: int | None = None,
) -> Entry:
    """Write what was done, inside the transaction of the deed. ``detail`` never holds a child's words."""
    made = entry(
        by,
        deed,
        kind=kind,
        student=student if student is not None else getattr(target, "student_id", None),
        district=district if district is not None else getattr(target, "district_id", None),
        target=target,
        because=because,
        detail=detail,
    )
    made.save(force_insert=True)
    return made


def saw(by: "AbstractBaseUser", part: str, *, student: int, district: int, because: str) -> None:
    """Note that a part of a student's record is being shown; written once when the page is done."""
    visit = VISIT.get()
    if visit is None or any(seen.student == student and seen.deed == part for seen in visit.seen):
        return
    visit.seen.append(entry(by, part, kind=Kind.SAW, student=student, district=district, because=because))
