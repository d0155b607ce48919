"""What the words of a card may be: complete, one idea, and no longer than a screen reader or a small hand can bear."""

from collections.abc import Mapping
from pathlib import Path

from strongsuit.knowledge.finder.cards import Card, Deck, DeckProblem, Spoken, Words

# Letters at most, by what is said; a deck is called something, too.
LETTERS = {"early": 60, "upper": 90, "secondary": 120, "adult": 140, "short": 45, "strength": 90}
NAME_LETTERS = 60
# Words at most: one idea for those who read with pictures, a label that fits a goal.
WORDS = {"early": 8, "short": 5}
SIDES = 2


def spoken(file: Path, deck: Deck, told: Mapping[str, object]) -> Spoken:
    """One deck's file of words, complete and within its limits."""
    child, adult = (_name(file, deck, called, told.get(called)) for called in ("child", "adult"))
    wanted = {card.id for card in deck.cards}
    for key in told:
        if key not in wanted and key not in ("child", "adult"):
            raise DeckProblem(file, key, _stranger(key, deck))
    return Spoken(child, adult, {card.id: _card(file, card, told.get(card.id)) for card in deck.cards})


def _stranger(key: str, deck: Deck) -> str:
    if key.startswith(deck.id):
        return f"Deck {deck.id} has no card {key}. Add the card to decks.toml, or take these words away."
    return f"{key} is no card of deck {deck.id}. Move it to the file of its own deck, or correct the name."


def _name(file: Path, deck: Deck, called: str, said: object) -> str:
    what = f'Write what the deck is called for {"a child" if called == "child" else "adults"}: {called} = "…".'
    if not isinstance(said, str) or not said.strip():
        raise DeckProblem(file, deck.id, what)
    return _fitting(file, deck.id, called, said, NAME_LETTERS)


def _card(file: Path, card: Card, told: object) -> dict[str, Words]:
    if not isinstance(told, dict):
        raise DeckProblem(file, card.id, f"Write the words of this card under [{card.id}].")
    for level in told:
        if level not in LETTERS:
            raise DeckProblem(file, card.id, f"Nothing reads {level}. A card takes {', '.join(LETTERS)}.")
    return {level: _words(file, card, level, told.get(level)) for level in LETTERS}


def _words(file: Path, card: Card, level: str, said: object) -> Words:
    if said is None or said in ("", []):
        raise DeckProblem(file, card.id, f"The words for {level} are missing. Write them: {level} = …")
    given = said if isinstance(said, list) else [said]
    sides = [side for side in given if isinstance(side, str) and side.strip()]
    if sides != given:
        raise DeckProblem(file, card.id, f"{level} holds something that is no words. Write a sentence in quotes.")
    if card.is_pair and len(sides) != SIDES:
        raise DeckProblem(file, card.id, f'This card is a pair. Write both sides: {level} = ["left", "right"].')
    if not card.is_pair and isinstance(said, list):
        raise DeckProblem(file, card.id, f'This card is no pair. Write one sentence: {level} = "…".')
    fitting = [_fitting(file, card.id, level, side, LETTERS[level]) for side in sides]
    return (fitting[0], fitting[1]) if card.is_pair else fitting[0]


def _fitting(file: Path, of: str, level: str, said: str, most: int) -> str:
    if len(said) > most:
        raise DeckProblem(
            file, of, f"{level} is {len(said)} letters long, and {most} fit. Say it shorter: {said[:most]}…"
        )
    if "\n" in said or said != said.strip():
        raise DeckProblem(file, of, f"{level} has a space or a new line at its end or inside. Write it in one line.")
    count = len(said.split())
    if count > WORDS.get(level, count):
        raise DeckProblem(
            file, of, f"{level} has {count} words, and {WORDS[level]} is the most. Say it shorter: {said}"
        )
    return said
