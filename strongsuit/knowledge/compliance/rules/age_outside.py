"""A plan starts within the ages the state serves.

34 CFR 300.101(a): ages 3 through 21; the profile holds the state's own limit.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.ages import years_after
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V96"
SEVERITY = "block"
CITATION = "34 CFR 300.101(a)"

TOO_EARLY = gettext_noop("%(student)s is not yet %(age)s on the day this plan starts.")
NEXT_STEP_EARLY = gettext_noop("Check the birth date, or start the plan on the birthday or later.")
TOO_LATE = gettext_noop("%(student)s is older than %(age)s on the day this plan starts.")
NEXT_STEP_LATE = gettext_noop("Check the birth date and the start of the plan.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    start, born = facts.starts_on or today, facts.student.birth_date
    if born is None:
        return
    values: dict[str, str | int] = {"student": facts.student.name}
    if start < years_after(born, profile.first_age):
        early = {**values, "age": profile.first_age}
        yield Finding(ID, SEVERITY, CITATION, TOO_EARLY, NEXT_STEP_EARLY, "plan", early)
    elif start >= years_after(born, profile.last_age + 1):
        yield Finding(ID, SEVERITY, CITATION, TOO_LATE, NEXT_STEP_LATE, "plan", {**values, "age": profile.last_age})
