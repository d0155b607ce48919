"""A goal says when it is reached, how it is measured and how often.

34 CFR 300.320(a)(2)(i), measurable goals, and (a)(3)(i), how progress is measured.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals, says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V29"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(2)(i), 300.320(a)(3)(i)"

NO_CRITERION = gettext_noop("Goal %(number)s, “%(goal)s”, does not say when it is reached.")
NEXT_STEP_CRITERION = gettext_noop("Add how well and how many times, such as 8 of 10 on three days.")
NO_METHOD = gettext_noop("Goal %(number)s, “%(goal)s”, does not say how it is measured.")
NEXT_STEP_METHOD = gettext_noop("Choose what is counted, or write which work or record shows it.")
NO_SCHEDULE = gettext_noop("Goal %(number)s, “%(goal)s”, does not say how often it is measured.")
NEXT_STEP_SCHEDULE = gettext_noop("Choose how often it is measured.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for goal, place, values in goals(facts):
        if not says_something(goal.criterion):
            yield Finding(ID, SEVERITY, CITATION, NO_CRITERION, NEXT_STEP_CRITERION, place, values)
        if goal.measure is None and not says_something(goal.measure_text):
            yield Finding(ID, SEVERITY, CITATION, NO_METHOD, NEXT_STEP_METHOD, place, values)
        if goal.schedule is None:
            yield Finding(ID, SEVERITY, CITATION, NO_SCHEDULE, NEXT_STEP_SCHEDULE, place, values)
