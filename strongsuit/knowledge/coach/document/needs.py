"""Looks for needs that no goal and no support seems to take up; it asks, for words can hide what people know."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.document.goals import PlanGoal
from strongsuit.knowledge.coach.document.sections import Part, Section
from strongsuit.knowledge.reading import sentences, tokens
from strongsuit.knowledge.wordlists import Expressions, rewordings, words

SAID = Expressions("document/needs")

ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "ly")
# Two words in common are a sign that one speaks of the other.
SHARED = 2
# "Multiplication" is of "multiply", "organization" of "organize".
NOUNS = (("icat", "y"), ("izat", "iz"))
LONGEST = 60
# Under a heading of needs, short lines name one each.
MOST_OF_A_LIST = 20


@dataclass(frozen=True, slots=True)
class OpenNeed:
    """A need with the areas of skills its words name; ``page`` 0 is unknown."""

    text: str
    page: int
    areas: tuple[str, ...]


def open_needs(
    found: Iterable[Section], goals: Iterable[PlanGoal], names: Iterable[str] = ()
) -> tuple[int, tuple[OpenNeed, ...]]:
    """How many needs are stated, and those for which nothing was found."""
    every = tuple(found)
    aims = [f"{goal.area} {goal.text} {' '.join(goal.objectives)}" for goal in goals]
    aid = [part.text for section in every if section.kind in {"accommodations", "services", "testing"}
           for part in section.parts if not part.form]  # fmt: skip
    stated = {need.text: need for need in _stated(every)}
    called = roots(" ".join([*names, *_who([*stated, *aims])]))
    return len(stated), tuple(need for need in stated.values() if not _taken_up(need, aims, aid, called))


def _who(said: Iterable[str]) -> Iterator[str]:
    """Names no form gave: that two sentences speak of Marcus does not make them speak of one thing."""
    return (found[1] for text in said for found in SAID["who"].finditer(text) if not areas(found[1]))


def _stated(every: tuple[Section, ...]) -> Iterator[OpenNeed]:
    for section in every:
        if section.kind not in {"needs", "present", "effect", "", "evaluation", "behavior_plan"}:
            continue
        for part in section.parts:
            if not part.form and part.label != "area":
                yield from _in_part(part, always=section.kind == "needs")


def _in_part(part: Part, *, always: bool) -> Iterator[OpenNeed]:
    for sentence in sentences(part.text):
        said = [token.text for token in sentence.tokens if token.is_word]
        if sentence.asks or not said or len(said) > LONGEST:
            continue
        named = not words("document/needs.needs").isdisjoint(said if always else said[:12])
        listed = always and len(said) <= MOST_OF_A_LIST and said[0] not in words("document/needs.he")
        text = part.text[sentence.tokens[0].start : sentence.tokens[-1].end]
        if named:
            yield _need(text, part)
        elif listed:
            # "Written expression; anger management": each is one.
            yield from (_need(one.strip(), part) for one in text.split(";") if one.strip())


def _need(text: str, part: Part) -> OpenNeed:
    # A word or two mean what the heading above them says.
    return OpenNeed(text, part.line.page, areas(f"{text} {part.area if text.count(' ') < 3 else ''}"))


def _taken_up(need: OpenNeed, aims: list[str], aid: list[str], called: frozenset[str]) -> bool:
    mine, named = roots(need.text) - called, set(need.areas)
    if not mine and not named:
        return True
    for aim in aims:
        shared, others = mine & roots(aim), set(areas(aim))
        # One word is enough where the aim does not speak of some other skill.
        if _enough(shared, mine) or (named and shared and not others) or named & others:
            return True
    return any(_enough(mine & roots(text), mine) for text in aid)


def _enough(shared: frozenset[str], mine: frozenset[str]) -> bool:
    return bool(shared) and len(shared) >= min(SHARED, len(mine))


@cache
def _beginnings() -> tuple[tuple[str, str], ...]:
    return tuple((begin, key[0]) for key, said in rewordings("skill_areas").items() for begin in said)


@cache
def areas(text: str) -> tuple[str, ...]:
    """Areas of skills whose words stand in ``text``, in the order of the list."""
    plain = f" {' '.join(token.text for token in tokens(text) if token.is_word)}"
    return tuple(dict.fromkeys(area for begin, area in _beginnings() if f" {begin}" in plain))


@cache
def roots(text: str) -> frozenset[str]:
    """The telling words without their endings, roughly: "draws" and "drawing" are one."""
    return (
        frozenset(
            _root(token.text)
            for token in tokens(text)
            if token.is_word
            and len(token.text) > 2
            and not token.raw[0].isdigit()
            and token.text not in words("filler")
        )
        - _common()
    )


@cache
def _common() -> frozenset[str]:
    return frozenset(map(_root, words("document/needs.common")))


def _root(word: str) -> str:
    word = word.removesuffix("'s")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "iply", "pply")):
            word = word.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
            break
    if len(word) > 5 and word.endswith(("tion", "sion")):
        word = word.removesuffix("ion")
    word = word.removesuffix("e") if len(word) > 3 else word
    for ending, plain in NOUNS:
        if word.endswith(ending) and len(word) > 6:
            return word.removesuffix(ending) + plain
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
