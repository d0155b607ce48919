"""A strength that the student does not see in themselves carries a goal only with a reason.

Strongsuit method, R-4 (the student confirms each weave) and R-20 (nothing a student says is dropped silently).
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals, named
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "R-20"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-4 and R-20"

MESSAGE = gettext_noop("Goal %(number)s, “%(goal)s”, is built on “%(strength)s”. %(student)s said: not me.")
NEXT_STEP = gettext_noop("Ask the student what fits better and weave that in, or say why this strength stays.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    words = {strength.id: strength.words for strength in facts.strengths}
    called = facts.student.preferred_name or facts.student.name
    for goal, place, values in goals(facts):
        woven = {weave.strength_id for weave in goal.weaves}
        refused = [no.strength_id for no in facts.not_me if no.goal_id == goal.id and no.strength_id in woven]
        # One point for each goal: its reason answers the goal, and the page shows the rest.
        for strength in [each for each in refused if each in words][:1]:
            values |= {"strength": named(words[strength]), "student": called}
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)
