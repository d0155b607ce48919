"""V35: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import progress_reports_unscheduled as rule
from strongsuit.knowledge.terms import ReportSchedule
from tests.knowledge.compliance.maya import GOAL, places, plan, sections


@pytest.mark.parametrize(
    ("schedule", "progress", "found"),
    [
        (ReportSchedule.MONTHLY, None, []),
        (None, None, ["goal:g1"]),
        (None, " ", ["goal:g1"]),
        (None, "With every report card, by letter.", []),
    ],
)
def test_the_family_knows_when_it_will_hear(schedule, progress, found):
    goals = (replace(GOAL, report_schedule=schedule),)
    assert places(rule, plan(goals=goals, sections=sections(progress=progress))) == found
