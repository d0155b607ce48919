"""V43: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.check import said
from strongsuit.knowledge.compliance.rules import service_outside_plan as rule
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import findings, places, sentences, with_service


@pytest.mark.parametrize(
    ("starts", "ends", "found"),
    [
        (date(2026, 12, 1), date(2027, 11, 30), []),
        (date(2026, 11, 30), date(2027, 11, 30), ["service:v1"]),
        (date(2026, 12, 1), date(2027, 12, 1), ["service:v1"]),
        (date(2027, 12, 5), date(2027, 12, 6), ["service:v1"]),
        (date(2027, 3, 2), date(2027, 3, 1), ["service:v1"]),
        (date(2027, 3, 1), date(2027, 3, 1), []),
        (None, date(2027, 12, 1), ["service:v1"]),
        (None, None, []),
    ],
)
def test_services_stay_inside_the_plan(starts, ends, found):
    assert places(rule, with_service(starts_on=starts, ends_on=ends)) == found


def test_a_plan_without_dates_holds_nobody_to_them():
    facts = replace(with_service(starts_on=date(2020, 1, 1)), starts_on=None, ends_on=None)
    assert places(rule, facts) == []


def test_an_amendment_keeps_services_that_began_before_it():
    amendment = replace(with_service(starts_on=date(2026, 9, 8)), kind=PlanKind.AMENDMENT)
    assert places(rule, amendment) == []
    assert places(rule, replace(amendment, ends_on=date(2027, 6, 30))) == ["service:v1"]


def test_a_missing_date_is_left_open_in_the_message():
    assert sentences(rule, with_service(starts_on=None, ends_on=date(2028, 1, 1))) == [
        "“Resource room” runs from … to 2028-01-01, outside the dates of the plan."
    ]


@pytest.mark.parametrize("ends", [date(2027, 12, 15), date(2026, 11, 1)])
def test_the_days_are_written_as_the_reader_writes_them(ends):
    (found,) = findings(rule, with_service(starts_on=date(2026, 12, 1), ends_on=ends))
    sentence = said(found, day=lambda day: f"day {day.day} of month {day.month}")[0]
    assert "day 1 of month 12" in sentence and f"day {ends.day} of month {ends.month}" in sentence
    assert "2026" not in sentence and "2027" not in sentence
