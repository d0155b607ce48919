"""V34: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.compliance.rules import objectives_missing as rule
from strongsuit.knowledge.shapes import ObjectiveFacts
from strongsuit.knowledge.terms import Grade
from tests.knowledge.compliance.maya import GOAL, STUDENT, TODAY, places, plan

STEPS = (ObjectiveFacts("o1", "Reads 60 words a minute by March"),)
BLANK = (ObjectiveFacts("o1", " "),)


@pytest.mark.parametrize(
    ("student", "objectives", "federal", "new_york"),
    [
        ({}, (), [], []),
        ({"alternate_assessment": True}, (), ["goal:g1"], ["goal:g1"]),
        ({"alternate_assessment": True}, BLANK, ["goal:g1"], ["goal:g1"]),
        ({"alternate_assessment": True}, STEPS, [], []),
        ({"grade": Grade.PK}, (), [], ["goal:g1"]),
        ({"grade": Grade.PK}, STEPS, [], []),
        ({"grade": Grade.K}, (), [], []),
    ],
)
def test_steps_are_asked_for_where_the_law_says_so(student, objectives, federal, new_york):
    facts = plan(student=replace(STUDENT, **student), goals=(replace(GOAL, objectives=objectives),))
    assert places(rule, facts, state="federal") == federal
    assert places(rule, facts, state="ny") == new_york


def test_a_state_may_ask_for_steps_in_every_goal():
    profile = replace(load_profile("ny"), sto_scope=("everyone",))
    assert [found.place for found in rule.check(plan(), today=TODAY, profile=profile)] == ["goal:g1"]
