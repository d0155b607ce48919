"""T-2: one open thing to say in every turn, every slip met, and a silence long enough for who is asked."""

import pytest

from strongsuit.knowledge.finder.prompts import Slip, read_prompt
from strongsuit.knowledge.lessons import NAMES, finder_talk
from strongsuit.knowledge.lessons.finder_turns import NEEDED, TURNS

PICKED = [task for task in finder_talk.LESSON.tasks if task.choices]
WRITTEN = [task for task in finder_talk.LESSON.tasks if not task.choices]


def test_every_slip_is_met_in_the_talk():
    met = {one.slip for turn in TURNS for words in turn.says for one in read_prompt(words, NAMES).slips}
    assert met == set(Slip) == set(finder_talk.SLIPS)


@pytest.mark.parametrize("task", PICKED, ids=lambda task: task.key)
def test_the_right_words_need_time_behind_them(task):
    key = finder_talk.right(task).split()[0]
    for one in task.also.choices:
        feedback = finder_talk.check(task, f"{key} {one.value}")
        assert feedback.good == (int(one.value) >= NEEDED[task.student.key])
        assert (feedback.wait.given, feedback.wait.needed) == (int(one.value), NEEDED[task.student.key])


def test_a_speech_device_gets_twenty_seconds():
    assert NEEDED["noor"] == 20 and finder_talk.right(PICKED[0]).endswith(" 20")


@pytest.mark.parametrize("task", WRITTEN, ids=lambda task: task.key)
def test_words_of_ones_own_are_read_as_well(task):
    assert finder_talk.check(task, "How did that begin?").good
    for wrong in ("You did great, right?", "Good job! What else?", "Do you like it?", "Thanks."):
        feedback = finder_talk.check(task, wrong)
        assert not feedback.good and feedback.remarks and feedback.wait is None


@pytest.mark.parametrize("seconds", ["", "0", "99", "x", "²"])
def test_a_silence_that_is_none_is_no_time(seconds):
    feedback = finder_talk.check(PICKED[0], f"3 {seconds}")
    assert not feedback.good and feedback.wait.given == 0
