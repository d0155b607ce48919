"""Finds every listed expression of every rule in one pass over the words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.gates import counts
from strongsuit.knowledge.coach.patterns import FOLDER, Hit, Pattern, patterns
from strongsuit.knowledge.coach.scene import Scene, Text, scenes
from strongsuit.knowledge.wordlists import WORDS


@dataclass(frozen=True, slots=True)
class Beginning:
    """Patterns that begin with one word, by their order: those always tried, and those that need a rare word too."""

    always: dict[int, Pattern]
    needing: dict[str, dict[int, Pattern]]

    def possible(self, said: frozenset[str]) -> Iterable[Pattern]:
        there = self.needing.keys() & said
        if not there:
            return self.always.values()
        found = dict(self.always)
        for word in there:
            found |= self.needing[word]
        return [found[place] for place in sorted(found)]


@cache
def by_first_word() -> dict[str, Beginning]:
    found = defaultdict(list)
    for name in sorted(path.stem for path in FOLDER.glob("*.txt")):
        for pattern in patterns(name):
            for word in pattern.first:
                found[word].append(pattern)
    return {word: _beginning(many) for word, many in found.items()}


def _beginning(many: list[Pattern]) -> Beginning:
    needing: dict[str, dict[int, Pattern]] = defaultdict(dict)
    for place, pattern in enumerate(many):
        for word in pattern.needed:
            needing[word][place] = pattern
    return Beginning({place: pattern for place, pattern in enumerate(many) if not pattern.needed}, dict(needing))


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
    # Most texts have nothing that could be masked.
    masked = cache(lambda: [found.span() for found in masks().finditer(text.plain)])
    for scene in scenes(text):
        yield scene, list(_found(scene, text, index, masked))


def _found(
    scene: Scene, text: Text, index: dict[str, Beginning], masked: Callable[[], list[tuple[int, int]]]
) -> Iterator[Hit]:
    last, said = -1, scene.all_words
    for token in scene.tokens:
        beginning = index.get(token.text)
        for pattern in beginning.possible(said) if beginning else ():
            hit = pattern.at(text.plain, token.start)
            if not hit or hit.end > scene.tokens[-1].end or _inside(hit, masked()):
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
