"""Where behavior gets in the way of learning, the plan says what helps.

34 CFR 300.324(a)(2)(i): positive behavioral interventions, supports and other strategies are considered.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import factor_unexplained
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Factor
from strongsuit.knowledge.words import gettext_noop

ID = "V37"
SEVERITY = "warn"
CITATION = "34 CFR 300.324(a)(2)(i)"

MESSAGE = gettext_noop("Behavior gets in the way of learning, but the plan does not say what helps.")
NEXT_STEP = gettext_noop("Write the positive supports and strategies the team considered.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if factor_unexplained(facts, Factor.BEHAVIOR):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"factor:{Factor.BEHAVIOR}")
