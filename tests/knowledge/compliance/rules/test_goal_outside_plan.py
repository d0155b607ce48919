"""V100: hits and near misses."""

from datetime import date

import pytest

from strongsuit.knowledge.compliance.check import blocks
from strongsuit.knowledge.compliance.rules import goal_outside_plan as rule
from tests.knowledge.compliance.maya import findings, places, plan, sentences, with_goal

FIRST, LAST = date(2026, 12, 1), date(2027, 11, 30)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"target_on": LAST}, []),
        ({"target_on": FIRST}, []),
        ({"target_on": None}, []),
        ({"baseline_on": None}, []),
        ({"baseline_on": date(2027, 11, 14)}, []),
        ({"target_on": date(2027, 12, 1)}, ["is planned to be reached on 2027-12-01, after the plan ends."]),
        ({"target_on": date(2026, 11, 30)}, ["is planned to be reached on 2026-11-30, before the plan begins."]),
        (
            {"baseline_on": date(2027, 11, 15)},
            ["has its start measured on 2027-11-15 and its target due on 2027-11-15."],
        ),
        (
            {"target_on": date(2026, 11, 1)},
            [
                "is planned to be reached on 2026-11-01, before the plan begins.",
                "has its start measured on 2026-11-02 and its target due on 2026-11-01.",
            ],
        ),
    ],
)
def test_the_target_day_lies_in_the_plan_and_after_the_start(changes, said):
    name = "Goal 1, “Maya reads aloud a page of fourth grade text”, "
    facts = with_goal(**changes)
    assert sentences(rule, facts) == [name + rest for rest in said]
    assert places(rule, facts) == ["goal:g1"] * len(said)


def test_a_goal_that_ends_outside_stands_between_the_plan_and_its_adoption():
    found = findings(rule, with_goal(target_on=date(2028, 1, 1)))
    assert len(found) == 1 and blocks(tuple(found)) == tuple(found)


def test_a_plan_without_dates_is_no_frame_to_lie_in():
    assert sentences(rule, plan(starts_on=None, ends_on=None)) == []
