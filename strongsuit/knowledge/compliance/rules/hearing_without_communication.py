"""For a student who is deaf or hard of hearing, the plan speaks about language and communication.

34 CFR 300.324(a)(2)(iv): language and communication needs, with peers and staff, and direct instruction.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import factor_unexplained
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Factor
from strongsuit.knowledge.words import gettext_noop

ID = "V39"
SEVERITY = "block"
CITATION = "34 CFR 300.324(a)(2)(iv)"

MESSAGE = gettext_noop("The plan does not describe the student's language and communication needs.")
NEXT_STEP = gettext_noop("Write how the student communicates with peers and staff, and is taught directly.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if factor_unexplained(facts, Factor.HEARING):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"factor:{Factor.HEARING}")
