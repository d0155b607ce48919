"""How easy a text is to read: for a short one by its sentences and words, for a long one by a grade (section 7)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from strongsuit.knowledge.reading import Sentence, Token, longest_phrase, sentences
from strongsuit.knowledge.syllables import syllables
from strongsuit.knowledge.terms import Grade, Term
from strongsuit.knowledge.wordlists import rewordings, words
from strongsuit.knowledge.words import gettext_noop

# A grade formula says nothing of a text shorter than this.
ENOUGH_FOR_A_GRADE = 100
LONG = 3
# Grades above the target that are still near it; beyond them the text is hard.
NEAR = 3
ENDING = re.compile(r"(?<=[a-z]{3})(?:ings?|ed|es|ers?|est|ly|'s|s)$")
NO_SHORT_WORD = "-"
# Addresses, paths and tags stand in a text, and nobody reads them as words. Each part has an end, for the time's sake.
NO_WORDS = re.compile(
    r"(?:https?://|www\.)\S*[^\s.,;:!?)]"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
    r"|(?<![\w.-])(?:[a-z\d][a-z\d-]{0,62}\.){1,5}(?:com|org|net|edu|gov)\b(?:/\S*[^\s.,;:!?)])?"
    r"|(?<!\w)[a-z]:\\\S*[^\s.,;:!?)]"
    r"|</?[a-z][^<>]{0,300}>|&(?:[a-z]{2,8}|#\d{1,6});",
    re.IGNORECASE,
)


class Target(Term):
    """Who reads it, and the grade it may have at most."""

    EARLY = "early", gettext_noop("Early words, kindergarten to grade 2")
    UPPER = "upper", gettext_noop("Upper elementary words")
    SECONDARY = "secondary", gettext_noop("Secondary words")
    FAMILY = "family", gettext_noop("Families")
    NOTE = "note", gettext_noop("A note home")


@dataclass(frozen=True, slots=True)
class Limits:
    """``grade`` counts for long texts; in short ones, words a sentence, and one hard word in so many."""

    grade: Decimal
    sentence: int
    hard_in: int | None


LIMITS: dict[Target, Limits] = {
    Target.EARLY: Limits(Decimal("1.5"), sentence=8, hard_in=None),
    Target.UPPER: Limits(Decimal(3), sentence=10, hard_in=20),
    Target.NOTE: Limits(Decimal(5), sentence=13, hard_in=15),
    Target.SECONDARY: Limits(Decimal(6), sentence=15, hard_in=12),
    Target.FAMILY: Limits(Decimal(6), sentence=15, hard_in=12),
}


class Ease(Term):
    EASY = "easy", gettext_noop("Easy to read")
    NEAR = "near", gettext_noop("A little hard to read")
    HARD = "hard", gettext_noop("Hard to read")


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word that raises the level, where it stands, and easier ones where known."""

    start: int
    end: int
    quote: str
    easier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LongSentence:
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """``grade`` only where there are words enough for a formula; ``met`` holds for either way of reading."""

    target: Target
    words: int
    sentences: int
    grade: Decimal | None
    ease: Ease
    hard_words: tuple[HardWord, ...]
    long_sentences: tuple[LongSentence, ...]

    @property
    def met(self) -> bool:
        return self.ease == Ease.EASY

    @property
    def about(self) -> int | None:
        """The grade as people say it."""
        return None if self.grade is None else max(0, int(self.grade.to_integral_value(ROUND_HALF_UP)))

    @property
    def goal(self) -> Decimal:
        return LIMITS[self.target].grade

    @property
    def each_hard_word(self) -> tuple[HardWord, ...]:
        """Each hard word once, as it first stands."""
        return tuple({word.quote.lower(): word for word in reversed(self.hard_words)}.values())[::-1]


def read_level(text: str, target: Target = Target.FAMILY, *, names: Collection[str] = ()) -> ReadingLevel:
    """Read ``text`` for ``target``; ``names`` of people never count as hard."""
    called = {part.lower() for name in names for part in name.split()}
    # Places in the text stay what they are.
    text = NO_WORDS.sub(lambda found: " " * len(found[0]), text)
    read = [(sentence, tuple(token for token in sentence.tokens if token.is_word)) for sentence in sentences(text)]
    read = [(sentence, said) for sentence, said in read if said]
    count = sum(len(said) for _, said in read)
    hard = tuple(word for sentence, _ in read for word in _hard_words(sentence, text, called))
    long = tuple(_long_sentences(read, LIMITS[target].sentence))
    grade = _grade(read, count) if count >= ENOUGH_FOR_A_GRADE else None
    return ReadingLevel(
        target=target,
        words=count,
        sentences=len(read),
        grade=grade,
        ease=_ease_of_short(count, hard, long, LIMITS[target]) if grade is None else _ease(grade, LIMITS[target].grade),
        hard_words=hard,
        long_sentences=long,
    )


