"""Reads passages with every wording rule and returns advice; same text in, same advice out."""

import importlib
import pkgutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from strongsuit.knowledge.coach import rules as folder
from strongsuit.knowledge.coach import second_opinion
from strongsuit.knowledge.coach.findings import read_through
from strongsuit.knowledge.coach.passage import Advice, Passage, Rule
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.rules import praise_without_example
from strongsuit.knowledge.coach.scene import OWNERS, Scene, read
from strongsuit.knowledge.coach.verdicts import severity
from strongsuit.knowledge.wordlists import words

__all__ = ["Advice", "Passage", "review", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Every wording rule, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return tuple(cast(Rule, importlib.import_module(f"{folder.__name__}.{name}")) for name in names)


@cache
def by_name() -> dict[str, Rule]:
    return {rule.__name__.rpartition(".")[2]: rule for rule in rules()}


def review(passages: Iterable[Passage]) -> tuple[Advice, ...]:
    """Advice in the order of the text. Quoted words are left alone."""
    return tuple(advice for passage in passages if not passage.quoted for advice in _apart(_found(passage)))


def _found(passage: Passage) -> Iterator[Advice]:
    praised = list(praise_without_example.check(passage))
    yield from praised
    for scene, hits in read_through(read(passage.words, passage.context, passage.subject_names)):
        for hit in hits:
            yield _by_rule(passage, scene, hit)
        opinion = None if hits else second_opinion.asked(scene)
        if opinion and not any(one.start < opinion.end and opinion.start < one.end for one in praised):
            yield _learned(passage, opinion)


def _by_rule(passage: Passage, scene: Scene, hit: Hit) -> Advice:
    rule = by_name()[hit.pattern.rule]
    span = hit.marked_from, hit.marked_to
    return Advice(
        rule=hit.pattern.name,
        category=rule.CATEGORY,
        severity=severity(scene, hit, rule.SEVERITY),
        place=passage.place,
        start=span[0],
        end=span[1],
        quote=passage.words[slice(*span)],
        why=rule.WHY,
        reframes=_fitting(scene, hit, passage.words),
        ask=rule.ASK,
    )


def _learned(passage: Passage, opinion: second_opinion.Opinion) -> Advice:
    rule = by_name()[opinion.category]
    return Advice(
        rule=f"second_opinion.{opinion.category}",
        category=rule.CATEGORY,
        severity=min(rule.SEVERITY, second_opinion.GRAVEST),
        place=passage.place,
        start=opinion.start,
        end=opinion.end,
        quote=passage.words[opinion.start : opinion.end],
        why=rule.WHY,
        reframes=rule.INSTEAD,
        ask=rule.ASK,
        because=opinion.because,
    )


# How a reframe begins, of one and of many.
AGREES = {"is": "are", "was": "were", "has": "have", "does": "do", "needs": "need", "starts": "start", "joins": "join",
          "follows": "follow", "works": "work", "shows": "show", "uses": "use", "reads": "read",
          "aims": "aim", "student": "students", "learner": "learners"}  # fmt: skip


BASES = {"is": "be", "was": "be", "has": "have", "does": "do", "says": "say", "went": "go", "had": "have"} | {
    finite: base for finite, base in AGREES.items() if finite not in {"is", "was"}
}
# What the base form of a verb follows.
BEFORE_A_BASE = {"to", "can", "could", "will", "would", "may", "might", "must", "should", "does", "did", "do"}
ARTICLES = {"a", "an", "the"}
BE = {"is", "are", "was", "were", "be", "been", "being"}
HAVE = {"has", "have", "had"}
AFTER_BE = {
    "has": "living with", "needs": "in need of", "uses": "using", "works": "working", "reads": "reading",
    "does": "doing", "moves": "moving", "went": "going", "says": "saying", "finishes": "finishing", "aims": "aiming",
}  # fmt: skip
OWNED = {"needs": "need for", "is building": "need for support with", "has": "present"}
ONE = {"student", "learner", "person", "reader"}
SHORTENED = {
    "he'll": "he", "she'll": "she", "they'll": "they", "he'd": "he", "she'd": "she", "he's": "he", "she's": "she",
    "he": "he", "she": "she",
}  # fmt: skip


def _fitting(scene: Scene, hit: Hit, words: str) -> tuple[str, ...]:
    """The reframes in the form that their place asks for, each once."""
    at = scene.index(hit.marked_from)
    before, begins = scene.text(at - 1) if at else "", scene.text(at)
    many = _is_many(scene, hit)
    told = [_placed(_agreeing(reframe, many=many), before, begins) for reframe in hit.reframes()]
    if words[hit.marked_to : hit.marked_to + 1] in {"", ".", ",", ";", ":", "!", "?"}:
        told = [reframe.rstrip(" ,") for reframe in told]
    if at == 0 and words[hit.marked_from].isupper():
        told = [reframe[:1].upper() + reframe[1:] for reframe in told]
    return tuple(dict.fromkeys(told))


def _placed(reframe: str, before: str, begins: str) -> str:
    """ "Is struggling" -> "is in need of", "continues to fail" -> "continues to have done"."""
    first, _space, rest = reframe.partition(" ")
    for own in OWNED:
        if reframe.startswith(f"{own} ") and (before in OWNERS or before.endswith(("'s", "’s"))):
            return OWNED[own] + reframe.removeprefix(own)
    if before in BE and first in BE or before in HAVE and first in HAVE or before in ARTICLES and first in ARTICLES:
        return rest
    if before in BE and first in AFTER_BE:
        return f"{AFTER_BE[first]} {rest}"
    if before in HAVE and first == "went":
        return f"gone {rest}"
    if before in BEFORE_A_BASE and first in BASES:
        return f"{BASES[first]} {rest}"
    if begins in {"a", "an"} and first in ONE:
        return f"a {reframe}"
    if begins in SHORTENED and first in BASES:
        return f"{SHORTENED[begins]} {reframe}"
    return reframe


def _is_many(scene: Scene, hit: Hit) -> bool:
    _who, head = scene.subject(scene.index(hit.start))
    text = scene.text(head)
    return text in {"they", "we"} or text in words("many_students")


def _agreeing(reframe: str, *, many: bool) -> str:
    first, _space, rest = reframe.partition(" ")
    if not many or first not in AGREES:
        return reframe
    told = f"{AGREES[first]} {rest}".rstrip()
    for one, several in (
        (", and needs ", ", and need "),
        ("; needs ", "; need "),
        (", and is ", ", and are "),
        (" who needs ", " who need "),
    ):
        told = told.replace(one, several)
    return told


def _apart(found: Iterable[Advice]) -> list[Advice]:
    """Where two meet on the same words the graver one stays, then the longer, then the earlier."""
    kept: list[Advice] = []
    for advice in sorted(found, key=lambda one: (-one.severity, one.start - one.end, one.start, one.category)):
        at = bisect_left(kept, advice.start, key=lambda one: one.start)
        before = kept[at - 1].end if at else 0
        behind = kept[at].start if at < len(kept) else advice.end
        if before <= advice.start and advice.end <= behind:
            kept.insert(at, advice)
    return kept
