"""T-3: eight cards, each status once, sorted by the very table that the profile uses."""

from collections import Counter
from dataclasses import replace

import pytest

from strongsuit.knowledge.lessons import three_views
from strongsuit.knowledge.profile import Status, view

TASKS = three_views.LESSON.tasks
EXPECTED = {
    "noor-patterns": "shared depends", "teo-explains": "others_see alike", "noor-helps": "hidden_home depends",
    "imani-budget": "single alike", "imani-calm": "hidden_self alike", "teo-plans": "emerging alike",
    "imani-leads": "hidden_school depends", "noor-swims": "no_chance alike",
}  # fmt: skip


def test_eight_cards_meet_eight_statuses():
    assert {task.key: three_views.right(task) for task in TASKS} == EXPECTED
    assert Counter(len(task.choices) for task in TASKS) == {len(Status): 8}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)
def test_the_status_is_the_profiles(task):
    found = view([one.answered for one in task.card.heard])
    for choice in task.choices:
        for where in task.also.choices:
            feedback = three_views.check(task, f"{choice.value} {where.value}")
            right = choice.value == found.status and (where.value == "depends") == found.depends_on_where
            assert feedback.good == right


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)
def test_another_status_gets_what_to_look_at_and_not_the_answer(task):
    status = three_views.read(task).status
    wrong = next(one for one in Status if one != status)
    told = [one.said.message for one in three_views.check(task, f"{wrong} alike").remarks]
    assert told and three_views.BECAUSE[status] not in told


def test_every_status_is_explained():
    assert set(three_views.BECAUSE) == set(Status)


def test_a_task_without_a_card_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="card"):
        three_views.check(replace(TASKS[0], card=None), "shared alike")
