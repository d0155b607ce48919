"""For a student who is learning English, the plan says what that means for the plan.

34 CFR 300.324(a)(2)(ii): language needs as they relate to the plan.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import factor_unexplained
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Factor
from strongsuit.knowledge.words import gettext_noop

ID = "V40"
SEVERITY = "warn"
CITATION = "34 CFR 300.324(a)(2)(ii)"

MESSAGE = gettext_noop("The student is learning English, but the plan does not say what that asks of it.")
NEXT_STEP = gettext_noop("Write the language needs and how goals and services take them into account.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if factor_unexplained(facts, Factor.LANGUAGE):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"factor:{Factor.LANGUAGE}")
