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


def acts(feedback):
    return [one.quote for one in feedback.remarks if one.said.message == does_well.NEW_ACT]


def words(feedback):
    return [one.said.values["words"] for one in feedback.remarks if one.said.message == does_well.NEW_WORDS]


@pytest.mark.parametrize(
    ("task", "answer", "act"),
    [
        (NOOR, "At story time, Noor helps new students find their locker (8 of 10).",
         "helps new students find their locker"),
        (NOOR, "Noor helps new students find their locker at story time in 8 of 10 tries.",
         "helps new students find their locker"),
        (NOOR, "Noor finds pictures at story time and greets visitors politely (8 of 10).",
         "greets visitors politely"),
        (TEO, "In the bike club Teo organizes tool drawers on 4 Tuesdays.", "organizes tool drawers"),
        (TEO, "In the bike club Teo cleans wheels and shows younger students how to fix a chain (4 Tuesdays).",
         "cleans wheels"),
        (IMANI, "At the school store Imani quickly stocks shelves after 11 of 12 shifts.", "stocks shelves"),
        (STORY, "Teo plays the guitar in 5 of 6 story talks.", "plays the guitar"),
        (BEADS, "At the bead table Noor paints houses of three colors; a video shows it.",
         "paints houses of three colors"),
    ],
)  # fmt: skip
def test_an_act_that_nobody_told_is_asked_about_and_not_accepted(task, answer, act):
    feedback = does_well.check(task, answer)
    assert acts(feedback) == [act]
    assert not feedback.good and feedback.headline.message == does_well.INVENTED


@pytest.mark.parametrize(
    ("task", "answer", "named"),
    [
        (NOOR, "Noor finds her locker after one look (8 of 10 story times).", "locker"),
        (NOOR, "Noor finds the picture with her thumb at story time in 8 of 10 tries.", "thumb"),
        (NOOR, "During story time, Noor independently finds a new word's picture after one look (8 of 10).",
         "independently"),
        (TEO, "Teo patiently explains chain repair to younger members of the bike club on Tuesdays.", "patiently"),
        (IMANI, "Imani counts coupons without a calculator at the school store, 11 of 12 shifts.", "coupons"),
        (BEADS, "At the bead table Noor shares her beads; a video from September shows it.", "shares"),
    ],
)  # fmt: skip
def test_in_doubt_the_answer_is_accepted_and_the_words_that_stand_nowhere_are_named(task, answer, named):
    feedback = does_well.check(task, answer)
    assert words(feedback) == [named] and acts(feedback) == []
    assert feedback.good and feedback.headline.message == does_well.DONE


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        (NOOR, "At story time Noor locates the correct image for a fresh vocabulary word (8 of 10)."),
        (NOOR, "Noor points at the picture for a new word in 8 of 10 story times."),
        (TEO, "In the bike club, Teo teaches younger kids to repair chains; Mr. Lind watched on 4 Tuesdays."),
        (IMANI, "At the school store, Imani gives customers correct change without a calculator (11 of 12 shifts)."),
        (STORY, "After talking first, Teo told stories with a beginning, middle and end in 5 of 6 story talks."),
        (BEADS, "At the bead table, Noor extended a three-color pattern to 24 beads, filmed by her aunt in September."),
        *((task, task.model) for task in does_well.LESSON.tasks),
    ],
)
def test_the_same_act_in_other_words_is_not_asked_about(task, answer):
    feedback = does_well.check(task, answer)
    assert feedback.good and acts(feedback) == words(feedback) == []


def test_words_of_the_students_file_are_known_and_an_act_is_told_once():
    feedback = does_well.check(NOOR, "At story time Noor finds maps and trains on her device (8 of 10).")
    assert words(feedback) == [] and feedback.good
    twice = does_well.check(NOOR, "Noor sings songs at story time (8 of 10). Noor sings songs.")
    assert acts(twice) == ["sings songs"]


def test_what_was_read_as_a_new_place_or_person_is_not_named_again():
    feedback = does_well.check(NOOR, "Noor finds pictures in the cafeteria in 8 of 10 tries; her mother counted.")
    assert asked(feedback) == ["cafeteria", "mother"] and words(feedback) == []
