"""V29: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import goal_without_criterion as rule
from strongsuit.knowledge.terms import Measure
from tests.knowledge.compliance.maya import places, sentences, with_goal


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"criterion": " "}, ["does not say when it is reached."]),
        ({"measure": None}, ["does not say how it is measured."]),
        ({"measure": None, "measure_text": "Running record"}, []),
        ({"measure": Measure.COUNT, "measure_text": ""}, []),
        ({"schedule": None}, ["does not say how often it is measured."]),
        (
            {"criterion": "...", "measure": None, "schedule": None},
            [
                "does not say when it is reached.",
                "does not say how it is measured.",
                "does not say how often it is measured.",
            ],
        ),
    ],
)
def test_a_goal_says_when_it_is_reached_and_how_anyone_would_know(changes, said):
    name = "Goal 1, “Maya reads aloud a page of fourth grade text”, "
    assert sentences(rule, with_goal(**changes)) == [name + rest for rest in said]


def test_the_finding_leads_to_the_goal_and_a_nameless_goal_has_a_name():
    facts = with_goal(criterion="", behavior=" ")
    assert places(rule, facts) == ["goal:g1"]
    assert sentences(rule, facts) == ["Goal 1, “…”, does not say when it is reached."]
