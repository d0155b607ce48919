"""V26: hits and near misses."""

from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import evaluation_out_of_date as rule
from tests.knowledge.compliance.maya import places, sentences, with_student


@pytest.mark.parametrize(
    ("evaluated", "waived", "found"),
    [
        (None, None, ["plan"]),
        (None, date(2026, 1, 1), ["plan"]),
        (date(2023, 11, 20), None, []),
        (date(2023, 11, 19), None, ["plan"]),
        (date(2022, 9, 1), date(2025, 8, 30), []),
        (date(2019, 9, 1), date(2022, 8, 30), ["plan"]),
        (date(2025, 9, 1), date(2022, 8, 30), []),
    ],
)
def test_an_evaluation_holds_for_three_years_or_from_a_waiver(evaluated, waived, found):
    assert places(rule, with_student(evaluated_on=evaluated, evaluation_waived_on=waived)) == found


def test_a_leap_day_evaluation_is_due_on_the_last_of_february():
    facts = with_student(evaluated_on=date(2024, 2, 29))
    assert sentences(rule, facts, today=date(2027, 3, 1)) == [
        "The evaluation of 2024-02-29 was to be renewed by 2027-02-28."
    ]
    assert sentences(rule, facts, today=date(2027, 2, 28)) == []
