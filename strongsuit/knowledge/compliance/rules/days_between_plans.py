"""One plan follows the other without days that no plan covers.

34 CFR 300.323(a) and 300.324(b)(1)(i): the plan is reviewed within its year, so that one is in effect all the time.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V101"
SEVERITY = "warn"
CITATION = "34 CFR 300.323(a), 300.324(b)(1)(i)"

MESSAGE = gettext_noop("The plan before this one ends on %(ends)s, and this one starts on %(starts)s.")
NEXT_STEP = gettext_noop(
    "Start this plan by %(next)s. Where that day has passed, say how the services go on until the new plan starts."
)


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    ends, starts = facts.covered_until, facts.starts_on
    if ends is None or starts is None or (starts - ends).days <= 1:
        return
    values: dict[str, str | int | date] = {"ends": ends, "starts": starts, "next": ends + timedelta(days=1)}
    yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "plan", values)
