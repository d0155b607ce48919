"""A plan runs for at most a year, and is reviewed within a year of its meeting.

34 CFR 300.324(b)(1)(i): the team reviews the plan not less than annually.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.calendar import anniversary_due
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V104"
SEVERITY = "block"
CITATION = "34 CFR 300.324(b)(1)(i)"

TOO_LONG = gettext_noop("The plan runs longer than a year.")
NEXT_STEP_SHORTEN = gettext_noop("Choose a last day at most a year after the first day.")
TOO_LATE = gettext_noop("The annual review is planned for more than a year after the meeting.")
NEXT_STEP_EARLIER = gettext_noop("Choose a review day at most a year after the meeting.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if facts.kind == PlanKind.AMENDMENT:
        # An amendment keeps the year of the plan it changes.
        return
    # 366 days hold a year from the first day to the same day of the next, whichever year is a leap year.
    if facts.starts_on and facts.ends_on and facts.ends_on > anniversary_due(facts.starts_on, 366):
        yield Finding(ID, SEVERITY, CITATION, TOO_LONG, NEXT_STEP_SHORTEN, "plan")
    if facts.meeting_on and facts.review_on and facts.review_on > anniversary_due(facts.meeting_on, 366):
        yield Finding(ID, SEVERITY, CITATION, TOO_LATE, NEXT_STEP_EARLIER, "plan")
