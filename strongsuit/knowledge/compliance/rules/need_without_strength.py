"""Beside every need stands an ability from the same skill set.

Strongsuit method, R-3: a tool, a way of working or a part of the skill the student already has.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import ability_ids, needs
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "R-3"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-3"

MESSAGE = gettext_noop("The need “%(need)s” has no ability from %(skill_set)s beside it.")
NEXT_STEP = gettext_noop("Add what already works there: a tool, a way of working, or a part of the skill.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for _need, level, place, values in needs(facts):
        if not ability_ids(facts, level):
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)
