"""T-5 scores the weave as the plan does, hides the clause, and reads the goal part by part."""

import pytest

from strongsuit.knowledge.lessons import weave

TASK = weave.LESSON.task("teo-start")
REST = "will write 10 sentences (now 3), measured by the monthly writing sample"


def test_words_that_change_nothing_when_hidden_are_shown():
    feedback = weave.check(TASK, weave.LESSON.contrast.before)
    assert (weave.HIDDEN_SAME, "who loves comics") in [(one.said.message, one.quote) for one in feedback.remarks]
    assert feedback.headline.message == weave.MEASURABLE_ONLY and not feedback.good


def test_an_interest_as_a_prize_is_never_good():
    feedback = weave.check(TASK, f"By June 12, from his comic, Teo {REST}. Then he may earn bike time.")
    assert (weave.RANSOM, "earn") in [(one.said.message, one.quote) for one in feedback.remarks]
    assert not feedback.good


@pytest.mark.parametrize(
    ("part", "without"),
    [("behavior", ("write", "improve")), ("baseline", (" (now 3 of 10)", "")),
     ("measurement", (", recorded on the teacher’s tally sheet", "")), ("timeframe", ("By June 12, after", "After"))],
)  # fmt: skip
def test_a_missing_part_is_named_with_its_question(part, without):
    goal = TASK.model.replace(*without)
    assert goal != TASK.model
    feedback = weave.check(TASK, goal)
    assert weave.ADVICE[part] in [one.said.message for one in feedback.remarks if one.tone == "missing"]
    assert not feedback.good


def test_a_baseline_that_is_not_the_students_is_asked_about():
    feedback = weave.check(TASK, TASK.model.replace("now 3 of 10", "now 7 of 9"))
    assert weave.NOT_TODAY in [one.said.message for one in feedback.remarks]


def test_there_is_a_goal_for_each_practice_student():
    assert [task.student.key for task in weave.LESSON.tasks] == ["noor", "teo", "imani"]
