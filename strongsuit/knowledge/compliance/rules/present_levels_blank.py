"""Present levels say the student's strengths, where the student is now, and how the disability affects learning.

34 CFR 300.320(a)(1) and 300.324(a)(1)(i). Some states ask for fixed areas (8 NYCRR 200.1(ww)(3)); the profile says so.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import says_something, section_says
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import AREA_OF, Area, ItemKind, Section, SkillSet
from strongsuit.knowledge.words import gettext_noop

ID = "V23"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(1), 300.324(a)(1)(i)"

NO_LEVELS = gettext_noop("The plan has no present levels yet.")
NEXT_STEP_LEVELS = gettext_noop("Add a skill set: first what the student does well, then where the student is now.")
NO_STRENGTH = gettext_noop("The plan names no strength of the student.")
NEXT_STEP_STRENGTH = gettext_noop("Add what the student does well, with where and when it was seen.")
NO_EFFECT = gettext_noop("The plan does not say how the disability affects learning in the general curriculum.")
NEXT_STEP_EFFECT = gettext_noop("Say what it changes in class, or for a preschool child in everyday activities.")
NOT_NOW = gettext_noop("%(skill_set)s does not say where the student is now.")
NEXT_STEP_NOW = gettext_noop("Write what the student does today in %(skill_set)s, with a number where there is one.")
NO_AREA = gettext_noop("The present levels leave out this area: %(area)s.")
NEXT_STEP_AREA = gettext_noop("Add a skill set from this area; “no need at this time” is an answer too.")
NEXT_STEP_MANAGEMENT = gettext_noop(
    "Write what the setting and the adults provide; “no need at this time” is an answer too."
)

# Where the missing words would go.
PLACE_OF = {
    Area.ACADEMIC: f"level:{SkillSet.READING}",
    Area.SOCIAL: f"level:{SkillSet.SOCIAL}",
    Area.PHYSICAL: f"level:{SkillSet.MOTOR}",
    Area.MANAGEMENT: f"section:{Section.MANAGEMENT}",
}


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if not facts.present_levels:
        yield Finding(ID, SEVERITY, CITATION, NO_LEVELS, NEXT_STEP_LEVELS, "plan")
    elif not _has_strength(facts):
        yield Finding(ID, SEVERITY, CITATION, NO_STRENGTH, NEXT_STEP_STRENGTH, "plan")
    for level in facts.present_levels:
        if not says_something(level.now_text):
            values: dict[str, str | int] = {"skill_set": level.skill_set.label}
            yield Finding(ID, SEVERITY, CITATION, NOT_NOW, NEXT_STEP_NOW, f"level:{level.skill_set}", values)
    for area in _missing_areas(facts) if profile.four_areas_required and facts.present_levels else ():
        # Management needs are one text of their own; the other areas are made of skill sets.
        next_step = NEXT_STEP_MANAGEMENT if area == Area.MANAGEMENT else NEXT_STEP_AREA
        yield Finding(ID, SEVERITY, CITATION, NO_AREA, next_step, PLACE_OF[area], {"area": area.label})
    if not section_says(facts, Section.EFFECT):
        yield Finding(ID, SEVERITY, CITATION, NO_EFFECT, NEXT_STEP_EFFECT, f"section:{Section.EFFECT}")


def _has_strength(facts: PlanFacts) -> bool:
    listed = any(item.kind == ItemKind.ABILITY and says_something(item.words) for item in facts.strengths)
    return listed or any(says_something(level.strength_text) for level in facts.present_levels)


def _missing_areas(facts: PlanFacts) -> list[Area]:
    spoken = {AREA_OF[level.skill_set] for level in facts.present_levels}
    if section_says(facts, Section.MANAGEMENT):
        spoken.add(Area.MANAGEMENT)
    return [area for area in Area if area not in spoken]
