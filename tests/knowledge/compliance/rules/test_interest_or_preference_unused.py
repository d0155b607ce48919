"""R-5: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import interest_or_preference_unused as rule
from tests.knowledge.compliance.maya import CALM_CORNER, GOAL, SERVICE, places, plan, sections, sentences

ABILITY, INTEREST, PREFERENCE = GOAL.weaves


@pytest.mark.parametrize(
    ("weaves", "found"),
    [
        ((INTEREST, PREFERENCE), []),
        ((ABILITY, INTEREST), ["The plan uses no preference of the student."]),
        ((ABILITY, PREFERENCE), ["The plan uses no interest of the student."]),
        ((ABILITY,), ["The plan uses no interest and no preference of the student."]),
    ],
)
def test_abilities_alone_are_half_of_the_picture(weaves, found):
    assert sentences(rule, plan(goals=(replace(GOAL, weaves=weaves),))) == found


def test_a_support_or_a_service_or_the_way_ahead_may_use_them_too():
    bare = plan(goals=(), accommodations=(replace(CALM_CORNER, words="Works with one partner"),))
    assert places(rule, bare) == ["plan"]
    assert places(rule, replace(bare, services=(replace(SERVICE, name="Reading about whales"),))) == []
    assert places(rule, replace(bare, sections=sections(transition="A visit to people who study oceans"))) == []


def test_a_profile_without_interests_is_asked_for_them():
    facts = plan()
    abilities = tuple(item for item in facts.strengths if item.kind == "ability")
    assert places(rule, replace(facts, strengths=abilities)) == ["plan"]
