"""T-6: eight sentences raise exactly what the lesson says, four raise nothing and are best left alone."""

import pytest

from strongsuit.knowledge.lessons import honest_kind

TASKS = honest_kind.LESSON.tasks
FINE = [task for task in TASKS if not task.raises]
BENT = [task for task in TASKS if task.raises]


def test_four_of_twelve_are_fine():
    assert (len(TASKS), len(FINE)) == (12, 4)
    assert len({task.raises for task in BENT}) == 8


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)
def test_the_coach_raises_exactly_what_the_lesson_says(task):
    assert honest_kind.expected(task.draft) == task.raises


@pytest.mark.parametrize("task", FINE, ids=lambda task: task.key)
def test_a_fine_sentence_is_left_alone(task):
    assert honest_kind.check(task, f"  {task.draft} ").good
    edited = honest_kind.check(task, task.draft.replace(";", " and"))
    assert not edited.good and edited.headline.message == honest_kind.NEEDLESS


def test_a_needless_edit_that_loses_a_number_says_both():
    feedback = honest_kind.check(honest_kind.LESSON.task("measured-gap"), "Teo reads below grade level.")
    assert not feedback.good
    assert feedback.remarks[1].said.values == {"numbers": "96, 6, 120"}


@pytest.mark.parametrize("task", BENT, ids=lambda task: task.key)
def test_an_unchanged_judgment_is_not_good(task):
    feedback = honest_kind.check(task, task.draft)
    assert not feedback.good and feedback.headline.message == honest_kind.NEEDS_WORK
    assert len(feedback.remarks) == len(task.raises)


@pytest.mark.parametrize("task", [task for task in BENT if task.kept], ids=lambda task: task.key)
def test_every_fact_of_the_draft_is_asked_for(task):
    """A kind sentence about nothing loses the number, the need, the condition and the impact."""
    feedback = honest_kind.check(task, "We see much progress this month.")
    said = [one.said.message for one in feedback.remarks]
    assert feedback.headline.message == honest_kind.SOFTENED and not feedback.good
    parts = [one for one in said if one in honest_kind.PARTS.values()]
    assert parts == [honest_kind.PARTS[fact.part] for fact in task.kept if fact.part != "support"]


@pytest.mark.parametrize(
    ("answer", "gone"),
    [
        ("Teo spoke in 2 of 10, 7 of 10.", ["condition", "support"]),
        ("2 of 10, 7 of 10", ["need", "condition", "support"]),
        ("Teo spoke in 2 of 10 class discussions, and in 7 of 10.", ["support"]),
        ("Teo spoke in 2 of 10 class discussions.", []),
    ],
)
def test_numbers_alone_are_no_sentence_that_helps(answer, gone):
    feedback = honest_kind.check(honest_kind.LESSON.task("refuses"), answer)
    assert [one.said.message for one in feedback.remarks] == [honest_kind.PARTS[part] for part in gone]
    assert feedback.good == (not gone)


def test_a_softened_sentence_says_which_number_went():
    feedback = honest_kind.check(BENT[0], "Teo speaks in class discussions with the question a day ahead.")
    assert feedback.headline.message == honest_kind.SOFTENED
    assert [one.said.values for one in feedback.remarks] == [{"numbers": "2, 10"}]


def test_kept_facts_with_a_judgment_left_over_are_told_apart():
    feedback = honest_kind.check(BENT[0], "Teo is stubborn in class discussions: he spoke in 2 of 10.")
    assert feedback.headline.message == honest_kind.STILL
    assert [one.quote for one in feedback.remarks] == ["stubborn"]
