"""Finds every listed expression of every rule in one pass over the words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from strongsuit.knowledge.coach.gates import counts
from strongsuit.knowledge.coach.patterns import FOLDER, Hit, Pattern, patterns
from strongsuit.knowledge.coach.scene import Scene, Text, scenes
from strongsuit.knowledge.wordlists import WORDS


@cache
def by_first_word() -> dict[str, tuple[Pattern, ...]]:
    found = defaultdict(list)
    for name in sorted(path.stem for path in FOLDER.glob("*.txt")):
        for pattern in patterns(name):
            for word in pattern.first:
                found[word].append(pattern)
    return {word: tuple(many) for word, many in found.items()}


@cache
def masks() -> re.Pattern[str]:
    """Names of law, diagnoses and tests, and senses of words that judge nobody."""
    lines = (WORDS / "left_alone.txt").read_text(encoding="utf-8").splitlines()
    return re.compile(
        "|".join(rf"\b(?:{line.strip()})\b" for line in lines if line.strip() and not line.startswith("#"))
    )


def hits(text: Text) -> Iterator[tuple[Scene, Hit]]:
    """What the lists find, sentence by sentence."""
    return ((scene, hit) for scene, found in read_through(text) for hit in found)


def read_through(text: Text) -> Iterator[tuple[Scene, list[Hit]]]:
    """Each sentence with what the lists find in it."""
    index = by_first_word()
    masked = [found.span() for found in masks().finditer(text.plain)]
    for scene in scenes(text):
        yield scene, list(_found(scene, text, index, masked))


def _found(
    scene: Scene, text: Text, index: dict[str, tuple[Pattern, ...]], masked: list[tuple[int, int]]
) -> Iterator[Hit]:
    last, said = -1, scene.all_words
    for token in scene.tokens:
        for pattern in index.get(token.text, ()):
            if pattern.needed and pattern.needed.isdisjoint(said):
                continue
            hit = pattern.at(text.plain, token.start)
            if not hit or hit.end > scene.tokens[-1].end or _inside(hit, masked):
                continue
            if counts(scene, hit, joined=last > 0 and _joins(text.plain[last : hit.start])):
                last = hit.end
                yield hit


def _joins(between: str) -> bool:
    """ "Rude and sneaky", "defiant, lazy"."""
    return between.strip() in {
        "and",
        ",",
        ", and",
        "or",
        "/",
        "&",
        "and very",
        "and often",
        "but also",
        ", but",
        "yet",
        "and is",
        "and was",
    }


def _inside(hit: Hit, masked: list[tuple[int, int]]) -> bool:
    return any(start < hit.marked_to and hit.marked_from < end for start, end in masked)
