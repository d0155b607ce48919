"""No amendment takes the place of an annual review that is due.

34 CFR 300.324(b)(1)(i): the team reviews the plan not less than annually. 300.324(a)(4): changes are made between
annual meetings.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V66"
SEVERITY = "block"
CITATION = "34 CFR 300.324(b)(1)(i), 300.324(a)(4)"

MESSAGE = gettext_noop("The year of this plan was to be reviewed by %(due)s. An amendment cannot carry it on.")
NEXT_STEP = gettext_noop("Withdraw the amendment, start an annual review and bring the change into it.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if facts.kind != PlanKind.AMENDMENT:
        return
    days = [day for day in (facts.review_on, facts.ends_on) if day is not None]
    if days and min(days) < (facts.adopted_on or today):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "plan", {"due": min(days)})
