"""The list of cards as a page, made from the files themselves."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from strongsuit.knowledge.finder import answers, readable
from strongsuit.knowledge.finder.cards import BASE, LEVELS, Card, Deck, Library
from strongsuit.knowledge.finder.loading import load

TOLD = """# What the strengths finder asks

Made from the cards themselves. A conversation to begin with, no test: nothing is added up, and no child is compared
with another. A student chooses easier or harder words at every card; grades are where it starts.

An *ability* asks what somebody does well, an *interest* what draws them, a *preference* is a pair: which is more me?
The side that stands first is drawn for each pair and student, and two pairs of a sitting come once more, turned.

Families and staff answer the same cards: "At home or out together, Maya …", "In class or around school, Maya …".
A card or a language is [added by hand](../recipes.md#a-card-of-the-strengths-finder-or-its-words-in-another-language).
"""
SETS = (
    ("Early words", answers.EARLY), ("Upper and secondary words", answers.OLDER), ("Family", answers.FAMILY),
    ("School", answers.SCHOOL), ("Pairs", answers.PAIR),
)  # fmt: skip


def page(folder: Path = Path(__file__).parent) -> str:
    """Every deck of the house in English, its levels and pictures, and who is asked which."""
    library = load(folder)
    parts = [[TOLD], _grades(library), _values(), _languages(library)]
    parts += [_deck(library, deck) for deck in library.decks]
    parts += [_atlas(library.atlas[BASE]), _parts(library.decks)]
    return "\n".join(line for part in parts for line in part)


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _table(*heads: str) -> list[str]:
    return [_row(heads), _row("---" for _ in heads)]


def _grades(library: Library) -> Iterator[str]:
    yield "## How easy the cards read\n"
    yield from _table("level", "grade of all abilities and interests", "bound")
    for level, (most, may_reach) in readable.BOUNDS.items():
        grade = readable.level_of(library, level, {deck.id for deck in library.decks}).grade
        yield _row([level, grade, f"{'at most' if may_reach else 'below'} {most}"])
    yield ""


def _values() -> Iterator[str]:
    yield "## What an answer is worth\n"
    yield "Answers of different people are never averaged. A skipped card is worth nothing, which is not 0.\n"
    yield from _table("who", "answers")
    for name, told in SETS:
        yield _row([name, ", ".join(f"`{choice}` {_worth(value)}" for choice, value in told.items())])
    yield ""


def _worth(value: Decimal | None) -> str:
    return "–" if value is None else str(value)


def _languages(library: Library) -> Iterator[str]:
    yield "## Languages\n"
    for language, said in sorted(library.words.items(), key=lambda each: (each[0] != BASE, each[0])):
        yield f"- `{language}`: {len(said)} of {len(library.decks)} decks"
    yield ""


def _deck(library: Library, deck: Deck) -> Iterator[str]:
    said = library.words[BASE][deck.id]
    yield f"## {deck.id}: {said.adult}\n"
    skill_set = f"Skill set: {deck.skill_set}" if deck.skill_set else "For every skill set"
    count = len(deck.cards)
    yield (
        f"For a student: “{said.child}”. {skill_set}. Picture: `{deck.symbol}`. {count} cards, about "
        f"{answers.minutes(count)} minutes.\n"
    )
    yield from _table("id", "kind", "pictures", *LEVELS.values(), "on a page or in a goal")
    for card in deck.cards:
        yield _row(_card(card, library))
    yield ""


def _card(card: Card, library: Library) -> Iterator[str]:
    told = library.words[BASE][card.deck].cards[card.id]
    yield from (card.id, card.kind, ", ".join(f"`{symbol}`" for symbol in card.symbols))
    for level in (*LEVELS.values(), "short"):
        words = told[level]
        yield words if isinstance(words, str) else " / ".join(words)


def _atlas(names: Mapping[str, str]) -> Iterator[str]:
    yield "## Interests to pick from\n"
    yield "Up to ten, three of them in order, and one of the student's own.\n"
    yield from _table("picture", "name")
    yield from (_row([f"`{key}`", name]) for key, name in names.items())
    yield ""


def _parts(decks: tuple[Deck, ...]) -> Iterator[str]:
    yield "## Who is asked which cards\n"
    yield "By the part somebody has with a student, or by the service; whoever is not listed is asked all of them.\n"
    yield from _table("part or service", "decks")
    for part, seen in answers.SEES.items():
        yield _row([part.replace("_", " "), "all" if seen == answers.HOUSE else ", ".join(seen)])
    yield ""
