"""A student has one plan in effect at a time.

34 CFR 300.323(a): at the start of each school year a plan is in effect for each child.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V70"
SEVERITY = "block"
CITATION = "34 CFR 300.323(a)"

MESSAGE = gettext_noop("Another plan would stay in effect beside this one.")
NEXT_STEP = gettext_noop("Let this plan replace it, or withdraw one of the two.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if facts.others_in_effect > 0:
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "plan")
