"""Every goal grows from a strength that is part of the work.

Strongsuit method, R-4: quality 0 to 3 as knowledge/weave.py computes it; ready from 2.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.weave import READY, goal_quality
from strongsuit.knowledge.words import gettext_noop

ID = "R-4"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-4"

NO_LINK = gettext_noop("Goal %(number)s, “%(goal)s”, grows from no strength.")
NEXT_STEP = gettext_noop("Choose a strength, an interest or a preference that can carry the work.")
THIN = gettext_noop("Goal %(number)s, “%(goal)s”, lists a strength, but the work would be the same without it.")
NEXT_STEP_THIN = gettext_noop("Name the strength in the condition, or in a step that says who does it and when.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for goal, place, values in goals(facts):
        quality = goal_quality(goal, facts)
        if quality is None:
            yield Finding(ID, SEVERITY, CITATION, NO_LINK, NEXT_STEP, place, values)
        elif quality < READY:
            yield Finding(ID, SEVERITY, CITATION, THIN, NEXT_STEP_THIN, place, values)
