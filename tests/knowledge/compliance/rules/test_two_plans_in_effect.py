"""V70: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import two_plans_in_effect as rule
from tests.knowledge.compliance.maya import places, plan


@pytest.mark.parametrize(("others", "found"), [(0, []), (1, ["plan"]), (2, ["plan"])])
def test_one_plan_at_a_time(others, found):
    assert places(rule, plan(others_in_effect=others)) == found
