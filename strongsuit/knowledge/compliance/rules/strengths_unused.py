"""Strengths that reach the plan are used in it, not only listed.

Strongsuit method, R-6: at most 40 percent of the listed items lead nowhere.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.weave import linked_onward
from strongsuit.knowledge.words import gettext_noop

ID = "R-6"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-6"

MESSAGE = gettext_noop("%(unused)s of %(listed)s listed strengths, interests and preferences are not used anywhere.")
NEXT_STEP = gettext_noop("Weave them into a goal or a support, or leave out those that do not matter this year.")

MOST_UNUSED_PERCENT = 40


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    listed = len(facts.strengths)
    unused = listed - len(linked_onward(facts))
    if unused * 100 > listed * MOST_UNUSED_PERCENT:
        values: dict[str, str | int] = {"unused": unused, "listed": listed}
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "plan", values)
