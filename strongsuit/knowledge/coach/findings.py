"""Finds every listed expression of every rule in one pass over the words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.gates import counts
from strongsuit.knowledge.coach.patterns import FOLDER, Hit, Pattern, patterns
from strongsuit.knowledge.coach.scene import Scene, scenes
from strongsuit.knowledge.coach.text import Text
from strongsuit.knowledge.wordlists import any_of, words


@dataclass(frozen=True, slots=True)
class Beginning:
    """Patterns that begin with one word or pair, by number: those always tried, and those that need a rare word too."""

    always: tuple[int, ...]
    needing: frozenset[int]

    def possible(self, awake: set[int]) -> Iterable[int]:
        if self.needing.isdisjoint(awake):
            return self.always
        woken = self.needing & awake
        return sorted(woken.union(self.always)) if self.always or len(woken) > 1 else woken


@cache
def every() -> tuple[Pattern, ...]:
    return tuple(pattern for path in sorted(FOLDER.glob("*.txt")) for pattern in patterns(path.stem))


@cache
def by_first_word() -> dict[str, Beginning]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(every()):
        for word in pattern.first:
            found[word].append(number)
    lists = every()
    return {
        word: Beginning(
            tuple(number for number in many if not lists[number].needed),
            frozenset(number for number in many if lists[number].needed),
        )
        for word, many in found.items()
    }


@cache
def opens_pairs() -> frozenset[str]:
    return frozenset(begins.partition(" ")[0] for begins in by_first_word() if " " in begins)


@cache
def by_rare_word() -> dict[str, tuple[int, ...]]:
    """The patterns that a word wakes."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(every()):
        for word in pattern.needed:
            found[word].append(number)
    return {word: tuple(many) for word, many in found.items()}


@cache
def masks() -> re.Pattern[str]:
    """Names of law, diagnoses and tests, and senses of words that judge nobody."""
    return re.compile(rf"\b(?:{any_of('left_alone')})\b")


def hits(text: Text) -> Iterator[tuple[Scene, Hit]]:
    """What the lists find, sentence by sentence."""
    return ((scene, hit) for scene, found in read_through(text) for hit in found)


def read_through(text: Text) -> Iterator[tuple[Scene, list[Hit]]]:
    """Each sentence with what the lists find in it."""
    index = by_first_word()
    for scene in scenes(text):
        yield scene, list(_found(scene, text, index))


def _found(scene: Scene, text: Text, index: dict[str, Beginning]) -> Iterator[Hit]:
    masked: list[tuple[int, int]] | None = None
    last, lists, rare, pairs = -1, every(), by_rare_word(), opens_pairs()
    awake: set[int] = set().union(*(rare[word] for word in scene.all_words if word in rare))
    for at, token in enumerate(scene.tokens):
        if token.text not in index and token.text not in pairs:
            continue
        following = scene.text(at + 1)
        for number in _begun(index, token.text, following, awake):
            pattern = lists[number]
            if pattern.second and following not in pattern.second:
                continue
            hit = pattern.at(text.plain, token.start)
            if not hit or hit.end > scene.tokens[-1].end:
                continue
            if masked is None:
                within = scene.tokens[0].start, scene.tokens[-1].end
                masked = [found.span() for found in masks().finditer(text.plain, *within)]
            joined = last > 0 and _joins(text.plain[last : hit.start])
            if _inside(hit, masked) or not counts(scene, hit, joined=joined):
                scene.declined = True
                continue
            last = hit.end
            yield hit


def _begun(index: dict[str, Beginning], word: str, following: str, awake: set[int]) -> Iterable[int]:
    """The patterns that may begin with this word, alone or with the one behind it, in the order of the lists."""
    alone = index.get(word)
    pair = index.get(f"{word} {following}") if word in opens_pairs() else None
    if alone is None:
        return pair.possible(awake) if pair else ()
    return sorted({*alone.possible(awake), *pair.possible(awake)}) if pair else alone.possible(awake)


def _joins(between: str) -> bool:
    """ "Rude and sneaky", "defiant, lazy"."""
    return between.strip() in words("joining_verdicts")


def _inside(hit: Hit, masked: list[tuple[int, int]]) -> bool:
    return any(start < max(hit.marked_to, hit.end) and hit.marked_from < end for start, end in masked)
