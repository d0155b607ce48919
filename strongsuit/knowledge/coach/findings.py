"""Finds every listed expression of every rule in one pass over the words."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from string import digits

from strongsuit.knowledge.coach.gates import counts
from strongsuit.knowledge.coach.matching import ready
from strongsuit.knowledge.coach.patterns import FOLDER, Hit, Pattern, patterns
from strongsuit.knowledge.coach.scene import Scene, scenes
from strongsuit.knowledge.coach.text import Text
from strongsuit.knowledge.wordlists import expressions, words

WORD = re.compile(r"\w+")
GROUP = "(?:"
NOT_BEHIND = re.compile(r"^(?:\(\?<![a-z ]+\))+")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Patterns that begin with one word or pair, by number: those always tried, and those that need a rare word too."""

    always: tuple[int, ...]
    needing: frozenset[int]

    def woken(self, awake: set[int]) -> frozenset[int]:
        return (self.needing & awake).union(self.always)


@cache
def every() -> tuple[Pattern, ...]:
    return tuple(pattern for path in sorted(FOLDER.glob("*.txt")) for pattern in patterns(path.stem))


@cache
def by_first_word() -> dict[str, Beginning]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(every()):
        for word in pattern.first:
            found[word].append(number)
    return {word: _beginning(tuple(many)) for word, many in found.items()}


# Words of one list begin the same lines.
@cache
def _beginning(numbers: tuple[int, ...]) -> Beginning:
    lists = every()
    return Beginning(
        tuple(number for number in numbers if not lists[number].needed),
        frozenset(number for number in numbers if lists[number].needed),
    )


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
def masks() -> dict[str, re.Pattern[str]]:
    """Names of law, diagnoses and tests, and senses of words that judge nobody, by the letter they begin with."""
    found: dict[str, list[str]] = defaultdict(list)
    for said in expressions("left_alone"):
        for letter in sorted(_opens(f"(?:{said})")):
            found[letter].append(f"(?:{said})")
    return {letter: re.compile(rf"(?:{'|'.join(many)})\b") for letter, many in found.items()}


def _opens(expression: str) -> set[str]:
    """The letters it may begin with: itself, or each choice of the group that it opens with."""
    expression = NOT_BEHIND.sub("", expression)
    if expression.startswith(r"\d"):
        return set(digits)
    if not expression.startswith(GROUP):
        return {expression[0]}
    depth, choices = 0, [len(GROUP)]
    for at, sign in enumerate(expression):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 1:
            choices.append(at + 1)
        if not depth:
            break
    letters = set[str]().union(*(_opens(expression[choice:]) for choice in choices))
    return letters | _opens(expression[at + 2 :]) if expression[at + 1 :][:1] == "?" else letters


def hits(text: Text) -> Iterator[tuple[Scene, Hit]]:
    """What the lists find, sentence by sentence."""
    return ((scene, hit) for scene, found in read_through(text) for hit in found)


def read_through(text: Text) -> Iterator[tuple[Scene, list[Hit]]]:
    """Each sentence with what the lists find in it."""
    for scene in scenes(text):
        yield scene, _found(scene, _met(scene, text.plain))


def _found(scene: Scene, met: list[Hit]) -> list[Hit]:
    """What counts of the expressions met; the sentence remembers that one did not."""
    found: list[Hit] = []
    plain = scene.of.plain
    masked = list(_masked(plain, scene.tokens[0].start, scene.tokens[-1].end)) if met else []
    for hit in met:
        # "Rude and sneaky", "defiant, lazy".
        joined = bool(found) and plain[found[-1].end : hit.start].strip() in words("joining_verdicts")
        if _inside(hit, masked) or not counts(scene, hit, joined=joined):
            scene.declined = True
        else:
            found.append(hit)
    return found


def _met(scene: Scene, plain: str) -> list[Hit]:
    """Each listed expression that stands in the sentence, in the order of its words and then of the lists."""
    index, lists, rare, pairs = by_first_word(), every(), by_rare_word(), opens_pairs()
    texts, starts, last, following = scene.texts, scene.starts, scene.tokens[-1].end, ""
    awake, met = set[int](), list[Hit]()
    # From the end, for the rare words of an expression stand behind its first.
    for at in range(len(texts) - 1, -1, -1):
        word = texts[at]
        if word in rare:
            awake.update(rare[word])
        numbers: Collection[int] = ()
        if begun := index.get(word):
            numbers = begun.always if begun.needing.isdisjoint(awake) else begun.woken(awake)
        if word in pairs and (begun := index.get(f"{word} {following}")):
            numbers = {*numbers, *begun.always, *begun.woken(awake)}
        # Each behind those before it, all of them backwards.
        for number in sorted(numbers, reverse=True) if len(numbers) > 1 else numbers:
            pattern = lists[number]
            if pattern.second and following not in pattern.second:
                continue
            found = ready(pattern.source)(plain, starts[at])
            if found and (hit := pattern.hit(found)).end <= last:
                met.append(hit)
        following = word
    met.reverse()
    return met


def _masked(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where between two places the words of a name stand, which judge nobody."""
    by_letter, behind = masks(), start
    for word in WORD.finditer(plain, start, end):
        begin = word.start()
        if begin >= behind and (mask := by_letter.get(plain[begin])) and (found := mask.match(plain, begin, end)):
            yield found.span()
            behind = found.end()


def _inside(hit: Hit, masked: list[tuple[int, int]]) -> bool:
    return any(start < max(hit.marked_to, hit.end) and hit.marked_from < end for start, end in masked)
