"""Whether the English cards of a level are as easy as their readers need: a grade over all abilities and interests."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from strongsuit.knowledge.finder.cards import BASE, Card, DeckProblem, Library
from strongsuit.knowledge.reading_level import ReadingLevel, Target, read_level
from strongsuit.knowledge.syllables import syllables

# The grade each level must stay under, or may just reach (section 7).
BOUNDS = {"early": (Decimal(1), False), "upper": (Decimal(3), True), "secondary": (Decimal(5), True)}
TARGETS = {"early": Target.EARLY, "upper": Target.UPPER, "secondary": Target.SECONDARY}
# So many words are named when a level is too hard.
NAMED = 8
LONG = 3


def sentences(library: Library, level: str, decks: Collection[str]) -> Iterator[tuple[Card, str]]:
    """What a level says on the cards of abilities and interests."""
    for deck in library.decks:
        for card in deck.cards if deck.id in decks else ():
            said = library.words[BASE][deck.id].cards[card.id][level]
            if isinstance(said, str):
                yield card, said


def level_of(library: Library, level: str, decks: Collection[str]) -> ReadingLevel:
    return read_level("\n".join(said for _, said in sentences(library, level, decks)), TARGETS[level])


def check(folder: Path, library: Library, brought: Collection[str]) -> None:
    """The whole within its bounds, and what a folder brought as well, where it is enough for a grade."""
    for level in BOUNDS:
        for decks in ({deck.id for deck in library.decks}, brought):
            grade = level_of(library, level, decks).grade
            if grade is not None and _over(level, grade):
                most, _ = BOUNDS[level]
                raise DeckProblem(
                    folder / "words" / BASE, level,
                    f"The cards read at grade {grade}, and {most} is the bound. Use shorter words and sentences for: "
                    f"{'; '.join(_raising(sentences(library, level, brought)))}.",
                )  # fmt: skip


def _over(level: str, grade: Decimal) -> bool:
    most, may_reach = BOUNDS[level]
    return grade > most if may_reach else grade >= most


def _raising(said: Iterable[tuple[Card, str]]) -> list[str]:
    """The words that raise the grade most, each with its card; where no word is long, the longest sentences."""
    told = list(said)
    words = {
        bare: (syllables(bare), card.id)
        for card, sentence in told
        for word in sentence.split()
        if syllables(bare := word.strip(".,:;!?“”\"'").lower() or "a") >= LONG
    }
    hard = sorted(words, key=lambda word: (-words[word][0], word))[:NAMED]
    if hard:
        return [f"{word} ({words[word][1]})" for word in hard]
    longest = sorted(told, key=lambda each: -len(each[1].split()))[:NAMED]
    return [f"“{sentence}” ({card.id})" for card, sentence in longest]
