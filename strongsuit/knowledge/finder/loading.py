"""Reading decks from a folder: decks.toml, and words/LANGUAGE/DECK.toml beside it; everything is checked on the way."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path

from strongsuit.knowledge.finder import limits, readable
from strongsuit.knowledge.finder.cards import BASE, Card, Deck, DeckProblem, Library, Spoken
from strongsuit.knowledge.terms import ItemKind, SkillSet

MOST_BYTES = 500_000
MOST_CARDS = 40
ATLAS = "atlas"
DECK_ID = re.compile(r"[A-Z]{2,4}")
SYMBOL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?")


def load(folder: Path, onto: Library | None = None) -> Library:
    """What this folder holds, laid onto what there is: a deck of the same id takes the older one's place."""
    before = onto or Library()
    if not (folder / "decks.toml").is_file() and not (folder / "words").is_dir():
        raise DeckProblem(folder, "", "There are no cards here. Put a decks.toml or a folder words into it.")
    brought = _decks(folder / "decks.toml", before) if (folder / "decks.toml").is_file() else ()
    decks = _merged(before.decks, brought)
    new = {deck.id for deck in brought}
    # A deck that is replaced leaves with its words in every language.
    words = {
        language: {key: said for key, said in of.items() if key not in new} for language, of in before.words.items()
    }
    atlas = dict(before.atlas)
    for language, files in _languages(folder):
        words[language] = words.get(language, {}) | dict(_words(files, {deck.id: deck for deck in decks}))
        for file in files:
            if file.stem == ATLAS:
                atlas[language] = _atlas(file, language, before, atlas)
    if not atlas.get(BASE):
        raise DeckProblem(folder / "words" / BASE / "atlas.toml", "", "No interests to pick from. Write this file.")
    for deck in decks:
        if deck.id not in words.get(BASE, {}):
            missing = folder / "words" / BASE / f"{deck.id}.toml"
            raise DeckProblem(missing, deck.id, "The words in English are missing. Write this file.")
    merged = Library(decks, words, atlas)
    readable.check(folder, merged, new or {deck.id for deck in decks})
    return merged


def _read(file: Path) -> dict[str, object]:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise DeckProblem(file, "", "This file is too large to be cards. Put fewer cards into it.")
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as problem:
        raise DeckProblem(file, "", f"This cannot be read as TOML: {problem}. Correct that place.") from problem
    except (OSError, ValueError) as problem:
        raise DeckProblem(file, "", f"This cannot be read as text in UTF-8: {problem}.") from problem


def _merged(before: tuple[Deck, ...], brought: tuple[Deck, ...]) -> tuple[Deck, ...]:
    new = {deck.id: deck for deck in brought}
    kept = tuple(new.pop(deck.id, deck) for deck in before)
    return (*kept, *new.values())


def _decks(file: Path, before: Library) -> tuple[Deck, ...]:
    told = _read(file)
    rows = told.get("deck")
    _only(file, "", told, ("deck",))
    if not isinstance(rows, list) or not rows:
        raise DeckProblem(file, "", "No deck stands here. Begin one with [[deck]].")
    known = set(before.symbols()) or None
    decks = tuple(_deck(file, row, known) for row in rows)
    seen: set[str] = set()
    for key in chain.from_iterable((deck.id, *(card.id for card in deck.cards)) for deck in decks):
        if key in seen:
            raise DeckProblem(file, key, "This id stands here twice. Give one of the two another id.")
        seen.add(key)
    return decks


def _deck(file: Path, row: object, known: Collection[str] | None) -> Deck:
    if not isinstance(row, dict) or not DECK_ID.fullmatch(key := str(row.get("id"))):
        raise DeckProblem(file, "", "A deck has no id. Give it two to four capital letters, such as RD.")
    _only(file, key, row, ("id", "skill_set", "symbol", "cards"))
    cards = row.get("cards")
    if not isinstance(cards, list) or not 1 <= len(cards) <= MOST_CARDS:
        raise DeckProblem(file, key, f"A deck takes 1 to {MOST_CARDS} cards: cards = [ … ].")
    return Deck(
        key, _skill_set(file, key, row.get("skill_set")), _symbol(file, key, row.get("symbol"), known),
        tuple(_card(file, key, each, known) for each in cards),
    )  # fmt: skip


