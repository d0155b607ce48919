"""V31: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import goal_vague as rule
from tests.knowledge.compliance.maya import findings, places, with_goal


@pytest.mark.parametrize(
    ("behavior", "verb"),
    [
        ("improve her reading", "improve"),
        ("Maya will understand fractions", "understand"),
        ("will better know the water cycle", "know"),
        ("Maya Lopez will be aware of others", "be aware"),
        ("will be more responsible", ""),
        ("become responsible for materials", "become responsible"),
        ("By June, Maya will improve", ""),
        ("will participate in class", "participate"),
        ("understand a story by retelling it in order", ""),
        ("shows that she understands fractions", ""),
        ("read aloud, which improves comprehension", ""),
        ("circle the word that names a known animal", ""),
        ("be seated and open the book", ""),
        ("improve by June", "improve"),
    ],
)
def test_the_leading_verb_is_one_that_can_be_seen(behavior, verb):
    found = [finding.values.get("verb") for finding in findings(rule, with_goal(behavior=behavior))]
    assert found == ([verb] if verb else [])


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"behavior": " . "}, ["goal:g1"]),
        ({"baseline": None}, []),
    ],
)
def test_an_act_is_given_and_the_start_is_asked_for_elsewhere(changes, found):
    assert places(rule, with_goal(**changes)) == found
