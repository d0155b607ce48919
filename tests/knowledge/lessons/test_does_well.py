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


def test_a_number_from_nowhere_is_asked_about_and_forbids_nothing():
    feedback = does_well.check(TASK, "Noor finds pictures at story time in 99 of 100 tries.")
    assert feedback.good
    assert feedback.remarks[-1].said.values == {"numbers": "99, 100"}