def _skill_set(file: Path, key: str, told: object) -> SkillSet | None:
    if told == "":
        return None
    if not isinstance(told, str) or told not in list(SkillSet):
        accepted = ", ".join(SkillSet)
        raise DeckProblem(file, key, f'{told!r} is no skill set. Take one of these, or "" for none: {accepted}.')
    return SkillSet(told)


def _card(file: Path, deck: str, row: object, known: Collection[str] | None) -> Card:
    key = str(row.get("id")) if isinstance(row, dict) else ""
    if not isinstance(row, dict) or not re.fullmatch(rf"{deck}[1-9]\d?", key):
        raise DeckProblem(
            file, key or deck, f"A card of deck {deck} is called {deck} and a number, such as {deck}1. Correct its id."
        )
    _only(file, key, row, ("id", "kind", "symbols"))
    if row.get("kind") not in list(ItemKind):
        raise DeckProblem(file, key, f"{row.get('kind')!r} is no kind of card. Take one of {', '.join(ItemKind)}.")
    kind = ItemKind(row["kind"])
    symbols = row.get("symbols")
    wanted = limits.SIDES if kind == ItemKind.PREFERENCE else 1
    if not isinstance(symbols, list) or len(symbols) != wanted:
        each = "one picture for each side" if wanted == limits.SIDES else "one picture"
        raise DeckProblem(file, key, f"A card of this kind names {each}: symbols = [ … ].")
    return Card(key, deck, kind, tuple(_symbol(file, key, each, known) for each in symbols))


def _symbol(file: Path, of: str, told: object, known: Collection[str] | None) -> str:
    """The house names its pictures; a folder of cards that is added uses those."""
    if not isinstance(told, str) or not SYMBOL.fullmatch(told):
        raise DeckProblem(file, of, f"{told!r} is no name of a picture. Write small letters and hyphens: count-things.")
    if known is not None and told not in known:
        raise DeckProblem(file, of, f"There is no picture {told}. docs/rules/finder.md lists those there are.")
    return told


def _only(file: Path, of: str, told: Mapping[str, object], accepted: tuple[str, ...]) -> None:
    for key in told:
        if key not in accepted:
            raise DeckProblem(file, of, f"Nothing reads {key}. Only these are known here: {', '.join(accepted)}.")


def _languages(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """English first, for every other language is looked over against it."""
    within = [each for each in (folder / "words").glob("*") if each.is_dir()]
    for each in sorted(within, key=lambda path: (path.name != BASE, path.name)):
        if not LANGUAGE.fullmatch(each.name):
            raise DeckProblem(each, "", "Call this folder by the code of its language, such as en, es or ar.")
        yield each.name, sorted(each.glob("*.toml"))


def _words(files: list[Path], decks: Mapping[str, Deck]) -> Iterator[tuple[str, Spoken]]:
    for file in files:
        if file.stem == ATLAS:
            continue
        if file.stem not in decks:
            raise DeckProblem(file, "", f"There is no deck {file.stem}. Call the file by the id of a deck: RD.toml.")
        yield file.stem, limits.spoken(file, decks[file.stem], _read(file))


def _atlas(file: Path, language: str, before: Library, atlas: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    told = _read(file)
    known = set(before.symbols())
    for key, name in told.items():
        if not isinstance(name, str) or not name.strip() or len(name) > limits.NAME_LETTERS:
            most = limits.NAME_LETTERS
            raise DeckProblem(file, key, f'Name the interest in at most {most} letters: {key} = "…".')
        if language == BASE:
            _symbol(file, key, key, known or None)
        elif key not in atlas.get(BASE, {}):
            raise DeckProblem(file, key, "The atlas in English has no such interest. Correct the key.")
    if language != BASE and (missing := atlas.get(BASE, {}).keys() - told.keys()):
        raise DeckProblem(file, min(missing), "The name of this interest is missing. Write it.")
    older = atlas.get(language, {}) if language == BASE else {}
    return {**older, **{key: str(name) for key, name in told.items()}}
