"""A plan begins once it was decided, is reviewed after it began, and is not over before it takes effect.

34 CFR 300.320(a)(7): projected dates, so they lie ahead. 300.501(c) and 300.324(b)(1)(i): first decided, then begun,
then reviewed.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V103"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(7), 300.324(b)(1)(i), 300.501(c)"

TOO_EARLY = gettext_noop("The plan starts on %(starts)s, before the meeting of %(met)s that decided it.")
NEXT_STEP_START = gettext_noop("Choose a first day on the day of the meeting or later.")
OVER = gettext_noop("The plan ends on %(ends)s: that is over before it takes effect.")
NEXT_STEP_END = gettext_noop("Choose a last day that is still to come.")
REVIEW_FIRST = gettext_noop("The annual review is planned for %(review)s, before the plan starts on %(starts)s.")
NEXT_STEP_REVIEW = gettext_noop("Choose a review day after the first day of the plan.")
REVIEW_PAST = gettext_noop("The annual review is planned for %(review)s, and that day has passed.")
NEXT_STEP_AHEAD = gettext_noop("Choose a review day that is still to come.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if facts.kind == PlanKind.AMENDMENT:
        # It keeps the days of the plan it changes; V22 and V66 ask for its own.
        return
    by = facts.adopted_on or today
    starts, ends, review = facts.starts_on, facts.ends_on, facts.review_on
    met = facts.meeting_on if facts.meeting_held else None
    if starts and met and starts < met:
        yield _found(TOO_EARLY, NEXT_STEP_START, starts=starts, met=met)
    if ends and ends < by:
        yield _found(OVER, NEXT_STEP_END, ends=ends)
    if review and starts and review < starts:
        yield _found(REVIEW_FIRST, NEXT_STEP_REVIEW, review=review, starts=starts)
    elif review and review < by:
        yield _found(REVIEW_PAST, NEXT_STEP_AHEAD, review=review)


def _found(message: str, next_step: str, **values: date) -> Finding:
    return Finding(ID, SEVERITY, CITATION, message, next_step, "plan", dict(values))
