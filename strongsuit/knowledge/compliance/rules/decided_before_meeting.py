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

NO_MEETING = gettext_noop("No meeting has decided this plan yet.")
NEXT_STEP = gettext_noop("Hold the meeting and record it under Meetings; until then the plan stays a draft.")
NO_AGREEMENT = gettext_noop("This amendment has neither the family's agreement nor a meeting.")
NEXT_STEP_AMENDMENT = gettext_noop(
    "Enter the day the family and the district agreed in writing, or hold a meeting and record it under Meetings."
)

TOO_EARLY = gettext_noop(
    "This amendment is agreed on %(agreed)s, before the plan it changes took effect on %(adopted)s."
)
NEXT_STEP_LATER = gettext_noop("Enter the day of the agreement about this change, or hold a meeting and record it.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    by, agreed, changed = facts.adopted_on or today, facts.amendment_agreed_on, _changed(facts)
    if _met(facts, by):
        return
    if facts.kind != PlanKind.AMENDMENT:
        yield Finding(ID, SEVERITY, CITATION, NO_MEETING, NEXT_STEP, "plan")
    elif agreed is None or agreed > by:
        yield Finding(ID, SEVERITY, CITATION, NO_AGREEMENT, NEXT_STEP_AMENDMENT, "plan")
    elif changed is not None and agreed < changed:
        values: dict[str, str | int | date] = {"agreed": agreed, "adopted": changed}
        yield Finding(ID, SEVERITY, CITATION, TOO_EARLY, NEXT_STEP_LATER, "plan", values)


def _changed(facts: PlanFacts) -> date | None:
    """The day the plan that an amendment changes took effect."""
    return max((plan.adopted_on for plan in facts.earlier), default=None)


def _met(facts: PlanFacts, by: date) -> bool:
    if not facts.meeting_held or facts.meeting_on is None or facts.meeting_on > by:
        return False
    if facts.kind != PlanKind.AMENDMENT:
        return True
    # An amendment carries the date of the meeting behind the plan it changes; only a later meeting is its own.
    changed = _changed(facts)
    return changed is not None and facts.meeting_on > changed
