"""R-20: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import strength_not_theirs as rule
from strongsuit.knowledge.shapes import NotMe, WeaveFacts
from strongsuit.knowledge.terms import Pattern
from tests.knowledge.compliance.maya import sentences, with_goal

SAID = "Goal 1, “Maya reads aloud a page of fourth grade text”, is built on “%s”. Maya Rivera said: not me."
ON = date(2025, 10, 1)
WEAVES = (WeaveFacts("i1", Pattern.W1), WeaveFacts("i3", Pattern.W2))


@pytest.mark.parametrize(
    ("refused", "found"),
    [
        ([], 0),
        ([("here", "i1")], 1),
        ([("here", "i1"), ("here", "i3")], 1),
        ([("elsewhere", "i1")], 0),
        ([("here", "taken out")], 0),
    ],
)
def test_a_strength_that_is_not_theirs_asks_for_another_or_a_reason(refused, found):
    facts = with_goal(weaves=WEAVES)
    goal = facts.goals[0].id
    not_me = tuple(NotMe(goal if place == "here" else place, strength, ON) for place, strength in refused)
    told = sentences(rule, replace(facts, not_me=not_me))
    words = {strength.id: strength.words for strength in facts.strengths}
    assert told == [SAID.replace("Maya Rivera", facts.student.name) % words["i1"]] * found
