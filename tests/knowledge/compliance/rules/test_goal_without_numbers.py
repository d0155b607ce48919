"""V99: hits and near misses."""

from decimal import Decimal

import pytest

from strongsuit.knowledge.compliance.check import blocks
from strongsuit.knowledge.compliance.rules import goal_without_numbers as rule
from tests.knowledge.compliance.maya import findings, places, sentences, with_goal


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"baseline": Decimal(0), "target": Decimal(0)}, []),
        ({"baseline": None}, ["does not say where the student starts."]),
        ({"baseline_on": None}, ["does not say when the start was measured."]),
        ({"target": None}, ["has no target."]),
        ({"target_on": None}, ["does not say by which day the target is planned."]),
        ({"target": None, "band_low": Decimal(40), "band_high": Decimal(60)}, ["has no target."]),
    ],
)
def test_a_goal_has_the_numbers_and_days_its_aimline_is_drawn_with(changes, said):
    name = "Goal 1, “Maya reads aloud a page of fourth grade text”, "
    facts = with_goal(**changes)
    assert sentences(rule, facts) == [name + rest for rest in said]
    assert places(rule, facts) == ["goal:g1"] * len(said)


@pytest.mark.parametrize("state", ["federal", "ny"])
def test_an_unmeasurable_goal_stands_between_the_plan_and_its_adoption(state):
    facts = with_goal(baseline=None, baseline_on=None, target=None, target_on=None)
    found = findings(rule, facts, state=state)
    assert len(found) == 4 and blocks(tuple(found)) == tuple(found)
