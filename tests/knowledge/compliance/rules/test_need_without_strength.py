"""R-3: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import need_without_strength as rule
from strongsuit.knowledge.terms import ItemKind, SkillSet
from tests.knowledge.compliance.maya import CALCULATOR, DRAWS, NEED, OCEANS, READING, places, plan

MATH = replace(READING, skill_set=SkillSet.MATH)
EXPLORER = replace(CALCULATOR, id="i7", kind=ItemKind.INTEREST)


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (("i2",), []),
        (("i1", "i2"), []),
        (("i1",), ["need:n1"]),
        (("i7",), ["need:n1"]),
        ((), ["need:n1"]),
    ],
)
def test_a_strength_inside_the_hard_area(shown, found):
    levels = (replace(MATH, strength_ids=shown),)
    assert places(rule, plan(present_levels=levels, strengths=(DRAWS, CALCULATOR, OCEANS, EXPLORER))) == found


def test_every_need_is_named_and_no_need_asks_for_nothing():
    two = replace(MATH, strength_ids=(), needs=(NEED, replace(NEED, id="n2")))
    assert places(rule, plan(present_levels=(two,))) == ["need:n1", "need:n2"]
    assert places(rule, plan(present_levels=(replace(two, needs=()),))) == []
