"""Every goal meets a need named in the present levels.

34 CFR 300.320(a)(2)(i)(A)-(B): goals are designed to meet the child's needs.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V30"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(2)(i)(A)-(B)"

MESSAGE = gettext_noop("Goal %(number)s, “%(goal)s”, is not tied to a need.")
NEXT_STEP = gettext_noop("Choose the need it meets, or add that need to the present levels.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    known = {need.id for need in facts.needs()}
    for goal, place, values in goals(facts):
        if goal.need_id not in known:
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)
