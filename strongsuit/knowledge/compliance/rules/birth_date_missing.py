"""A plan takes effect only for a student whose age is known.

34 CFR 300.101(a) serves ages and 300.320(b) plans for after school by age: without a birth date nobody can tell either.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V98"
SEVERITY = "block"
CITATION = "34 CFR 300.101(a), 300.320(b)"

MESSAGE = gettext_noop("Birth date is missing: nobody can tell which rules of age hold for %(student)s.")
NEXT_STEP = gettext_noop("Add the date on the student's record page, or have it sent with the next roster.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if facts.student.birth_date is None:
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "student", {"student": facts.student.name})
