"""Every need leads to a goal or an accommodation, or says why not this year.

34 CFR 300.320(a)(2)(i) and (a)(4): goals and services meet each need.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import needs
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V27"
SEVERITY = "warn"
CITATION = "34 CFR 300.320(a)(2)(i), 300.320(a)(4)"

MESSAGE = gettext_noop("The need “%(need)s” leads to no goal and no support.")
NEXT_STEP = gettext_noop("Add a goal or an accommodation for it, or write in a sentence why it waits.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    answered = {goal.need_id for goal in facts.goals}
    answered |= {need_id for found in facts.accommodations for need_id in found.need_ids}
    for need, _level, place, values in needs(facts):
        if need.id not in answered and not real_sentence(need.without_goal_because):
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)
