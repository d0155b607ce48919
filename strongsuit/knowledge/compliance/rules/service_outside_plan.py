"""Services start and end within the dates of the plan.

34 CFR 300.320(a)(7): projected dates of the services in this plan.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import services
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts, ServiceFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V43"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(7)"

MESSAGE = gettext_noop("“%(service)s” runs from %(starts)s to %(ends)s, outside the dates of the plan.")
NEXT_STEP = gettext_noop("Move the dates of the service inside those of the plan.")
BACKWARD = gettext_noop("“%(service)s” ends on %(ends)s, before it starts on %(starts)s.")
NEXT_STEP_BACKWARD = gettext_noop("Check both dates.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for service, place, values in services(facts):
        starts, ends = service.starts_on, service.ends_on
        dates = {**values, "starts": starts or "…", "ends": ends or "…"}
        if starts and ends and ends < starts:
            yield Finding(ID, SEVERITY, CITATION, BACKWARD, NEXT_STEP_BACKWARD, place, dates)
        elif _outside(service, facts):
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, dates)


def _outside(service: ServiceFacts, facts: PlanFacts) -> bool:
    # An amendment keeps services that began under the plan it changes.
    first = None if facts.kind == PlanKind.AMENDMENT else facts.starts_on
    dates = [day for day in (service.starts_on, service.ends_on) if day]
    return any((first and day < first) or (facts.ends_on and day > facts.ends_on) for day in dates)
