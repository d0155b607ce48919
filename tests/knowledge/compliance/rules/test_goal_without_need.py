"""V30: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import goal_without_need as rule
from tests.knowledge.compliance.maya import places, with_goal


@pytest.mark.parametrize(("need_id", "found"), [("n1", []), (None, ["goal:g1"]), ("gone", ["goal:g1"])])
def test_a_goal_meets_a_need_of_this_plan(need_id, found):
    assert places(rule, with_goal(need_id=need_id)) == found
