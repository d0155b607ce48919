"""Where a student spends time away from students without disabilities, the plan says why.

34 CFR 300.320(a)(5): an explanation of the extent, if any, of non-participation. Nothing to explain at 100 percent.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import section_says
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Section, ServiceClass
from strongsuit.knowledge.words import gettext_noop

ID = "V45"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(5)"

MESSAGE = gettext_noop("The plan includes time away from students without disabilities, but does not say why.")
NEXT_STEP = gettext_noop("Write which time it is, why it is needed, and what was tried or considered first.")

# A bus ride and training for adults take nobody out of class.
NO_CLASS_TIME = frozenset({ServiceClass.TRANSPORT, ServiceClass.PERSONNEL_SUPPORT})


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    apart = any(not service.with_peers and service.service_class not in NO_CLASS_TIME for service in facts.services)
    if apart and not section_says(facts, Section.PARTICIPATION):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"section:{Section.PARTICIPATION}")
