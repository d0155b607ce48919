"""Present levels are written for this year, not carried over from the last plan.

34 CFR 300.324(b)(1): the yearly review revises the plan in the light of progress and new information.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.comparing import alike, narrative, word_list
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import PlanKind
from strongsuit.knowledge.words import gettext_noop

ID = "V25"
SEVERITY = "warn"
CITATION = "34 CFR 300.324(b)(1)"

MESSAGE = gettext_noop("The present levels read almost the same as in the plan of %(adopted)s.")
NEXT_STEP = gettext_noop("Add what has changed since then: new strengths, this year's numbers, needs that were met.")

SAME_PERCENT = 90
RUN_OF_WORDS = 3
# Two short texts are alike by chance.
FEWEST_WORDS = 30


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    # An amendment keeps what it does not change.
    if not facts.earlier or facts.kind == PlanKind.AMENDMENT:
        return
    last = max(facts.earlier, key=lambda plan: plan.adopted_on)
    ours, theirs = word_list(narrative(facts)), word_list(last.narrative)
    if len(ours) >= FEWEST_WORDS and alike(ours, theirs, run=RUN_OF_WORDS, percent=SAME_PERCENT):
        values: dict[str, str | int | date] = {"adopted": last.adopted_on}
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "plan", values)
