"""A goal's target day lies in the year of the plan, and after the day its start was measured.

34 CFR 300.320(a)(2)-(3): the goals are annual, and progress is measured toward them; 8 NYCRR 200.4(d)(2)(iii).
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V100"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(2)-(3), 8 NYCRR 200.4(d)(2)(iii)"

TOO_EARLY = gettext_noop("Goal %(number)s, “%(goal)s”, is planned to be reached on %(by)s, before the plan begins.")
TOO_LATE = gettext_noop("Goal %(number)s, “%(goal)s”, is planned to be reached on %(by)s, after the plan ends.")
NEXT_STEP_WITHIN = gettext_noop("Choose a target day within this plan, or check the dates of the plan.")
NO_TIME = gettext_noop("Goal %(number)s, “%(goal)s”, has its start measured on %(on)s and its target due on %(by)s.")
NEXT_STEP_ORDER = gettext_noop("Choose a target day after the day the start was measured.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for goal, place, values in goals(facts):
        if goal.target_on is None:
            continue
        days = {**values, "by": goal.target_on}
        if facts.starts_on and goal.target_on < facts.starts_on:
            yield Finding(ID, SEVERITY, CITATION, TOO_EARLY, NEXT_STEP_WITHIN, place, days)
        if facts.ends_on and goal.target_on > facts.ends_on:
            yield Finding(ID, SEVERITY, CITATION, TOO_LATE, NEXT_STEP_WITHIN, place, days)
        # On one and the same day there is no time to grow in, and no aimline.
        if goal.baseline_on and goal.baseline_on >= goal.target_on:
            yield Finding(ID, SEVERITY, CITATION, NO_TIME, NEXT_STEP_ORDER, place, {**days, "on": goal.baseline_on})
