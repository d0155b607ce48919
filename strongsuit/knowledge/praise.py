"""Praise that names no ability: "a joy to have in class" says nothing another teacher could use (R-2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from strongsuit.knowledge.reading import Sentence, Token, longest_phrase, sentences
from strongsuit.knowledge.wordlists import phrases, words

# Fewer words than this beside the praise cannot say what was done and where.
AN_EXAMPLE = 2


@dataclass(frozen=True, slots=True)
class Praise:
    """A stretch of praise; ``lead`` is the word before it, which decides what can replace it."""

    start: int
    end: int
    lead: str


def only_praise(text: str, names: tuple[str, ...] = ()) -> tuple[Praise, ...]:
    """The praise in ``text`` when every sentence is praise and none gives an example; else nothing."""
    known = {part for name in names for part in name.split()}
    found: list[Praise] = []
    for sentence in sentences(text):
        praised = tuple(praise_in(sentence, known))
        if not praised or _example_size(sentence, praised, known) >= AN_EXAMPLE:
            return ()
        found += [_span(sentence, first, after) for first, after in praised]
    return tuple(found)


def praise_in(sentence: Sentence, known: set[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(sentence.tokens):
        length = longest_phrase(sentence, at, phrases("praise"))
        # Joy may be a name.
        if length and sentence.tokens[at].raw not in known:
            yield at, at + length
        at += length or 1


def _example_size(sentence: Sentence, praised: tuple[tuple[int, int], ...], known: set[str]) -> int:
    inside = {at for first, after in praised for at in range(first, after)}
    rest = [token for at, token in enumerate(sentence.tokens) if at not in inside]
    return sum(_says_something(token, known) for token in rest)


def _says_something(token: Token, known: set[str]) -> bool:
    if not token.is_word:
        return False
    plain = token.raw.removesuffix("'s").removesuffix("’s")
    return plain not in known and token.text not in words("filler")


def _span(sentence: Sentence, first: int, after: int) -> Praise:
    """Take in the article and the "very" before, and the "girl" or "in class" behind."""
    while first and sentence.text(first - 1) in words("praise_before"):
        first -= 1
    while sentence.text(after) in words("praise_after"):
        after += 1
    return Praise(sentence.tokens[first].start, sentence.tokens[after - 1].end, sentence.text(first - 1))
