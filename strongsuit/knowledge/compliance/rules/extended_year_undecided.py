"""The team decides about an extended school year for this student.

34 CFR 300.106: decided individually, never by category or fixed amount.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Section
from strongsuit.knowledge.words import gettext_noop

ID = "V53"
SEVERITY = "block"
CITATION = "34 CFR 300.106"

MESSAGE = gettext_noop("The plan does not say whether the student needs an extended school year.")
NEXT_STEP = gettext_noop("Record the team's decision and what it rests on.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    decision = facts.section(Section.EXTENDED_YEAR)
    if decision is None or not (decision.none_expressed or says_something(decision.text)):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"section:{Section.EXTENDED_YEAR}")
