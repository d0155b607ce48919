"""The team answers every special factor, yes or no.

34 CFR 300.324(a)(2) and 300.172: factors the team must consider.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Factor
from strongsuit.knowledge.words import gettext_noop

ID = "V36"
SEVERITY = "block"
CITATION = "34 CFR 300.324(a)(2), 300.172"

MESSAGE = gettext_noop("A special factor has no answer yet: %(factor)s")
NEXT_STEP = gettext_noop("Answer yes or no.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    answered = {found.factor for found in facts.factors if found.answer is not None}
    for factor in Factor:
        if factor not in answered:
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"factor:{factor}", {"factor": factor.label})
