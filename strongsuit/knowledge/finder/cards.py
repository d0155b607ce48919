"""What a deck of the finder is made of, and what is said when its files cannot be right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from strongsuit.knowledge.terms import ItemKind, SkillSet

# Every card has words in this language; another one falls back to it.
BASE = "en"
LEVELS = {"E": "early", "U": "upper", "S": "secondary", "A": "adult"}

Words = str | tuple[str, str]


class DeckProblem(Exception):
    """A file of cards that cannot be right: which file, which card or deck, and what to do."""

    def __init__(self, file: Path, of: str, what: str) -> None:
        super().__init__(f"{file}{f', {of}' if of else ''}: {what}")
        self.file, self.of, self.what = file, of, what


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


@dataclass(frozen=True, slots=True)
class Spoken:
    """A deck in one language: what it is called, and each card's words by level."""

    child: str
    adult: str
    cards: Mapping[str, Mapping[str, Words]]


@dataclass(frozen=True, slots=True)
class Library:
    """Every deck in order, and what was written for it: language, then deck."""

    decks: tuple[Deck, ...] = ()
    words: Mapping[str, Mapping[str, Spoken]] = field(default_factory=dict)
    # By language: the key of an interest, which is its picture, and its name.
    atlas: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def symbols(self) -> Iterator[str]:
        """Every picture that a deck, a card or an interest asks for."""
        for each in self.decks:
            yield each.symbol
            for card in each.cards:
                yield from card.symbols
        yield from self.atlas.get(BASE, ())
