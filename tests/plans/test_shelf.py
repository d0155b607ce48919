"""The strength shelf: the best fit first, by a rule anybody can recompute."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from strongsuit.knowledge.shapes import EvidenceFacts, StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.shelf import freshness, shelf
from tests.cast import TODAY


def strength(**values):
    found = StrengthFacts("1", ItemKind.ABILITY, "Draws", SkillSet.WRITING, (Group.STUDENT,), confirmed_on=TODAY)
    return replace(found, **values)


def score(facts, item, **values):
    offered = shelf(replace(facts, strengths=(item,)), skill_set=SkillSet.WRITING, today=TODAY, **values)
    return offered[0].score if offered else None


@pytest.mark.parametrize(
    ("change", "points"),
    [
        ({}, 3 + 1 + 2 + 2),
        ({"skill_set": SkillSet.MATH}, 1 + 2 + 2),
        ({"seen_by": tuple(Group)}, 3 + 3 + 2 + 2),
        ({"seen_by": (Group.FAMILY, Group.SCHOOL)}, 3 + 2 + 2),
        ({"evidence": (EvidenceFacts(TODAY, "class", "Drew it", "Ruiz"),)}, 3 + 1 + 2 + 2 + 2),
        ({"confirmed_on": TODAY - timedelta(days=360)}, 3 + 1 + 2 + 1),
        ({"confirmed_on": None}, 3 + 1 + 2),
        ({"seen_by": ()}, None),
    ],
)
def test_the_score_is_the_sum_of_what_is_known(draft, change, points):
    facts = replace(plan_facts(draft), goals=())
    assert score(facts, strength(**change)) == points


def test_a_strength_already_used_steps_back_and_one_in_place_is_not_offered(cast, draft):
    facts = plan_facts(draft)
    ear = next(each for each in facts.strengths if each.words.startswith("Understands"))
    used = replace(ear, skill_set=SkillSet.WRITING)
    assert score(facts, used) == score(replace(facts, goals=()), used) - 1
    assert score(facts, used, taken=frozenset({used.id})) is None


@pytest.mark.parametrize(
    ("kind", "days", "fresh"),
    [
        (ItemKind.ABILITY, 0, 1),
        (ItemKind.ABILITY, 180, 1),
        (ItemKind.ABILITY, 360, Decimal("0.5")),
        (ItemKind.ABILITY, 540, 0),
        (ItemKind.ABILITY, 900, 0),
        (ItemKind.INTEREST, 180, Decimal("0.5")),
        (ItemKind.PREFERENCE, 360, Decimal("0.5")),
    ],
)
def test_a_strength_ages_in_a_straight_line(kind, days, fresh):
    assert freshness(strength(kind=kind, confirmed_on=TODAY - timedelta(days=days)), TODAY) == fresh


def test_an_old_strength_is_offered_with_the_question_whether_it_is_still_true(draft):
    facts = plan_facts(draft)
    old = strength(confirmed_on=date(2025, 7, 1))
    offered = shelf(replace(facts, strengths=(old,)), skill_set=None, today=TODAY)
    assert offered[0].ask_again
