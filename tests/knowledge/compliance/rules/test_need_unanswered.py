"""V27: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import need_unanswered as rule
from tests.knowledge.compliance.maya import CALM_CORNER, GOAL, NEED, READING, places, plan


def needing(**changes):
    return (replace(READING, needs=(replace(NEED, **changes),)),)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"goals": (GOAL,)}, []),
        ({"goals": (replace(GOAL, need_id="n9"),)}, ["need:n1"]),
        ({"accommodations": (replace(CALM_CORNER, need_ids=("n1",)),)}, []),
        ({"accommodations": (CALM_CORNER,)}, ["need:n1"]),
        ({"present_levels": needing(without_goal_because="Waits until the new glasses are here.")}, []),
        ({"present_levels": needing(without_goal_because=" ")}, ["need:n1"]),
        ({"present_levels": needing(without_goal_because="Because.")}, ["need:n1"]),
        ({"present_levels": (replace(READING, needs=()),)}, []),
    ],
)
def test_a_need_leads_somewhere(changes, found):
    assert places(rule, plan(**{"goals": (), **changes})) == found
