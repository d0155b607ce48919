"""The elements of a line of a rule's list: words, their forms, choices, gaps, and what may be missing."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from sys import intern

from strongsuit.knowledge.coach.inflect import PARTICIPLE, noun, verb
from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.wordlists import words

# What stands at the end of another word: "he'll", "isn't".
INSIDE = ("'", "n't")
# How many rare words a frequent one counts as.
FREQUENT = 8


def parted(source: str) -> Iterator[str]:
    """Split at spaces outside braces."""
    return (found[0] for found in re.finditer(r"(?:\{[^}]*\}|\S)+", source))


@lru_cache(maxsize=256)
def spelled(element: str) -> tuple[frozenset[str], tuple[tuple[str, int], ...]]:
    """What an element stands for, and the forms of its verbs."""
    if element.strip("|") in {"", ","} or element.startswith(("<", ">")) and len(element) > 1:
        raise ValueError(f"{element!r} finds nothing")
    texts: set[str] = set()
    forms: list[tuple[str, int]] = []
    for choice in re.findall(r"(?:\{[^}]*\}|[^|])+", element):
        if choice.startswith("{"):
            inner, _colon, kind = choice[1:-1].partition(":")
            for lemma in inner.split("|"):
                if kind == "n":
                    texts |= set(noun(lemma))
                else:
                    found = verb(lemma)
                    texts |= set(found)
                    forms += [(text, at) for at, text in enumerate(found) if at != PARTICIPLE]
        elif choice.startswith("@"):
            texts |= words(choice[1:])
        else:
            texts.add(choice.replace("_", " "))
    if not texts:
        raise ValueError(f"{element!r} says nothing")
    return frozenset(texts), tuple(forms)


def must(element: str) -> bool:
    return not (element in "<>" or element.startswith("..") or element.endswith("?") and len(element) > 1)


def takes_comma(elements: list[str], at: int) -> bool:
    """The comma behind this element is among the choices of the next."""
    follows = next((element for element in elements[at + 1 :] if element not in "<>"), "")
    return "," in follows.removesuffix("?").split("|")


def closes(elements: list[str]) -> bool:
    """Nothing that must be there stands between these and the end of what is marked."""
    return next((element for element in elements if must(element) or element == ">"), "") == ">"


def first_words(elements: tuple[str, ...]) -> frozenset[str]:
    """The words, or pairs of words, it may begin with."""
    first = set[str]()
    for element in elements:
        if element in "<>" or element.startswith(".."):
            continue
        texts, _forms = spelled(element.removesuffix("?"))
        if "," in texts:
            raise ValueError(f"{element!r} begins with a comma, which stands behind a word")
        first |= {opening(text) for text in texts}
        if must(element):
            break
    return frozenset(first)


def second_words(elements: tuple[str, ...]) -> frozenset[str]:
    """The words that may stand behind a first one of one word."""
    said = [element for element in elements if element not in "<>"]
    if not must(said[0]) or any(" " in opening(text) for text in spelled(said[0])[0]):
        return frozenset()
    found = set[str]()
    for element in said[1:]:
        if element.startswith(".."):
            break
        texts, _forms = spelled(element.removesuffix("?"))
        if any(text == "," or text.startswith(INSIDE) for text in texts):
            break
        found |= {intern(opening(text).partition(" ")[0]) for text in texts}
        if must(element):
            return frozenset(found)
    return frozenset()


def needed_words(elements: tuple[str, ...]) -> frozenset[str]:
    """A word of each choice of the rarest part behind the first one, to look for before anything is matched."""
    best: frozenset[str] = frozenset()
    least, begun = math.inf, False
    frequent = words("frequent")
    for element in elements:
        if element in "<>":
            continue
        before, begun = begun, True
        if not before or element.startswith("..") or element.endswith("?"):
            continue
        texts, _forms = spelled(element)
        if "," in texts:
            continue
        if any(text.startswith(INSIDE) for text in texts):
            continue
        rare = {_rarest(text) for text in texts}
        often = len(rare) + FREQUENT * len(rare & frequent)
        if often < least and rare.isdisjoint(words("in_every_sentence")):
            best, least = frozenset(rare), often
    return best


@lru_cache(maxsize=512)
def _rarest(text: str) -> str:
    lesser = words("in_every_sentence")
    return intern(next((token.text for token in tokens(text) if token.text not in lesser), next(iter(lesser))))


@lru_cache(maxsize=512)
def opening(text: str) -> str:
    """The first word, or the first two: few texts hold "a charity", each one an "a"."""
    return intern(" ".join(token.text for token in islice(tokens(text), 2)))
