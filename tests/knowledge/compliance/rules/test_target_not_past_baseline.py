"""V32: hits and near misses."""

from decimal import Decimal

import pytest

from strongsuit.knowledge.compliance.rules import target_not_past_baseline as rule
from strongsuit.knowledge.terms import Measure
from tests.knowledge.compliance.maya import places, sentences, with_goal


@pytest.mark.parametrize(
    ("baseline", "target", "measure", "found"),
    [
        ("48", "85", Measure.WORDS_PER_MINUTE, []),
        ("48", "48.00", Measure.WORDS_PER_MINUTE, ["goal:g1"]),
        ("48", "40", Measure.WORDS_PER_MINUTE, ["goal:g1"]),
        ("9", "2", Measure.COUNT, []),
        ("20", "5", Measure.DURATION, []),
        ("3", "1", Measure.PROMPT_LEVEL, []),
        ("3", "3", Measure.PROMPT_LEVEL, ["goal:g1"]),
        ("3", "1", Measure.RUBRIC, ["goal:g1"]),
        ("3", "1", None, []),
        (None, "1", Measure.RUBRIC, []),
        ("3", None, Measure.RUBRIC, []),
    ],
)
def test_a_target_is_growth(baseline, target, measure, found):
    numbers = {"baseline": baseline and Decimal(baseline), "target": target and Decimal(target)}
    assert places(rule, with_goal(measure=measure, **numbers)) == found


def test_a_level_to_keep_has_a_band_and_is_left_alone():
    assert places(rule, with_goal(target=Decimal(48), band_low=Decimal(45))) == []


def test_the_numbers_are_said_as_people_write_them():
    assert sentences(rule, with_goal(baseline=Decimal("100.00"), target=Decimal("60.50"))) == [
        "Goal 1, “Maya reads aloud a page of fourth grade text”, goes down from 100 to 60.5."
    ]
