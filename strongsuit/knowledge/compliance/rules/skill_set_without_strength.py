"""Every skill set in the plan opens with a strength somebody confirmed.

Strongsuit method, R-1; 34 CFR 300.324(a)(1)(i) asks for the strengths of the child.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import confirmed_ids
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import SkillSet
from strongsuit.knowledge.words import gettext_noop

ID = "R-1"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-1"

NO_STRENGTH = gettext_noop("%(skill_set)s is in the plan without a strength.")
NEXT_STEP = gettext_noop("Add what the student does well there, with where and when it was seen.")
UNCONFIRMED = gettext_noop("The strength in %(skill_set)s is not confirmed yet.")
NEXT_STEP_CONFIRM = gettext_noop("Ask whether it is still true, and confirm it.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    confirmed = confirmed_ids(facts)
    known = {item.id for item in facts.strengths}
    for skill_set, shown in _skill_sets(facts).items():
        values: dict[str, str | int] = {"skill_set": skill_set.label}
        if not shown & known:
            yield Finding(ID, SEVERITY, CITATION, NO_STRENGTH, NEXT_STEP, f"level:{skill_set}", values)
        elif not shown & confirmed:
            yield Finding(ID, SEVERITY, CITATION, UNCONFIRMED, NEXT_STEP_CONFIRM, f"level:{skill_set}", values)


def _skill_sets(facts: PlanFacts) -> dict[SkillSet, set[str]]:
    """Each skill set of the levels and the goals, with the strengths shown in it."""
    shown: dict[SkillSet, set[str]] = {}
    for level in facts.present_levels:
        shown.setdefault(level.skill_set, set()).update(level.strength_ids)
    for goal in facts.goals:
        if goal.skill_set is not None:
            shown.setdefault(goal.skill_set, set())
    return shown
