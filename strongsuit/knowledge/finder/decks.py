"""The doors to decks of cards: what is asked, in which words, with which picture; loaded once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from strongsuit.knowledge.finder.cards import BASE, LEVELS, Card, Deck, DeckProblem, Library, Words
from strongsuit.knowledge.finder.loading import load

__all__ = [
    "BASE", "HERE", "LEVELS", "SETTINGS", "Card", "Deck", "DeckProblem", "Library", "Words", "atlas", "card", "deck",
    "decks", "languages", "library", "load", "name_of", "spoken", "use", "words_for",
]  # fmt: skip

HERE = Path(__file__).parent
# The deck of pairs about places and times; everything else is a deck of a skill set.
SETTINGS = "ST"
_own: list[Path] = []


def use(*folders: Path) -> None:
    """Folders with cards of a district's own, laid onto the house's; they are read when the first card is asked for."""
    _own[:] = folders
    for each in (library, _decks, _cards, languages):
        each.cache_clear()


@cache
def library() -> Library:
    """Everything there is; a file that cannot be right is told as a DeckProblem."""
    found = load(HERE)
    for folder in _own:
        found = load(folder, found)
    return found


def decks() -> tuple[Deck, ...]:
    """Every deck, in order; of the house's own, the deck of places and times comes last."""
    return library().decks


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
    return (BASE, *sorted(one for one, said in library().words.items() if said and one != BASE))


def spoken(of: Deck | Card, language: str) -> str:
    """The language these cards are really read in: the one that was asked for, or English where it has no words."""
    key = of.id if isinstance(of, Deck) else of.deck
    return language if key in library().words.get(language, {}) else BASE


def words_for(of: Card, language: str, level: str) -> Words:
    """The card's words; two of them, left and right, for a pair. ``level``: E, U, S, A, or short, strength."""
    return library().words[spoken(of, language)][of.deck].cards[of.id][LEVELS.get(level, level)]


def name_of(of: Deck, language: str, *, adult: bool = False) -> str:
    said = library().words[spoken(of, language)][of.id]
    return said.adult if adult else said.child


def atlas(language: str) -> Mapping[str, str]:
    """Interests to pick from: key of the picture, and its name; in English where a language has none for it."""
    told = library().atlas.get(language, {})
    return {key: told.get(key, name) for key, name in library().atlas[BASE].items()}
