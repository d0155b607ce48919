"""A plan in effect at the transition age looks ahead to life after school.

34 CFR 300.320(b): postsecondary goals and courses of study, from the first plan in effect at the age the profile gives.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.ages import transition_applies
from strongsuit.knowledge.compliance.parts import section_says
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Section
from strongsuit.knowledge.words import gettext_noop

ID = "V54"
SEVERITY = "block"
CITATION = "34 CFR 300.320(b)"

MESSAGE = gettext_noop("%(student)s turns %(age)s during this plan, and it does not look ahead to life after school.")
NEXT_STEP = gettext_noop("Add goals for after school, the courses that lead there, and who helps with what.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    applies = transition_applies(facts, today=today, profile=profile)
    if applies and not section_says(facts, Section.TRANSITION):
        values: dict[str, str | int] = {"student": facts.student.name, "age": profile.transition_age}
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"section:{Section.TRANSITION}", values)
