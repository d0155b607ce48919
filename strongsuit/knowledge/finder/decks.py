"""Decks of cards as data: what is asked, in which words, with which picture; loaded once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from strongsuit.knowledge.terms import ItemKind, SkillSet

HERE = Path(__file__).parent
BASE = "en"
# The deck of pairs about places and times; everything else is a deck of a skill set.
SETTINGS = "ST"
LEVELS = {"E": "early", "U": "upper", "S": "secondary", "A": "adult"}

Words = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Card:
    """One question; a preference is a pair, with a picture for each side."""

    id: str
    deck: str
    kind: ItemKind
    symbols: tuple[str, ...]

    @property
    def is_pair(self) -> bool:
        return self.kind == ItemKind.PREFERENCE


@dataclass(frozen=True, slots=True)
class Deck:
    id: str
    skill_set: SkillSet | None
    symbol: str
    cards: tuple[Card, ...]


@cache
def decks() -> tuple[Deck, ...]:
    """Every deck, in order; the deck of places and times comes last."""
    told = tomllib.loads((HERE / "decks.toml").read_text(encoding="utf-8"))
    return tuple(
        Deck(
            one["id"],
            SkillSet(one["skill_set"]) if one["skill_set"] else None,
            one["symbol"],
            tuple(Card(c["id"], one["id"], ItemKind(c["kind"]), tuple(c["symbols"])) for c in one["cards"]),
        )
        for one in told["deck"]
    )


@cache
def _decks() -> Mapping[str, Deck]:
    return {one.id: one for one in decks()}


@cache
def _cards() -> Mapping[str, Card]:
    return {one.id: one for each in decks() for one in each.cards}


def deck(key: str) -> Deck | None:
    return _decks().get(key)


def card(key: str) -> Card | None:
    return _cards().get(key)


@cache
def languages() -> tuple[str, ...]:
    """The languages in which cards can be read, English first."""
    found = sorted(path.name for path in (HERE / "words").iterdir() if path.is_dir())
    return (BASE, *(one for one in found if one != BASE))


@cache
def _file(language: str, name: str) -> Mapping[str, object]:
    path = HERE / "words" / language / f"{name}.toml"
    return tomllib.loads((path if path.exists() else HERE / "words" / BASE / path.name).read_text(encoding="utf-8"))


def words_for(of: Card, language: str, level: str) -> Words:
    """The card's words; two of them, left and right, for a pair. ``level``: E, U, S, A, or short, strength."""
    said = _file(language, of.deck)[of.id][LEVELS.get(level, level)]  # type: ignore[index]
    return said if isinstance(said, str) else (said[0], said[1])


def name_of(of: Deck, language: str, *, adult: bool = False) -> str:
    return str(_file(language, of.id)["adult" if adult else "child"])


@cache
def atlas(language: str) -> Mapping[str, str]:
    """Interests to pick from: key of the picture, and its name."""
    return {key: str(words) for key, words in _file(language, "atlas").items()}
