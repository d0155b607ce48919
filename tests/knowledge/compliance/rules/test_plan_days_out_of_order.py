"""V103: hits and near misses."""

from datetime import date, timedelta

import pytest

from strongsuit.knowledge.compliance.rules import plan_days_out_of_order as rule
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import TODAY, plan, sentences

MET = date(2026, 11, 18)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, []),
        ({"starts_on": MET}, []),
        ({"starts_on": MET - DAY}, ["before the meeting of 2026-11-18"]),
        ({"starts_on": MET - DAY, "meeting_held": False}, []),
        ({"ends_on": TODAY}, []),
        ({"ends_on": TODAY - DAY}, ["over before it takes effect"]),
        ({"ends_on": TODAY - DAY, "adopted_on": TODAY - DAY}, []),
        ({"review_on": date(2026, 12, 1)}, []),
        ({"review_on": date(2026, 11, 30)}, ["before the plan starts"]),
        ({"starts_on": MET, "review_on": TODAY}, []),
        ({"starts_on": MET, "review_on": TODAY - DAY}, ["that day has passed"]),
        ({"starts_on": None, "ends_on": None, "review_on": None}, []),
        ({"starts_on": date(2015, 1, 1), "ends_on": date(2015, 12, 31), "review_on": None}, ["before the m", "over"]),
    ],
)
def test_first_the_meeting_then_the_plan_then_its_review(changes, words):
    told = sentences(rule, plan(**changes))
    assert len(told) == len(words)
    assert all(part in sentence for part, sentence in zip(words, told, strict=True))


def test_an_amendment_keeps_the_days_of_its_plan():
    days = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 11, 1), "review_on": date(2026, 11, 1)}
    assert sentences(rule, plan(kind=PlanKind.AMENDMENT, **days)) == []
