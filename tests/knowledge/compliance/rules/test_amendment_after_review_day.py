"""V66: hits and near misses."""

from datetime import timedelta

import pytest

from strongsuit.knowledge.compliance.rules import amendment_after_review_day as rule
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import TODAY, places, plan

DAY = timedelta(days=1)
YESTERDAY = TODAY - DAY


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"review_on": TODAY}, []),
        ({"review_on": YESTERDAY}, ["plan"]),
        ({"ends_on": TODAY}, []),
        ({"ends_on": YESTERDAY}, ["plan"]),
        ({"review_on": None, "ends_on": None}, []),
        ({"review_on": YESTERDAY, "ends_on": YESTERDAY}, ["plan"]),
        ({"review_on": YESTERDAY, "adopted_on": YESTERDAY}, []),
        ({"review_on": YESTERDAY, "kind": PlanKind.ANNUAL}, []),
    ],
)
def test_an_amendment_comes_before_the_review_of_its_year(changes, found):
    assert places(rule, plan(**{"kind": PlanKind.AMENDMENT} | changes)) == found
