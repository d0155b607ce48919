"""The plan uses at least one interest and one preference, not abilities alone.

Strongsuit method, R-5: in a goal, an accommodation or a service.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import ItemKind
from strongsuit.knowledge.weave import linked_onward
from strongsuit.knowledge.words import gettext_noop

ID = "R-5"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-5"

NEITHER = gettext_noop("The plan uses no interest and no preference of the student.")
NO_INTEREST = gettext_noop("The plan uses no interest of the student.")
NO_PREFERENCE = gettext_noop("The plan uses no preference of the student.")
NEXT_STEP = gettext_noop("Ask the student what pulls them and how they work best, and use it in a goal or a support.")

MESSAGE_FOR = {
    frozenset({ItemKind.INTEREST, ItemKind.PREFERENCE}): NEITHER,
    frozenset({ItemKind.INTEREST}): NO_INTEREST,
    frozenset({ItemKind.PREFERENCE}): NO_PREFERENCE,
}


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    onward = linked_onward(facts)
    used = {item.kind for item in facts.strengths if item.id in onward}
    missing = frozenset({ItemKind.INTEREST, ItemKind.PREFERENCE} - used)
    if missing:
        yield Finding(ID, SEVERITY, CITATION, MESSAGE_FOR[missing], NEXT_STEP, "plan")
