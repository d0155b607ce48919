"""A goal says from which number, on which day, it goes to which number by which day.

34 CFR 300.320(a)(2)-(3), measurable goals whose progress is measured, and 8 NYCRR 200.4(d)(2)(iii). Without all four
there is no aimline and no growth word, and an adopted goal cannot be completed any more.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V99"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(2)-(3), 8 NYCRR 200.4(d)(2)(iii)"

NO_BASELINE = gettext_noop("Goal %(number)s, “%(goal)s”, does not say where the student starts.")
NEXT_STEP_BASELINE = gettext_noop("Add today's number, in the same unit as the target.")
NO_BASELINE_DAY = gettext_noop("Goal %(number)s, “%(goal)s”, does not say when the start was measured.")
NEXT_STEP_BASELINE_DAY = gettext_noop("Add the day on which the starting number was measured.")
NO_TARGET = gettext_noop("Goal %(number)s, “%(goal)s”, has no target.")
NEXT_STEP_TARGET = gettext_noop("Add the number the student grows toward, in the same unit as the start.")
NO_TARGET_DAY = gettext_noop("Goal %(number)s, “%(goal)s”, does not say by which day the target is planned.")
NEXT_STEP_TARGET_DAY = gettext_noop("Add the day by which the target is planned, within this plan.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for goal, place, values in goals(facts):
        if goal.baseline is None:
            yield Finding(ID, SEVERITY, CITATION, NO_BASELINE, NEXT_STEP_BASELINE, place, values)
        if goal.baseline_on is None:
            yield Finding(ID, SEVERITY, CITATION, NO_BASELINE_DAY, NEXT_STEP_BASELINE_DAY, place, values)
        if goal.target is None:
            yield Finding(ID, SEVERITY, CITATION, NO_TARGET, NEXT_STEP_TARGET, place, values)
        if goal.target_on is None:
            yield Finding(ID, SEVERITY, CITATION, NO_TARGET_DAY, NEXT_STEP_TARGET_DAY, place, values)
