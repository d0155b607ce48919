"""Reads passages with every wording rule and returns advice; same text in, same advice out."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import cast

from strongsuit.knowledge.coach import rules as folder
from strongsuit.knowledge.coach.passage import Advice, Passage, Rule

__all__ = ["Advice", "Passage", "review", "rules"]


@cache
def rules() -> tuple[Rule, ...]:
    """Every wording rule, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return tuple(cast(Rule, importlib.import_module(f"{folder.__name__}.{name}")) for name in names)


def review(passages: Iterable[Passage]) -> tuple[Advice, ...]:
    """Advice in the order of the text. Quoted words are left alone."""
    return tuple(advice for passage in passages if not passage.quoted for advice in _apart(_found(passage)))


def _found(passage: Passage) -> list[Advice]:
    return [advice for rule in rules() for advice in rule.check(passage)]


def _apart(found: list[Advice]) -> list[Advice]:
    """Where two meet on the same words the graver one stays, then the longer, then the earlier."""
    kept: list[Advice] = []
    for advice in sorted(found, key=lambda one: (one.start, one.end)):
        if not kept or advice.start >= kept[-1].end:
            kept.append(advice)
        elif _weight(advice) > _weight(kept[-1]):
            kept[-1] = advice
    return kept


def _weight(advice: Advice) -> tuple[int, int]:
    return advice.severity, advice.end - advice.start
