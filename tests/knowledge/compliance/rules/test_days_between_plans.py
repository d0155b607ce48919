"""V101: hits and near misses."""

from datetime import date, timedelta

import pytest

from strongsuit.knowledge.compliance.check import said
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.compliance.rules import days_between_plans as rule
from tests.knowledge.compliance.maya import TODAY, places, plan

STARTS = date(2026, 12, 14)


@pytest.mark.parametrize(("days", "found"), [(-30, []), (0, []), (1, []), (2, ["plan"]), (400, ["plan"])])
def test_days_that_no_plan_covers_are_named(days, found):
    assert places(rule, plan(starts_on=STARTS, covered_until=STARTS - timedelta(days=days))) == found


@pytest.mark.parametrize("values", [{"covered_until": None, "starts_on": STARTS}, {"starts_on": None}])
def test_a_first_plan_and_one_without_dates_leave_no_gap(values):
    assert places(rule, plan(**({"covered_until": date(2025, 1, 1)} | values))) == []


def test_the_next_step_names_the_day_after_the_last():
    facts = plan(starts_on=STARTS, covered_until=date(2026, 12, 9))
    (found,) = rule.check(facts, today=TODAY, profile=load_profile("ny"))
    message, step = said(found)
    assert "2026-12-09" in message and "2026-12-14" in message
    assert step.startswith("Start this plan by 2026-12-10.")
