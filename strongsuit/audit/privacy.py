"""How a folder declares the personal data it keeps: whose, why, who reads it, how long, and how it goes."""

from dataclasses import dataclass
from enum import StrEnum


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
