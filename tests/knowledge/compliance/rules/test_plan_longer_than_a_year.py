"""V104: hits and near misses."""

from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import plan_longer_than_a_year as rule
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import places, plan

FIRST = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("last", "found"),
    [(date(2027, 11, 29), []), (date(2027, 11, 30), []), (date(2027, 12, 22), ["plan"]), (None, [])],
)
def test_a_plan_runs_for_at_most_a_year(last, found):
    assert places(rule, plan(starts_on=FIRST, ends_on=last, meeting_on=None, review_on=None)) == found


@pytest.mark.parametrize(("review", "found"), [(date(2027, 11, 30), []), (date(2027, 12, 2), ["plan"])])
def test_the_review_comes_within_a_year_of_the_meeting(review, found):
    assert places(rule, plan(starts_on=FIRST, ends_on=None, meeting_on=FIRST, review_on=review)) == found


def test_an_amendment_keeps_the_year_of_its_plan():
    long = plan(kind=PlanKind.AMENDMENT, starts_on=FIRST, ends_on=date(2028, 1, 1), meeting_on=None, review_on=None)
    assert places(rule, long) == []
