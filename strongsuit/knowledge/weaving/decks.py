"""The items of the strengths finder by their IDs: thirteen decks, each item an ability, an interest or a preference."""

import re

from strongsuit.knowledge.terms import ItemKind, SkillSet

DECKS: dict[str, tuple[SkillSet, int]] = {
    "RD": (SkillSet.READING, 9),
    "WR": (SkillSet.WRITING, 9),
    "MA": (SkillSet.MATH, 9),
    "TH": (SkillSet.THINKING, 8),
    "OR": (SkillSet.ORGANIZATION, 9),
    "CM": (SkillSet.COMMUNICATION, 10),
    "SO": (SkillSet.SOCIAL, 9),
    "EM": (SkillSet.EMOTIONAL, 9),
    "MO": (SkillSet.MOTOR, 9),
    "DL": (SkillSet.DAILY_LIVING, 9),
    "MK": (SkillSet.TECHNOLOGY, 10),
    "WK": (SkillSet.WORK, 8),
    "SA": (SkillSet.SELF_ADVOCACY, 9),
}
INTERESTS = frozenset(
    {"RD7", "RD8", "WR8", "MA8", "TH7", "OR8", "CM9", "SO8", "EM8", "MO8", "DL8", "MK9", "WK7", "SA8"}
)
# Each deck closes with a pair to choose from.
PREFERENCES = frozenset(f"{deck}{last}" for deck, (_skill, last) in DECKS.items())
ID = re.compile(r"([A-Z]{2})([1-9][0-9]?)")


def is_finder_item(key: str) -> bool:
    return deck_of(key) is not None


def deck_of(key: str) -> SkillSet | None:
    """The skill set whose deck holds the item; None where ``key`` is no item of the finder."""
    found = ID.fullmatch(key)
    skill, last = DECKS.get(found[1], (None, 0)) if found else (None, 0)
    return skill if found and int(found[2]) <= last else None


def kind_of(key: str) -> ItemKind | None:
    if not is_finder_item(key):
        return None
    if key in PREFERENCES:
        return ItemKind.PREFERENCE
    return ItemKind.INTEREST if key in INTERESTS else ItemKind.ABILITY
