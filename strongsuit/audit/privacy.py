"""How a folder declares the personal data it keeps: whose, why, who reads it, how long, and how it goes."""

import importlib
import importlib.util
from dataclasses import dataclass
from enum import StrEnum

from django.apps import apps

# 34 CFR 300.624: when the record is no longer needed the family is told, and may ask that it be destroyed.
RECORD_YEARS = "as long as the student's record; the district's retention schedule says how long that is"
# Columns that hold a row together and say nothing of a person: declared once here, for every table.
STRUCTURE = {"id", "version", "district", "once", "order", "number", "sha256"}


class Erase(StrEnum):
    """What happens to a row when its time is over."""

    DELETE = "delete"
    # The row is part of a sealed record: it goes with the whole record of the student, never alone.
    WITH_RECORD = "with the student's record"
    NEVER = "never: holds nothing about a person once the account is closed"


@dataclass(frozen=True, slots=True)
class Kept:
    """Fields of one table. ``model`` is its label, such as "plans.Goal"; ``fields`` names the personal columns."""

    model: str
    fields: tuple[str, ...]
    whose: str
    purpose: str
    basis: str
    audience: str
    keep_for: str
    erase: Erase = Erase.WITH_RECORD


def declared() -> list[Kept]:
    """What every folder's ``privacy.KEPT`` says, lowest step first: it looks up the stairs (docs/stairs.md)."""
    found: list[Kept] = []
    for app in apps.get_app_configs():
        name = f"{app.name}.privacy"
        if app.name.startswith("strongsuit.") and importlib.util.find_spec(name):
            found += getattr(importlib.import_module(name), "KEPT", ())
    return found


KEPT = (
    Kept(
        "audit.Entry",
        (
            "at", "kind", "deed", "actor", "agent", "student", "target", "target_id", "because", "fingerprint",
            "detail", "request", "origin",
        ),
        "whoever acted, and the student whose record it was",
        "to answer who saw or changed what, when, and why they might",
        "34 CFR 99.32, 300.614",
        "the family reads its child's; the chair and the district office read those of their schools",
        "as long as the newest record that it speaks of; it never holds names or words of a record",
    ),
)  # fmt: skip
