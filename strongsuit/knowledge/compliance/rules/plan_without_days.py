"""A plan says from which day to which day it runs, and by when it is reviewed.

34 CFR 300.320(a)(7): the projected date for the beginning of the services. 300.324(b)(1)(i): a review each year.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V102"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(7), 300.324(b)(1)(i)"

NO_DAYS = gettext_noop("The plan does not say yet from which day to which day it runs.")
NEXT_STEP_DAYS = gettext_noop("Enter the first and the last day under Meeting and dates.")
NO_REVIEW = gettext_noop("The plan does not say yet by when it is reviewed.")
NEXT_STEP_REVIEW = gettext_noop("Enter the day of the annual review under Meeting and dates.")
NONE_TO_KEEP = gettext_noop("The plan that this amendment changes has no first or no last day.")
NEXT_STEP_ANNUAL = gettext_noop("Withdraw the amendment and start an annual review: it gives the plan its days.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    dayless = facts.starts_on is None or facts.ends_on is None
    if facts.kind == PlanKind.AMENDMENT:
        # Its days are those of the plan it changes; nobody can enter others.
        if dayless:
            yield Finding(ID, SEVERITY, CITATION, NONE_TO_KEEP, NEXT_STEP_ANNUAL, "plan")
        return
    if dayless:
        yield Finding(ID, SEVERITY, CITATION, NO_DAYS, NEXT_STEP_DAYS, "plan")
    # The meeting sets the day of the review; until then there is none to miss.
    if facts.review_on is None and facts.meeting_held:
        yield Finding(ID, SEVERITY, CITATION, NO_REVIEW, NEXT_STEP_REVIEW, "plan")
