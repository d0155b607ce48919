"""A plan is decided at its meeting, or amended by a written agreement with the family.

34 CFR 300.501(c) and 300.116(a)(1): families take part in the decision. 300.324(a)(4): changes without a meeting
need the agreement of parent and district.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V22"
SEVERITY = "block"
CITATION = "34 CFR 300.501(c), 300.324(a)(4)"

NO_MEETING = gettext_noop("The team has not met about this plan yet.")
NEXT_STEP = gettext_noop("Hold the meeting and record it under Meetings; until then the plan stays a draft.")
NO_AGREEMENT = gettext_noop("This amendment has neither the family's agreement nor a meeting.")
NEXT_STEP_AMENDMENT = gettext_noop(
    "Enter the day the family and the district agreed in writing, or hold a meeting and record it under Meetings."
)


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    by = facts.adopted_on or today
    if _met(facts, by):
        return
    if facts.kind != PlanKind.AMENDMENT:
        yield Finding(ID, SEVERITY, CITATION, NO_MEETING, NEXT_STEP, "plan")
    elif facts.amendment_agreed_on is None or facts.amendment_agreed_on > by:
        yield Finding(ID, SEVERITY, CITATION, NO_AGREEMENT, NEXT_STEP_AMENDMENT, "plan")


def _met(facts: PlanFacts, by: date) -> bool:
    if not facts.meeting_held or facts.meeting_on is None or facts.meeting_on > by:
        return False
    if facts.kind != PlanKind.AMENDMENT:
        return True
    # An amendment carries the date of the meeting behind the plan it changes; only a later meeting is its own.
    return bool(facts.earlier) and facts.meeting_on > max(plan.adopted_on for plan in facts.earlier)
