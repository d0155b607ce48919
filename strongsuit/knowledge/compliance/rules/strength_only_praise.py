"""Strengths say what the student does well, not that the student is liked.

Strongsuit method, R-2: an act that can be seen, with where and when.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import named
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.praise import only_praise
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.knowledge.words import gettext_noop

ID = "R-2"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-2"

IN_LEVEL = gettext_noop("The strengths in %(skill_set)s are praise, without an example: “%(words)s”")
IN_ITEM = gettext_noop("This strength is praise, without an example: “%(words)s”")
NEXT_STEP = gettext_noop("Answer “What does the student do well?” with an act, and where and when it was seen.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    names = (facts.student.name, facts.student.preferred_name)
    for level in facts.present_levels:
        if only_praise(level.strength_text, names):
            values: dict[str, str | int] = {"skill_set": level.skill_set.label, "words": named(level.strength_text)}
            yield Finding(ID, SEVERITY, CITATION, IN_LEVEL, NEXT_STEP, f"level:{level.skill_set}", values)
    for item in facts.strengths:
        # What students and families say of themselves and their own stays as they said it.
        if item.kind == ItemKind.ABILITY and Group.SCHOOL in item.seen_by and only_praise(item.words, names):
            praise: dict[str, str | int] = {"words": named(item.words)}
            yield Finding(ID, SEVERITY, CITATION, IN_ITEM, NEXT_STEP, f"strength:{item.id}", praise)