def target_of_level(level: str) -> Target:
    """The target of a student's own level: E, U or S."""
    return {"E": Target.EARLY, "U": Target.UPPER}.get(level, Target.SECONDARY)


def target_of_grade(grade: Grade) -> Target:
    """Where to begin for a student who has not chosen easier or harder words yet."""
    early, upper = {Grade.PK, Grade.K, Grade.G1, Grade.G2}, {Grade.G3, Grade.G4, Grade.G5}
    return Target.EARLY if grade in early else Target.UPPER if grade in upper else Target.SECONDARY


def _grade(read: list[tuple[Sentence, tuple[Token, ...]]], count: int) -> Decimal:
    """Flesch and Kincaid's formula, without rounding on the way."""
    spoken = sum(syllables(token.text) for _, said in read for token in said)
    exact = Fraction(39, 100) * Fraction(count, len(read)) + Fraction(118, 10) * Fraction(spoken, count)
    tenths = (exact - Fraction(1559, 100)) * 10
    return Decimal(round(tenths)) / 10


def _ease(grade: Decimal, goal: Decimal) -> Ease:
    if grade <= goal:
        return Ease.EASY
    return Ease.NEAR if grade <= goal + NEAR else Ease.HARD


def _ease_of_short(count: int, hard: tuple[HardWord, ...], long: tuple[LongSentence, ...], limits: Limits) -> Ease:
    free = -(-count // limits.hard_in) if limits.hard_in else 0
    if not long and len(hard) <= free:
        return Ease.EASY
    longest = max((each.words for each in long), default=0)
    near = longest <= 2 * limits.sentence and len(hard) <= max(2 * free, 1)
    return Ease.NEAR if near else Ease.HARD


def _long_sentences(read: list[tuple[Sentence, tuple[Token, ...]]], most: int) -> Iterator[LongSentence]:
    for sentence, said in read:
        if len(said) > most:
            yield LongSentence(sentence.tokens[0].start, sentence.tokens[-1].end, len(said))


def _hard_words(sentence: Sentence, text: str, called: Collection[str]) -> Iterator[HardWord]:
    at = 0
    shouted = not any(token.raw != token.raw.upper() for token in sentence.tokens)
    while at < len(sentence.tokens):
        length = longest_phrase(sentence, at, _plainer())
        first = sentence.tokens[at]
        if length:
            last = sentence.tokens[at + length - 1]
            key = tuple(token.text for token in sentence.tokens[at : at + length])
            yield HardWord(first.start, last.end, text[first.start : last.end], _plainer()[key])
        elif first.is_word and _is_hard(first, opens=at == 0, shouted=shouted, called=called):
            yield HardWord(first.start, first.end, first.raw)
        at += length or 1


@cache
def _plainer() -> dict[tuple[str, ...], tuple[str, ...]]:
    read = rewordings("plainer")
    return {key: tuple(said for said in easier if said != NO_SHORT_WORD) for key, easier in read.items()}


def _is_hard(token: Token, *, opens: bool, shouted: bool, called: Collection[str]) -> bool:
    """Long words are hard unless everyday; names are not words to know, short forms always are."""
    word = token.text.removesuffix("'s")
    if word in called or not word[0].isalpha():
        return False
    if _short_form(token.raw) and not shouted:
        return token.raw.lower() not in words("known_short_forms")
    if token.raw[0].isupper() and not shouted and (not opens or word not in words("common")):
        return False
    return _long(word)


def _short_form(raw: str) -> bool:
    return len(raw) > 1 and raw.isalpha() and raw.isascii() and raw == raw.upper()


def _long(word: str) -> bool:
    """Three syllables or more without the ending, as readers of grade 3 take endings in their stride."""
    if syllables(word) < LONG or word in words("everyday_long"):
        return False
    stem = ENDING.sub("", word)
    return not (stem in words("everyday_long") or all(syllables(part) < LONG for part in stem.split("-")))
