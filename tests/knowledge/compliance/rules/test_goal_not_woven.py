"""R-4: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import goal_not_woven as rule
from strongsuit.knowledge.shapes import WeaveFacts
from strongsuit.knowledge.terms import Pattern
from tests.knowledge.compliance.maya import sentences, with_goal

GOAL = "Goal 1, “Maya reads aloud a page of fourth grade text”, "
NO_LINK = GOAL + "grows from no strength."
THIN = GOAL + "lists a strength, but the work would be the same without it."
DRAWING = WeaveFacts("i1", Pattern.W1)
PLAIN = "Given a page of fourth grade text,"


@pytest.mark.parametrize(
    ("weaves", "condition", "found"),
    [
        ((DRAWING,), "After drawing the page first,", []),
        ((), "After drawing the page first,", [NO_LINK]),
        ((WeaveFacts("gone", Pattern.W1),), "After drawing the page first,", [NO_LINK]),
        ((DRAWING,), PLAIN, [THIN]),
        ((replace(DRAWING, step="Before reading, the teacher lets Maya draw."),), PLAIN, []),
        ((replace(DRAWING, step="Maya draws."),), PLAIN, [THIN]),
        ((replace(DRAWING, mechanism="Drawing helps."),), PLAIN, [THIN]),
        ((WeaveFacts("i3", Pattern.W2), DRAWING), "After drawing,", []),
    ],
)
def test_a_goal_grows_from_a_strength_that_does_some_of_the_work(weaves, condition, found):
    assert sentences(rule, with_goal(weaves=weaves, condition=condition)) == found
