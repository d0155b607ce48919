"""V96: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import age_outside as rule
from tests.knowledge.compliance.maya import STUDENT, places, plan


@pytest.mark.parametrize(
    ("birth", "found"),
    [
        (date(2023, 12, 1), []),
        (date(2023, 12, 2), ["plan"]),
        (date(2004, 12, 2), []),
        (date(2004, 12, 1), ["plan"]),
        (date(1990, 1, 1), ["plan"]),
        (date(2030, 1, 1), ["plan"]),
    ],
)
def test_the_state_serves_three_to_twenty_one(birth, found):
    assert places(rule, plan(student=replace(STUDENT, birth_date=birth))) == found


def test_without_a_start_today_counts():
    student = replace(STUDENT, birth_date=date(2023, 11, 21))
    assert places(rule, plan(student=student, starts_on=None)) == ["plan"]
