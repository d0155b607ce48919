"""T-1 says of each part whether it is there, and lets no praise pass."""

import pytest

from strongsuit.knowledge.lessons import does_well

TASK = does_well.LESSON.tasks[0]


def tones(answer, task=TASK):
    return [one.tone for one in does_well.check(task, answer).remarks][:3]


def test_there_are_five_lines_and_each_is_praise():
    assert len(does_well.LESSON.tasks) == 5
    for task in does_well.LESSON.tasks:
        feedback = does_well.check(task, task.draft)
        assert not feedback.good and feedback.headline.message == does_well.AS_BEFORE


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Noor finds pictures.", ["found", "missing", "missing"]),
        ("Noor finds pictures at story time.", ["found", "found", "missing"]),
        ("Noor finds pictures, 8 of 10.", ["found", "missing", "found"]),
        ("Noor finds pictures at story time in 8 of 10 tries.", ["found", "found", "found"]),
    ],
)
def test_the_parts_are_told_one_by_one(answer, expected):
    assert tones(answer) == expected
    assert does_well.check(TASK, answer).good == (expected == ["found"] * 3)


def test_a_judgment_beside_the_strength_is_seen():
    feedback = does_well.check(TASK, "Noor finds pictures at story time in 8 of 10 tries, but she is lazy in math.")
    assert not feedback.good
    assert [one.quote for one in feedback.remarks if one.tone == "missing"] == ["lazy"]


def asked(feedback):
    return [one.quote for one in feedback.remarks if one.said.message in does_well.NOBODY_GAVE.values()]


NOOR, TEO, IMANI, STORY, BEADS = does_well.LESSON.tasks


@pytest.mark.parametrize(
    ("task", "answer", "facts"),
    [
        (NOOR, "Noor finds pictures at story time in 99 of 100 tries.", ["99 of 100"]),
        (NOOR, "Noor finds pictures at story time in 10 of 10 tries.", ["10 of 10"]),
        (NOOR, "Noor finds pictures at story time with 95 percent right.", ["95 percent"]),
        (NOOR, "Noor finds pictures in the cafeteria in 8 of 10 tries.", ["cafeteria"]),
        (NOOR, "Noor finds pictures at story time in 8 of 10 tries; Ms. Garcia saw it.", ["Garcia"]),
        (NOOR, "Garcia saw how Noor finds pictures at story time in 8 of 10 tries.", ["Garcia"]),
        (NOOR, "Noor finds pictures at story time; her mother counted 8 of 10.", ["mother"]),
        (NOOR, "Noor found pictures at story time in Boston (8 of 10).", ["Boston"]),
        (NOOR, "Since January, Noor finds pictures at story time (8 of 10).", ["January"]),
        (NOOR, "Noor finds pictures at story time every day, 8 of 10.", ["every day"]),
        (NOOR, "Noor finds pictures at story time twice a week (8 of 10).", ["twice a week"]),
        (TEO, "In the bike club, Teo shows three younger students how to fix a chain (4 Tuesdays).", ["three"]),
        (TEO, "In the bike club, Teo shows Marcus how to fix a chain on 4 Tuesdays.", ["Marcus"]),
        (TEO, "In the bike club, Teo shows first graders how to fix a chain on 4 Tuesdays.", ["graders"]),
        (TEO, "In the bike club, Teo shows younger students how to fix a chain on 4 Fridays.", ["Fridays"]),
        (IMANI, "In math class, Imani counts change, right after 11 of 12 shifts.", ["math"]),
        (STORY, "In writing class, Teo tells a story in order in 5 of 6 tries; it is in his portfolio.",
         ["writing", "portfolio"]),
        (BEADS, "At home, Noor copies a pattern of 5 colors; a video shows it.", ["home", "5"]),
    ],
)  # fmt: skip
def test_a_fact_that_nobody_gave_is_asked_about_and_not_accepted(task, answer, facts):
    feedback = does_well.check(task, answer)
    assert asked(feedback) == facts
    assert not feedback.good and feedback.headline.message == does_well.INVENTED


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        (NOOR, "At story time, Noor finds the picture for a new word after one look, in eight out of ten tries."),
        (NOOR, "In October, Noor found the picture for a new word in 80% of story times, as the aide's count shows."),
        (NOOR, "At story time Noor finds the picture on her speech device (8/10 in October, aide's tally)."),
        (TEO, "On Tuesdays in the bike club, Teo shows younger students how to fix a chain; Mr. Lind saw it 4 times."),
        (TEO, "In the bike club Teo shows others how to fix a chain. His teacher saw it on four Tuesdays in a row."),
        (IMANI, "At the store register, Imani gives the right change without a calculator (92% of October shifts)."),
        (STORY, "When he may talk before writing, Teo tells a whole story (5 of 6 story talks, one of them recorded)."),
        (BEADS, "At the bead table Noor copies a three-color pattern; in September her aunt took a video of 24 beads."),
    ],
)
def test_facts_in_other_words_are_not_asked_about(task, answer):
    feedback = does_well.check(task, answer)
    assert asked(feedback) == [] and feedback.good


def test_a_number_from_the_file_of_the_student_is_not_one_of_this_act():
    assert asked(does_well.check(NOOR, "Noor finds pictures at story time in 3 of 12 tries.")) == ["3 of 12"]
