"""Runs every rule over the facts of a plan and returns what is still open."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Protocol, cast

from strongsuit.knowledge.compliance import rules as folder
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Term

BLOCK, WARN = "block", "warn"


class Rule(Protocol):
    """What a module in rules/ offers."""

    __name__: str
    __doc__: str
    ID: str
    SEVERITY: str
    CITATION: str

    def check(self, facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]: ...


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule: the law's first, then the method's, each in the order of its number."""
    names = [module.name for module in pkgutil.iter_modules(folder.__path__)]
    found = [cast(Rule, importlib.import_module(f"{folder.__name__}.{name}")) for name in names]
    return tuple(sorted(found, key=lambda rule: (rule.ID[0] != "V", int(rule.ID.lstrip("VR-")))))


def check(facts: PlanFacts, *, today: date, profile: Profile) -> tuple[Finding, ...]:
    """What the law and the method still ask of this plan, in a stable order."""
    return tuple(found for rule in rules() for found in rule.check(facts, today=today, profile=profile))


def blocks(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that must be settled before the plan can take effect; the rest may be passed with a reason."""
    return tuple(found for found in findings if found.severity == BLOCK)


def refusal(finding: Finding, words: str) -> str:
    """What the finding's rule asks of a reason that passes it, where these words lack it."""
    asks = next((getattr(rule, "refusal", None) for rule in rules() if finding.rule == rule.ID), None)
    return cast(str, asks(words)) if asks else ""


def said(
    finding: Finding, translate: Callable[[str], str] = str, day: Callable[[date], str] = date.isoformat
) -> tuple[str, str]:
    """Message and next step for a person: the labels inside them translated, days as the language writes them."""

    def shown(value: str | int | date) -> str | int:
        if isinstance(value, date):
            return day(value)
        return translate(value) if isinstance(value, str) and value in _labels() else value

    values = {key: shown(value) for key, value in finding.values.items()}
    return translate(finding.message) % values, translate(finding.next_step) % values


@cache
def _labels() -> frozenset[str]:
    return frozenset(word.label for terms in Term.__subclasses__() for word in terms)
