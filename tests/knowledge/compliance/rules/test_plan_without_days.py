"""V102: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import plan_without_days as rule
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import places, plan, sentences


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({}, 0),
        ({"starts_on": None}, 1),
        ({"ends_on": None}, 1),
        ({"starts_on": None, "ends_on": None}, 1),
        ({"review_on": None}, 1),
        ({"review_on": None, "meeting_held": False}, 0),
        ({"starts_on": None, "ends_on": None, "review_on": None}, 2),
    ],
)
def test_a_plan_says_from_when_to_when_it_runs_and_by_when_it_is_reviewed(changes, count):
    assert places(rule, plan(**changes)) == ["plan"] * count


def test_an_amendment_whose_plan_has_no_days_leads_to_an_annual_review():
    assert sentences(rule, plan(kind=PlanKind.AMENDMENT, review_on=None)) == []
    assert "that this amendment changes" in sentences(rule, plan(kind=PlanKind.AMENDMENT, ends_on=None))[0]
