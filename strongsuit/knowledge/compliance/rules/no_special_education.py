"""The plan provides special education, not related services alone.

34 CFR 300.8(a)(2) and 300.39: who needs only a related service is not served under the Act, unless the state counts it.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import ServiceClass
from strongsuit.knowledge.words import gettext_noop

ID = "V41"
SEVERITY = "warn"
CITATION = "34 CFR 300.8(a)(2), 300.39"

NONE = gettext_noop("The plan lists no services yet.")
NEXT_STEP_NONE = gettext_noop("Add the special education the student will receive.")
RELATED_ONLY = gettext_noop("The plan lists services, but no special education among them.")
NEXT_STEP = gettext_noop("Add the special education, or note why a related service is the special education here.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if not facts.services:
        yield Finding(ID, SEVERITY, CITATION, NONE, NEXT_STEP_NONE, "plan")
    elif all(service.service_class != ServiceClass.SPECIAL_EDUCATION for service in facts.services):
        yield Finding(ID, SEVERITY, CITATION, RELATED_ONLY, NEXT_STEP, "plan")
