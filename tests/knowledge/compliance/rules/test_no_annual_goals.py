"""V28: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import no_annual_goals as rule
from tests.knowledge.compliance.maya import GOAL, places, plan


@pytest.mark.parametrize(("goals", "found"), [((), ["plan"]), ((GOAL,), []), ((GOAL, GOAL), [])])
def test_a_plan_has_a_goal(goals, found):
    assert places(rule, plan(goals=goals)) == found
