"""What the student said stands letter for letter.

Integrity of evidence (34 CFR 300.321(b)(2) asks that the student's preferences and interests are considered).
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V90"
SEVERITY = "block"
CITATION = "Strongsuit method, R-10"

MESSAGE = gettext_noop("Words of %(student)s in this plan differ from what was said.")
NEXT_STEP = gettext_noop("Put the original words back; a summary goes in its own field, for the student to approve.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for quote_id in facts.changed_quotes:
        values: dict[str, str | int] = {"student": facts.student.name}
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, f"words:{quote_id}", values)
