"""The plan says when the family hears about progress on each goal.

34 CFR 300.320(a)(3)(ii): when periodic reports on progress will be provided.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals, section_says
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Section
from strongsuit.knowledge.words import gettext_noop

ID = "V35"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(3)(ii)"

MESSAGE = gettext_noop("Goal %(number)s, “%(goal)s”, does not say when the family hears about progress.")
NEXT_STEP = gettext_noop("Choose how often reports go home for this goal, or say it once for the whole plan.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    # 34 CFR 300.320(d): what is said once for the plan need not be repeated in each goal.
    if section_says(facts, Section.PROGRESS):
        return
    for goal, place, values in goals(facts):
        if goal.report_schedule is None:
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)
