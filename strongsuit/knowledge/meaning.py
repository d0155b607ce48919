"""The meaning guard: what a rewrite dropped of the draft, and the numbers it brought from nowhere (R-12)."""

import re
from collections.abc import Iterable

from strongsuit.knowledge.reading import tokens

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# "One" and "once" are more often words than counts.
SPELLED = {
    "two": "2", "twice": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
}  # fmt: skip


def numbers(text: str) -> tuple[str, ...]:
    """Every number of ``text`` once, in its order; "two" is 2."""
    found = (SPELLED.get(token.text) or _digits(token.raw) for token in tokens(text))
    return tuple(dict.fromkeys(number for number in found if number))


def numbers_lost(draft: str, rewrite: str) -> tuple[str, ...]:
    kept = set(numbers(rewrite))
    return tuple(number for number in numbers(draft) if number not in kept)


def numbers_from_nowhere(known: Iterable[str], rewrite: str) -> tuple[str, ...]:
    """Numbers of the rewrite that stand in none of the ``known`` texts."""
    there = {number for text in known for number in numbers(text)}
    return tuple(number for number in numbers(rewrite) if number not in there)


def says(text: str, stems: Iterable[str]) -> bool:
    """Whether a word of ``text`` begins with one of the stems."""
    said = [token.text for token in tokens(text)]
    return any(word.startswith(stem) for stem in stems for word in said)


def same_words(one: str, other: str) -> bool:
    """Equal but for spaces and the shape of quotation marks."""
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    straight = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(straight.split())


def _digits(raw: str) -> str:
    found = NUMBER.match(raw)
    return found[0].replace(",", "") if found else ""
