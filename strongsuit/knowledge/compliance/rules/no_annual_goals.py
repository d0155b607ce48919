"""A plan has at least one goal for the year.

34 CFR 300.320(a)(2)(i): a statement of measurable annual goals.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V28"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(2)(i)"

MESSAGE = gettext_noop("The plan has no goal for the year.")
NEXT_STEP = gettext_noop("Open a need and grow a goal for it from one of the student's strengths.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if not facts.goals:
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "plan")
