"""R-6: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import strengths_unused as rule
from strongsuit.knowledge.shapes import WeaveFacts
from strongsuit.knowledge.terms import Pattern
from tests.knowledge.compliance.maya import DRAWS, GOAL, plan, sentences


def listed(count, *, used):
    items = tuple(replace(DRAWS, id=f"i{number}", words=f"ability{number}") for number in range(count))
    weaves = tuple(WeaveFacts(item.id, Pattern.W1) for item in items[:used])
    return plan(strengths=items, goals=(replace(GOAL, weaves=weaves),), accommodations=())


@pytest.mark.parametrize(
    ("count", "used", "found"),
    [
        (10, 5, ["5 of 10 listed strengths, interests and preferences are not used anywhere."]),
        (10, 6, []),
        (10, 10, []),
        (5, 3, []),
        (5, 2, ["3 of 5 listed strengths, interests and preferences are not used anywhere."]),
        (0, 0, []),
        (1, 0, ["1 of 1 listed strengths, interests and preferences are not used anywhere."]),
    ],
)
def test_more_than_two_in_five_unused_is_a_list_not_a_plan(count, used, found):
    assert sentences(rule, listed(count, used=used)) == found
