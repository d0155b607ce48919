"""The plan says how the student takes part in state and district tests.

34 CFR 300.320(a)(6)(i): accommodations on state and district assessments. Preschool has none.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Grade, Section
from strongsuit.knowledge.words import gettext_noop

ID = "V50"
SEVERITY = "block"
CITATION = "34 CFR 300.320(a)(6)"

MESSAGE = gettext_noop("The plan does not say how the student takes state and district tests.")
NEXT_STEP = gettext_noop("List the tests of this plan's year and how each is taken, or write that there is none.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    testing = facts.section(Section.TESTING)
    said = testing is not None and (testing.none_expressed or says_something(testing.text))
    if facts.student.grade != Grade.PK and not said:
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"section:{Section.TESTING}")
