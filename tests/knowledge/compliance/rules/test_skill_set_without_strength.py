"""R-1: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import skill_set_without_strength as rule
from strongsuit.knowledge.terms import SkillSet
from tests.knowledge.compliance.maya import DRAWS, GOAL, READING, places, plan, sentences

NEW = replace(DRAWS, confirmed_on=None)


def reading_shows(*ids, strengths=(DRAWS,), goals=()):
    return plan(present_levels=(replace(READING, strength_ids=ids),), strengths=strengths, goals=goals)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (reading_shows("i1"), []),
        (reading_shows(), ["Reading and meaning is in the plan without a strength."]),
        (reading_shows("gone"), ["Reading and meaning is in the plan without a strength."]),
        (reading_shows("i1", strengths=(NEW,)), ["The strength in Reading and meaning is not confirmed yet."]),
        (reading_shows("i1", "i9", strengths=(NEW, replace(DRAWS, id="i9"))), []),
    ],
)
def test_a_skill_set_opens_with_a_confirmed_strength(facts, found):
    assert sentences(rule, facts) == found


def test_of_six_skill_sets_the_one_without_a_strength_is_named():
    five = [SkillSet.READING, SkillSet.WRITING, SkillSet.MATH, SkillSet.MOTOR, SkillSet.WORK]
    levels = [replace(READING, skill_set=skill_set, strength_ids=("i1",)) for skill_set in five]
    levels.insert(2, replace(READING, skill_set=SkillSet.SOCIAL, strength_ids=()))
    assert places(rule, plan(present_levels=tuple(levels), goals=())) == ["level:social"]


def test_a_goal_brings_its_skill_set_into_the_plan():
    math = replace(GOAL, skill_set=SkillSet.MATH)
    assert places(rule, reading_shows("i1", goals=(GOAL, math, replace(GOAL, skill_set=None)))) == ["level:math"]
