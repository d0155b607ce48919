"""For a student who is blind or visually impaired, the plan says what was decided about Braille.

34 CFR 300.324(a)(2)(iii): Braille is taught unless the team decides from an evaluation that it is not appropriate.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import factor_unexplained
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Factor
from strongsuit.knowledge.words import gettext_noop

ID = "V38"
SEVERITY = "block"
CITATION = "34 CFR 300.324(a)(2)(iii)"

MESSAGE = gettext_noop("The plan does not say what the team decided about Braille.")
NEXT_STEP = gettext_noop("Write how Braille is taught and used, or what in the evaluation speaks for another way.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    if factor_unexplained(facts, Factor.VISION):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"factor:{Factor.VISION}")
