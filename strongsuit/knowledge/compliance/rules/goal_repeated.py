"""The same goal does not stand three years running without a new idea.

34 CFR 300.324(b)(1)(ii)(A): the review addresses a lack of expected progress.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.comparing import alike, goal_words, word_list
from strongsuit.knowledge.compliance.parts import goals
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V33"
SEVERITY = "warn"
CITATION = "Endrew F., 580 U.S. 386 (2017); 34 CFR 300.324(b)(1)(ii)(A)"

MESSAGE = gettext_noop("Goal %(number)s, “%(goal)s”, stands nearly unchanged for the third year.")
NEXT_STEP = gettext_noop("Try another way in: a different strength, a smaller first step, or more support.")

SAME_PERCENT = 85
YEAR = 365


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    start = facts.starts_on or today
    past = [(round((start - plan.adopted_on).days / YEAR), list(map(word_list, plan.goals))) for plan in facts.earlier]
    for goal, place, values in goals(facts):
        ours = word_list(goal_words(goal))
        years = {ago for ago, theirs in past if any(_same(ours, other) for other in theirs)}
        if {1, 2} <= years:
            yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, place, values)


def _same(ours: list[str], theirs: list[str]) -> bool:
    # A goal with other numbers asks for something else.
    return _figures(ours) == _figures(theirs) and alike(ours, theirs, run=1, percent=SAME_PERCENT)


def _figures(words: list[str]) -> list[str]:
    return [word for word in words if word[0].isdigit()]
