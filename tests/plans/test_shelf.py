"""The strength shelf: the best fit first, by a rule anybody can recompute."""

from dataclasses import replace
from datetime import timedelta

import pytest

from strongsuit.knowledge.profile import Status
from strongsuit.knowledge.shapes import EvidenceFacts, StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.shelf import shelf
from strongsuit.strengths.facts import statuses_of
from tests.cast import TODAY


def strength(**values):
    found = StrengthFacts("1", ItemKind.ABILITY, "Draws", SkillSet.WRITING, (Group.STUDENT,), confirmed_on=TODAY)
    return replace(found, **values)


def score(facts, item, status=Status.SINGLE, **values):
    facts = replace(facts, strengths=(item,))
    offered = shelf(facts, {item.id: status}, skill_set=SkillSet.WRITING, today=TODAY, **values)
    return offered[0].score if offered else None


@pytest.mark.parametrize(
    ("change", "status", "points"),
    [
        ({}, Status.SINGLE, 3 + 2 + 2),
        ({}, Status.HIDDEN_SELF, 3 + 1 + 2 + 2),
        ({"skill_set": SkillSet.MATH}, Status.HIDDEN_SELF, 1 + 2 + 2),
        ({"seen_by": (Group.STUDENT, Group.SCHOOL)}, Status.SHARED, 3 + 2 + 2 + 2),
        ({"seen_by": tuple(Group)}, Status.SHARED_BY_ALL, 3 + 3 + 2 + 2),
        ({"seen_by": (Group.FAMILY, Group.SCHOOL)}, Status.OTHERS_SEE, 3 + 2),
        ({"seen_by": (Group.FAMILY,)}, Status.HIDDEN_HOME, 3 + 1 + 2),
        ({"evidence": (EvidenceFacts(TODAY, "class", "Drew it", "Ruiz"),)}, Status.SINGLE, 3 + 2 + 2 + 2),
        ({"confirmed_on": TODAY - timedelta(days=360)}, Status.SINGLE, 3 + 2 + 1),
        ({"confirmed_on": None}, Status.SINGLE, 3 + 2),
        ({"seen_by": ()}, Status.EMERGING, None),
    ],
)
def test_the_score_is_the_sum_of_what_is_known(draft, change, status, points):
    facts = replace(plan_facts(draft), goals=())
    assert score(facts, strength(**change), status) == points


def test_a_strength_already_used_steps_back_and_one_in_place_is_not_offered(cast, draft):
    facts = plan_facts(draft)
    ear = next(each for each in facts.strengths if each.words.startswith("Understands"))
    used = replace(ear, skill_set=SkillSet.WRITING)
    assert score(facts, used) == score(replace(facts, goals=()), used) - 1
    assert score(facts, used, taken=frozenset({used.id})) is None


@pytest.mark.parametrize(("days", "asked"), [(0, False), (180, False), (417, False), (418, True), (540, True)])
def test_an_old_strength_is_offered_with_the_question_whether_it_is_still_true(draft, days, asked):
    item = strength(confirmed_on=TODAY - timedelta(days=days))
    facts = replace(plan_facts(draft), strengths=(item,))
    offered = shelf(facts, {item.id: Status.SINGLE}, skill_set=None, today=TODAY)
    assert offered[0].ask_again == asked


def test_the_shelf_calls_a_strength_what_the_profile_calls_it(cast, draft):
    facts, statuses = plan_facts(draft), statuses_of(cast.maya)
    offered = {each.strength.id: each.status for each in shelf(facts, statuses, skill_set=None, today=TODAY)}
    assert offered[str(cast.items["ear"].pk)] == Status.SHARED_BY_ALL
    assert offered == {key: status for key, status in statuses.items() if key in offered}
