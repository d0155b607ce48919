"""A need keeps its number and says what it gets in the way of.

Strongsuit method, R-12: honest, not softened.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import needs, says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

ID = "R-12"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-12; 34 CFR 300.320(a)(1)"

NEITHER = gettext_noop("The need “%(need)s” has no number and does not say what it gets in the way of.")
NO_NUMBER = gettext_noop("The need “%(need)s” has no number.")
NO_IMPACT = gettext_noop("The need “%(need)s” does not say what it gets in the way of.")
NEXT_STEP = gettext_noop("Say how much or how often, and which class, standard or activity it limits.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for need, _level, place, values in needs(facts):
        number = _has_number(need.statement) or _has_number(need.measure_text)
        impact = says_something(need.impact)
        if not (number and impact):
            message = NO_IMPACT if number else NO_NUMBER if impact else NEITHER
            yield Finding(ID, SEVERITY, CITATION, message, NEXT_STEP, place, values)


def _has_number(text: str) -> bool:
    return any(token.text in words("numbers") or token.raw[0].isdigit() for token in tokens(text))
