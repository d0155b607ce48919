"""Where the law asks for steps toward a goal, each goal has them.

34 CFR 300.320(a)(2)(ii): for students who take alternate assessments; states add others (profile: sto_scope).
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals, says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Grade
from strongsuit.knowledge.words import gettext_noop

ID = "V34"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(2)(ii)"

MESSAGE = gettext_noop("Goal %(number)s, “%(goal)s”, has no short-term objectives.")
NEXT_STEP = gettext_noop("Add the steps that lead to it, each one measurable.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if not _asked_for(facts, profile):
        return
    for goal, place, values in goals(facts):
        if not any(says_something(step.words) for step in goal.objectives):
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)


def _asked_for(facts: PlanFacts, profile: Profile) -> bool:
    holds = {
        "everyone": True,
        "alternate_assessment": facts.student.alternate_assessment,
        "preschool": facts.student.grade == Grade.PK,
    }
    return any(holds[scope] for scope in profile.sto_scope)
