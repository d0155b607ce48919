"""V33: hits and near misses."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strongsuit.knowledge.compliance.comparing import goal_words
from strongsuit.knowledge.compliance.rules import goal_repeated as rule
from strongsuit.knowledge.shapes import EarlierPlan
from tests.knowledge.compliance.maya import GOAL, places, plan, with_goal

SAME = goal_words(GOAL)
OTHER = "Given a calculator, Maya solves two-step word problems in 8 of 10 tries"
HIGHER = SAME.replace("85", "60")
REWORDED = SAME.replace("two weekly checks", "two checks")


def years(*goals):
    """Each goal with the date of its plan."""
    return tuple(EarlierPlan(day, "", (words,)) for day, words in goals)


@pytest.mark.parametrize(
    ("earlier", "found"),
    [
        ([], []),
        ([(date(2025, 12, 1), SAME)], []),
        ([(date(2025, 12, 1), SAME), (date(2024, 12, 1), SAME)], ["goal:g1"]),
        ([(date(2025, 12, 20), REWORDED), (date(2025, 1, 15), SAME)], ["goal:g1"]),
        ([(date(2025, 12, 1), SAME), (date(2025, 10, 1), SAME)], []),
        ([(date(2026, 6, 1), SAME), (date(2025, 12, 1), SAME)], []),
        ([(date(2025, 12, 1), SAME), (date(2024, 12, 1), HIGHER)], []),
        ([(date(2025, 12, 1), OTHER), (date(2024, 12, 1), SAME), (date(2023, 12, 1), SAME)], []),
    ],
)
def test_a_third_year_of_the_same_goal_is_noticed(earlier, found):
    assert places(rule, plan(earlier=years(*earlier))) == found


def test_a_goal_without_words_repeats_nothing():
    blank = with_goal(condition="", behavior="", criterion="", target=None)
    twice = years((date(2025, 12, 1), ""), (date(2024, 12, 1), ""))
    assert places(rule, replace(blank, earlier=twice)) == []


def test_a_target_counts_the_same_however_its_zeros_are_written():
    assert goal_words(replace(GOAL, target=Decimal("85"))) == SAME
