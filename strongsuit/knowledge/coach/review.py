"""Reads passages with every wording rule and returns advice; same text in, same advice out."""

import importlib
import pkgutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import cast

from strongsuit.knowledge.coach import rules as folder
from strongsuit.knowledge.coach import second_opinion
from strongsuit.knowledge.coach.findings import read_through
from strongsuit.knowledge.coach.fitting import fitting
from strongsuit.knowledge.coach.legible import legible
from strongsuit.knowledge.coach.passage import Advice, Passage, Rule
from strongsuit.knowledge.coach.patterns import Hit
from strongsuit.knowledge.coach.rules import praise_without_example
from strongsuit.knowledge.coach.scene import Scene
from strongsuit.knowledge.coach.text import read
from strongsuit.knowledge.coach.verdicts import severity

# A learned opinion alone says nothing graver.
GRAVEST = 2
# Behind the name of a rule whose finding the second opinion told of another category.
SETTLED = "+learned"

__all__ = ["Advice", "Passage", "review", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Every wording rule, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return tuple(cast(Rule, importlib.import_module(f"{folder.__name__}.{name}")) for name in names)


@cache
def by_name() -> dict[str, Rule]:
    return {rule.__name__.rpartition(".")[2]: rule for rule in rules()}


@dataclass(frozen=True, slots=True)
class Met:
    """What a rule found; its reframes are fitted once it is known to stay."""

    severity: int
    start: int
    end: int
    category: str
    scene: Scene
    hit: Hit

    @property
    def rule(self) -> str:
        """Who found it; and that its category was settled, where it is no longer the rule's own."""
        named = self.hit.pattern
        return f"{named.name}{SETTLED * (self.category != by_name()[named.rule].CATEGORY)}"


def review(passages: Iterable[Passage], *, learned: bool = True) -> tuple[Advice, ...]:
    """Advice in the order of the text. Quoted words are left alone; ``learned`` asks for the second opinion as well."""
    return tuple(advice for one in passages if not one.quoted for advice in _of(one, learned=learned))


def _of(passage: Passage, *, learned: bool) -> Iterator[Advice]:
    seen = legible(passage.words)
    of = replace(passage, words=seen.words) if seen else passage
    for one in _apart(_found(of, learned=learned)):
        advice = _by_rule(of, one) if isinstance(one, Met) else one
        yield seen.back(advice, passage.words) if seen else advice


def _found(passage: Passage, *, learned: bool) -> Iterator[Advice | Met]:
    praised = list(praise_without_example.check(passage))
    yield from praised
    for scene, hits in read_through(read(passage.words, passage.context, passage.subject_names)):
        for hit in hits:
            rule = by_name()[hit.pattern.rule]
            grave = severity(scene, hit, rule.SEVERITY)
            met = Met(grave, hit.marked_from, hit.marked_to, rule.CATEGORY, scene, hit)
            yield _settled(met) if learned else met
        opinion = second_opinion.asked(scene) if learned and not hits else None
        if opinion and not any(one.start < opinion.end and opinion.start < one.end for one in praised):
            yield _learned(passage, opinion)


def _settled(met: Met) -> Met:
    """In the category that its words have here: "makes excuses" may be said of effort or of a family.

    How grave it is stays with the rule.
    """
    return replace(met, category=second_opinion.settled(met.scene, met.start, met.end, met.category))


def _by_rule(passage: Passage, met: Met) -> Advice:
    rule = by_name()[met.category]
    fit = fitting(met.scene, met.hit, passage.words, rule.INSTEAD)
    return Advice(
        rule=met.rule,
        category=met.category,
        severity=met.severity,
        place=passage.place,
        start=met.start,
        end=met.end,
        quote=passage.words[met.start : met.end],
        why=rule.WHY,
        reframes=fit.reframes,
        ask=rule.ASK,
        over=(fit.start, fit.end),
        narrow=fit.narrow,
    )


def _learned(passage: Passage, opinion: second_opinion.Opinion) -> Advice:
    rule = by_name()[opinion.category]
    return Advice(
        rule=f"second_opinion.{opinion.category}",
        category=rule.CATEGORY,
        severity=min(rule.SEVERITY, GRAVEST),
        place=passage.place,
        start=opinion.start,
        end=opinion.end,
        quote=passage.words[opinion.start : opinion.end],
        why=rule.WHY,
        reframes=rule.INSTEAD,
        ask=rule.ASK,
        because=opinion.because,
    )


def _apart(found: Iterable[Advice | Met]) -> list[Advice | Met]:
    """Where two meet on the same words the graver one stays, then the longer, then the earlier."""
    kept: list[Advice | Met] = []
    for advice in sorted(found, key=lambda one: (-one.severity, one.start - one.end, one.start, one.category)):
        at = bisect_left(kept, advice.start, key=lambda one: one.start)
        before = kept[at - 1].end if at else 0
        behind = kept[at].start if at < len(kept) else advice.end
        if before <= advice.start and advice.end <= behind:
            kept.insert(at, advice)
    return kept
