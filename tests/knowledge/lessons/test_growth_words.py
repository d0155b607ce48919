"""T-7: ten graphs whose words the computation gives; every test decides one, and every word is met."""

from collections import Counter
from dataclasses import replace

import pytest

from strongsuit.knowledge.growth import Rule, growth_of
from strongsuit.knowledge.lessons import growth_words

TASKS = growth_words.LESSON.tasks
EXPECTED = {
    "reached": ("big", 4), "half-way": ("continues", 9), "flat": ("needs", 8), "empty": ("none", 1), "old": ("none", 2),
    "down": ("continues", 9), "two-points": ("none", 5), "level": ("big", 3), "touched": ("continues", 7),
    "early": ("none", 6),
}  # fmt: skip


def computed(task):
    shown = task.measured
    return growth_of(shown.goal, shown.points, calendar=shown.calendar, today=shown.on)


def test_ten_graphs_meet_every_word_and_every_test():
    assert [task.key for task in TASKS] == list(EXPECTED)
    assert {computed(task).decided_by for task in TASKS} == set(Rule)
    assert set(Counter(growth_words.answer_of(task) for task in TASKS)) == {"big", "continues", "needs", "none"}


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)
def test_the_word_is_the_engines_and_its_test_is_told(task):
    word, rule = EXPECTED[task.key]
    found = computed(task)
    assert (growth_words.answer_of(task), found.decided_by) == (word, rule)
    feedback = growth_words.check(task, word)
    assert feedback.good and feedback.growth.word == found.word
    told = feedback.remarks[0].said
    assert (told.message % told.values).startswith(f"Test {rule}:")


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)
def test_another_word_gets_a_question_and_not_the_answer(task):
    for choice in task.choices:
        if choice.value != growth_words.answer_of(task):
            feedback = growth_words.check(task, choice.value)
            assert not feedback.good and feedback.growth is None
            (hint,) = feedback.remarks
            assert (hint.said.message % hint.said.values).endswith("?")


@pytest.mark.parametrize("answer", ["", "Big growth", "x" * 5000])
def test_no_other_answer_is_right(answer):
    assert not any(growth_words.check(task, answer).good for task in TASKS)


def test_a_task_without_a_graph_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="graph"):
        growth_words.check(replace(TASKS[0], measured=None), "big")
