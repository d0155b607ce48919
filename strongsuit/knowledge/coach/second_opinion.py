"""A learned second opinion on sentences no rule speaks of: whether they sound like blame, and which words weigh most.

It is learned by ``python -m bench.learn`` from the labelled sentences in tests/knowledge/coach/trials and the
word lists. Names, numbers and "he" or "she" are hidden from it, so that nobody's name or gender weighs. It never says
that something is grave: what nobody wrote a rule for is a question to the writer.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from strongsuit.knowledge.coach import saying
from strongsuit.knowledge.coach.quoting import quoted
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.weights import AROUND, PLACE, PLACE_LETTERS, Weights, runs, weights
from strongsuit.knowledge.coach.who import Who
from strongsuit.knowledge.wordlists import words

# How much surer of another category it has to be than of the rule's own.
SURER = 5.0
HE, NAME, NUMBER = "he", "<name>", "#"
EDGE = "<end>"
HIDDEN = {HE, NAME, NUMBER}
STEM = 5
SHORTEST = 4
# A few words are little to go by: shorter sentences count as if they had this many.
BRIEF = 10
BLANK = "__"
LONGEST_SPAN = 10
# Rather a word too many than the wrong words.
WIDER = 0.9
PEOPLE = {
    Who.FAMILY: "family", Who.STAFF: "staff", Who.AGENCY: "staff", Who.STUDENT: "student", Who.STUDENTS: "students",
    Who.SPEAKER: "speaker",
}  # fmt: skip
REASONS = 3
# Words side by side; not their beginnings, nor words one apart.
TELLABLE = re.compile(r"[a-z'-]+(?: [a-z'-]+)*")


@dataclass(frozen=True, slots=True)
class Opinion:
    """Characters of the text to mark, the category, and the words that weighed most."""

    start: int
    end: int
    category: str
    because: tuple[str, ...]


def shown(scene: Scene) -> list[str]:
    """The words of a sentence as the second opinion sees them."""
    alike = words("pronouns.alike")
    return [
        HE if token.text in alike
        else NUMBER if token.text[0].isdigit()
        else NAME if scene.is_name(at)
        else token.text
        for at, token in enumerate(scene.tokens)
    ]  # fmt: skip


def people(scene: Scene) -> Iterator[str]:
    """Who is in the sentence."""
    found = {PEOPLE[who] for _at, who in scene.people if who in PEOPLE}
    yield from (f"who={name}" for name in sorted(found) or ["none"])


def signs(said: list[str], known: Container[str] | None = None) -> dict[str, tuple[int, ...]]:
    """Single words, their beginnings, and words side by side or one apart, each with where it first stands.

    What is made of small words alone ("he is", "has a") is left out: it is a manner of writing and no reason.
    So is what holds a word outside ``known``: nobody has learned anything about it.
    """
    found: dict[str, tuple[int, ...]] = {}
    strange = [known is not None and word not in known for word in said]
    lesser = words("small_words")
    small = [word in lesser or word in HIDDEN for word in said]
    last = len(said) - 1
    for at, word in enumerate(said):
        tells = not small[at]
        if tells:
            found.setdefault(word, (at,))
            if len(word) >= STEM:
                found.setdefault(word[:STEM] + "*", (at,))
        if at == last or strange[at]:
            continue
        pair = f"{word} {said[at + 1]}"
        if not strange[at + 1] and (tells or not small[at + 1]):
            found.setdefault(pair, (at, at + 1))
        if at + 1 < last and not strange[at + 2]:
            third = not small[at + 2]
            if tells or third:
                found.setdefault(f"{word} _ {said[at + 2]}", (at, at + 2))
            if not strange[at + 1] and (tells or third or not small[at + 1]):
                found.setdefault(f"{pair} {said[at + 2]}", (at, at + 1, at + 2))
    return found


def spelled(said: Iterable[str]) -> Iterator[str]:
    """The signs of what the words are spelled with."""
    return (sign for word in sorted(set(said) - HIDDEN) for sign in runs(word))


def weight(learned: Weights, said: list[str], found: Iterable[str]) -> float:
    """How much a sentence sounds like blame."""
    known = learned.blame
    words_weigh = sum([known[sign] for sign in found if sign in known])
    letters_weigh = sum([learned.spelled(word) for word in set(said) if word not in HIDDEN])
    return (words_weigh + letters_weigh) / sqrt(max(len(said), BRIEF))


def asked(scene: Scene) -> Opinion | None:
    """Its opinion where it may have one: of what an adult says for sure.

    Where a rule knows an expression and found that it says nothing here, it has to be surer.
    """
    if _is_short(scene) or scene.sentence.asks or any(text.startswith(BLANK) for text in scene.texts):
        return None
    opinion = weigh(scene, weights().surely if scene.declined else weights().threshold)
    if opinion is None or quoted(scene, opinion.start):
        return None
    at = scene.index(opinion.start)
    if scene.texts[at] in words("denying.ends_something") and scene.text(at + 1) in words("denying.ended_acts"):
        # "Stopped having meltdowns".
        return None
    if saying.supposed(scene, at) or saying.mentioned(scene, at, scene.index(opinion.end - 1) + 1):
        return None
    return opinion


def _is_short(scene: Scene) -> bool:
    """ "(Earth science)" has two words."""
    return len(scene.tokens) < 2 * SHORTEST and sum(token.is_word for token in scene.tokens) < SHORTEST


def weigh(scene: Scene, least: float) -> Opinion | None:
    """What the sentence sounds like; None where nothing weighs enough."""
    learned = weights()
    said = shown(scene)
    found = signs(said, learned.words)
    around = list(people(scene))
    if weight(learned, said, [*found, *around]) < least:
        return None
    first, last = marked(said, learned.places)
    inside = [sign for sign, places in found.items() if first <= places[-1] and places[0] <= last]
    reasons = sorted(
        (sign for sign in inside if TELLABLE.fullmatch(sign)), key=lambda sign: -learned.blame.get(sign, 0)
    )
    start, end = scene.tokens[first].start, scene.tokens[last].end
    because = tuple(scene.of.words[slice(*_place(scene, found[sign]))] for sign in reasons[:REASONS])
    return Opinion(
        start,
        end,
        category(learned, [*inside, *around, *spelled(said[first : last + 1]), *(AROUND + sign for sign in found)]),
        because or (scene.of.words[start:end],),
    )


def _place(scene: Scene, places: tuple[int, ...]) -> tuple[int, int]:
    return scene.tokens[places[0]].start, scene.tokens[places[-1]].end


def marked(said: list[str], places: Mapping[str, float]) -> tuple[int, int]:
    """First and last word of the run that most likely carries it."""
    each = [sum([places[sign] for sign in beside(said, at) if sign in places]) + WIDER for at in range(len(said))]
    best, span = float("-inf"), (0, 0)
    for first in range(len(each)):
        weight = 0.0
        for last in range(first, min(first + LONGEST_SPAN, len(each))):
            weight += each[last]
            if weight > best:
                best, span = weight, (first, last)
    return span


def beside(said: list[str], at: int) -> Iterator[str]:
    """The signs by which one word is known to be marked or not: itself, and what stands up to two words away."""
    before2, before, word, behind, behind2 = (
        said[spot] if 0 <= spot < len(said) else EDGE for spot in range(at - 2, at + 3)
    )
    yield f"{PLACE}0{word}"
    yield f"{PLACE}-1{before}"
    yield f"{PLACE}+1{behind}"
    yield f"{PLACE}-2{before2}"
    yield f"{PLACE}+2{behind2}"
    yield f"{PLACE}p{before} {word}"
    yield f"{PLACE}n{word} {behind}"
    yield f"{PLACE}pp{before2} {before}"
    yield f"{PLACE}nn{behind} {behind2}"
    yield f"{PLACE}3{before} {word} {behind}"
    yield f"{PLACE}tenth {10 * at // len(said)}"
    if len(word) >= STEM:
        yield f"{PLACE}s{word[:STEM]}"
    if word not in HIDDEN:
        yield from runs(word, PLACE_LETTERS)


def settled(scene: Scene, start: int, end: int, named: str) -> str:
    """The category of what a rule found between two characters: the rule's own, unless it is much surer of another."""
    learned, said = weights(), shown(scene)
    first, last = scene.index(start), scene.index(end - 1)
    inside = signs(said[first : last + 1], learned.words)
    sums = _sums(learned, [*inside, *people(scene), *spelled(said[first : last + 1])])
    best = max(range(len(sums)), key=sums.__getitem__)
    return learned.categories[best] if sums[best] > sums[learned.categories.index(named)] + SURER else named


def category(learned: Weights, found: Iterable[str]) -> str:
    sums = _sums(learned, found)
    return learned.categories[max(range(len(sums)), key=sums.__getitem__)]


def _sums(learned: Weights, found: Iterable[str]) -> list[float]:
    sums = [0.0] * len(learned.categories)
    for sign in found:
        for kind, much in learned.kinds(sign):
            sums[kind] += much
    return sums
