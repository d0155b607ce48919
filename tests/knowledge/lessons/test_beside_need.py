"""T-4: whether a need has an ability of its own beside it is what R-3 says, for every choice of items."""

from itertools import combinations

import pytest

from strongsuit.knowledge.compliance.rules import need_without_strength
from strongsuit.knowledge.lessons import beside_need
from strongsuit.knowledge.lessons.beside_shelves import TASKS
from strongsuit.knowledge.terms import ItemKind


@pytest.mark.parametrize("key", TASKS)
def test_good_is_what_the_rule_of_the_plan_lets_pass(key):
    task, beside = beside_need.LESSON.task(key), TASKS[key]
    own = {item.id for item in beside.shelf if item.kind == ItemKind.ABILITY and item.skill_set == beside.skill_set}
    ids = [item.id for item in beside.shelf]
    for size in range(1, len(ids) + 1):
        for picked in combinations(ids, size):
            feedback = beside_need.check(task, " ".join(picked))
            assert feedback.good == bool(own & set(picked))
            lacking = [one.said.message for one in feedback.remarks if one.tone == "missing"]
            assert lacking == ([] if feedback.good else [need_without_strength.MESSAGE])


@pytest.mark.parametrize("key", TASKS)
def test_each_shelf_holds_one_that_answers_and_others_that_tempt(key):
    beside = TASKS[key]
    abilities = [item for item in beside.shelf if item.kind == ItemKind.ABILITY]
    assert len([item for item in abilities if item.skill_set == beside.skill_set]) == 1
    assert len(abilities) > 1 and len({item.id for item in beside.shelf}) == len(beside.shelf)


def test_a_strength_from_elsewhere_is_welcome_beside_one_that_answers():
    task = beside_need.LESSON.task("imani-percent")
    feedback = beside_need.check(task, "imani-1 imani-5")
    assert feedback.good and [one.tone for one in feedback.remarks] == ["thought", "found"]


def test_everything_at_once_is_asked_about():
    task = beside_need.LESSON.task("teo-writes")
    everything = " ".join(choice.value for choice in task.choices)
    assert beside_need.MANY in [one.said.message for one in beside_need.check(task, everything).remarks]
