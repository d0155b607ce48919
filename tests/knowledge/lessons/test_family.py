"""The rules behind the families' try-its: what closes a task, and near misses that are met kindly."""

from itertools import combinations

import pytest

from strongsuit.knowledge.lessons import (
    family_differ,
    family_moment,
    family_role,
    family_strength,
    family_words,
    lessons_for,
)
from strongsuit.knowledge.lessons.checking import in_english, look_yourself
from strongsuit.knowledge.lessons.growth_words import answer_of
from strongsuit.knowledge.milestones import reached

TEO_LIST = family_differ.LESSON.task("teo-list")
NOTE = family_moment.LESSON.task("note")
TABLE = family_strength.LESSON.task("noor-table")
WORRIES = family_role.LESSON.task("teo-worries")


@pytest.mark.parametrize(
    "line",
    [
        "On Saturdays, Noor lays the table.",
        "She sorts the spoons at the kitchen table.",
        "He fixed his cousin’s bike in the yard.",
        "Maya reads the recipe aloud when we bake bread.",
    ],
)
def test_a_line_that_one_can_see_needs_no_proof(line):
    assert family_strength.check(TABLE, line).good


@pytest.mark.parametrize("line", ["Noor is so sweet.", "She is a joy at home.", "Noor lays the table.", "At home."])
def test_praise_alone_or_half_a_line_is_asked_on(line):
    feedback = family_strength.check(TABLE, line)
    assert not feedback.good and feedback.remarks


def test_three_ways_with_the_wish_in_them_and_nobody_left_out():
    """Every choice of parts: good is just what the role chooser promises (R-21)."""
    for size in range(1, len(family_role.PARTS) + 1):
        for keys in combinations(family_role.PARTS, size):
            parts = [key for key in keys if key != "at-home"]
            good = len(parts) >= 3 and "comic-opens" in parts and "at-home" not in keys
            feedback = family_role.check(WORRIES, " ".join(keys))
            assert feedback.good == good
            assert any(one.said.message == family_role.HEARD for one in feedback.remarks) == ("at-home" in keys)


@pytest.mark.parametrize("task", family_words.LESSON.tasks, ids=lambda task: task.key)
def test_the_growth_words_are_the_engines(task):
    for choice in task.choices:
        feedback = family_words.check(task, choice.value)
        assert feedback.good == (choice.value == answer_of(task)) == (feedback.growth is not None)


def test_the_four_graphs_meet_every_word():
    assert {answer_of(task) for task in family_words.LESSON.tasks} == {"big", "continues", "needs", "none"}


def test_the_moment_is_the_newest_that_the_measurements_show():
    task = family_moment.LESSON.task("half")
    shown = task.measured
    assert family_moment.right(task) == reached(shown.goal, shown.points)[-1].moment.value == "half"


@pytest.mark.parametrize(
    ("note", "missing"),
    [
        ("On Sunday Teo reads better than his sister.", family_moment.OTHERS),
        ("Teo reads like other kids now.", family_moment.OTHERS),
        ("Teo reads the bus plan and got 90%.", family_moment.MARK),
        ("It was lovely.", family_moment.NO_ACT),
    ],
)
def test_a_note_needs_no_marks_and_no_other_children(note, missing):
    feedback = family_moment.check(NOTE, note)
    assert not feedback.good and missing in [one.said.message for one in feedback.remarks]


@pytest.mark.parametrize(
    "note", ["Teo reads the signs more than he did in fall.", "Teo asked his sister to read better books with him."]
)
def test_growing_past_oneself_is_no_comparison(note):
    assert family_moment.check(NOTE, note).good


@pytest.mark.parametrize(
    "said",
    [
        "I see it in another way. At home Teo writes a list every Friday. Please look at it.",
        "We do not agree. Teo writes to his aunt on Sundays. Can we look at the letters together?",
        "At home he reads to his brother every night. I would like you to try that.",
    ],
)
def test_a_view_something_seen_and_a_wish_are_enough(said):
    assert family_differ.check(TEO_LIST, said).good


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("You are wrong. At home I see that Teo writes a list on Fridays. Please look.", family_differ.BLAME),
        ("You never listen. I see that Teo writes a list on Fridays. Please look.", family_differ.BLAME),
        ("I see it in another way. Please look again.", family_differ.NO_SEEN),
        ("I see it in another way. Teo writes a list every Friday.", family_differ.NO_ASK),
        ("Teo writes a list on the bus. Please look.", family_differ.NO_VIEW),
    ],
)
def test_what_is_missing_is_asked_for(said, missing):
    feedback = family_differ.check(TEO_LIST, said)
    assert not feedback.good and missing in [one.said.message for one in feedback.remarks]


@pytest.mark.parametrize(
    "line",
    [
        "On the bus, Teo reads the signs aloud.", "Noor puts a fork by each plate.", "Fixes bikes", "She cooks",
        "He told me a story in one go.", "",
    ],
)  # fmt: skip
def test_english_lines_are_read_by_the_checks(line):
    assert in_english(line)


@pytest.mark.parametrize(
    "line",
    [
        "En el autobús lee los letreros en voz alta.", "Pone la mesa todos los domingos", "نور تضع شوكة بجانب كل طبق",
        "Il répare le vélo de son cousin.", "Li ede m nan mache a", "她会自己看地图", "Cocina con su abuela",
    ],
)  # fmt: skip
def test_a_line_in_another_language_is_compared_by_its_writer(line):
    assert not in_english(line)


@pytest.mark.parametrize("lesson", lessons_for("family"), ids=lambda lesson: lesson.key)
def test_every_written_task_has_questions_for_other_languages(lesson):
    assert bool(lesson.oneself) == any(not task.choices for task in lesson.tasks)
    told = look_yourself(lesson.oneself)
    assert told.good and [one.said.message for one in told.remarks] == list(lesson.oneself)
