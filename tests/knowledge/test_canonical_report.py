"""A growth report is frozen as exactly as a plan, with its graph and its sentences."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.canonical import CannotThaw, digest, freeze, freeze_report, thaw_report
from strongsuit.knowledge.graph import progress_graph
from strongsuit.knowledge.growth import Conditions, growth_of, report_line
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.shapes_report import GoalGrowthFacts, GrowthReportFacts
from tests.knowledge.test_canonical import PLAN

YEAR = SchoolCalendar(date(2025, 9, 1), date(2026, 6, 26), frozenset({date(2025, 12, 24)}))
GOAL = GoalFacts(
    id="g1", need_id=None, skill_set=None, condition="", behavior="reads aloud", criterion="", baseline=Decimal(48),
    baseline_on=date(2025, 9, 1), target=Decimal("92.5"), target_on=date(2026, 6, 26), unit="words", measure=None,
    measure_text="", schedule=None, report_schedule=None, responsible="",
)  # fmt: skip
POINTS = [
    Point(date(2025, 10, 1), Decimal("50.25"), note="2026-01-01"),
    Point(date(2025, 11, 3), Decimal(57), invalid_because="fire drill"),
    Point(date(2026, 2, 2), Decimal("61.5")),
]


def report(**values):
    conditions = Conditions(delivered=Decimal("0.6"), former_target=Decimal(100))
    growth = growth_of(GOAL, POINTS, calendar=YEAR, today=date(2026, 2, 6), conditions=conditions)
    graph = progress_graph(GOAL, POINTS, today=date(2026, 2, 6), calendar=YEAR)
    goal = GoalGrowthFacts(
        "g1", "Reads aloud", "Listens well", report_line(growth), graph, ("Reading, 5 times",), note="12.5"
    )
    return GrowthReportFacts(
        id="r1", student_name="Maya Delgado", called="Maya", school="Hill", period="Quarter 2",
        starts_on=date(2025, 11, 14), ends_on=date(2026, 1, 29), plan_number=1, good_at=("Draws  well\n",),
        goals=(goal, replace(goal, graph=None)), reported_by="E", answer_to="…", own_words="10", **values,
    )  # fmt: skip


def test_thawing_gives_the_report_back_with_its_graph():
    found = report()
    assert thaw_report(freeze_report(found)) == found
    assert found.goals[0].line.former is not None and found.goals[0].graph.description


def test_the_same_report_has_the_same_digest_and_another_word_another():
    assert digest(freeze_report(report())) == digest(freeze_report(report()))
    assert digest(freeze_report(report())) != digest(freeze_report(replace(report(), called="Mai")))


@pytest.mark.parametrize(
    "text", ["", "[]", freeze(PLAN), '{"format":2,"report":{}}', '{"format":1,"report":{"id":"x","more":1}}', "{}"]
)
def test_what_is_no_frozen_report_is_refused(text):
    with pytest.raises(CannotThaw):
        thaw_report(text)


def test_a_sentence_with_a_value_of_no_known_kind_is_refused():
    text = (
        freeze_report(report()).replace('"count":2', '"count":true', 1).replace('{"percent":60}', '{"percent":"x"}', 1)
    )
    with pytest.raises(CannotThaw):
        thaw_report(text)
