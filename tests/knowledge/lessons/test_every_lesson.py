"""What is true of each lesson: its own examples pass its own rules, and no answer is a fault."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strongsuit.knowledge.coach.review import Passage, review
from strongsuit.knowledge.lessons import LESSONS, NAMES, lesson_of, lessons_for
from strongsuit.knowledge.lessons.students import STUDENTS
from strongsuit.knowledge.reading import sentences
from strongsuit.knowledge.reading_level import Target, read_level
from strongsuit.knowledge.terms import ItemKind

TASKS = [(lesson, task) for lesson in LESSONS for task in lesson.tasks]
WRITTEN = [(lesson, task) for lesson, task in TASKS if not task.choices]


def named(lesson_and_task):
    lesson, task = lesson_and_task
    return f"{lesson.key}-{task.key}"


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_a_model_answer_passes_its_own_check_and_invents_nothing(pair):
    lesson, task = pair
    feedback = lesson.check(task, task.model)
    assert feedback.good
    assert [one for one in feedback.remarks if one.tone == "missing"] == []
    assert all("New here" not in one.said.message and "notes say" not in one.said.message for one in feedback.remarks)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.key)
def test_the_better_example_and_every_practice_text_pass_the_coach(lesson):
    texts = [lesson.contrast.after, *(task.model for task in lesson.tasks)]
    texts += [note for task in lesson.tasks for note in task.notes]
    texts += [words for student in STUDENTS for words in (*student.data, *(item.words for item in student.items))]
    found = review(Passage("x", text, NAMES) for text in texts)
    assert [(one.quote, one.category) for one in found] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.key)
def test_what_the_lesson_itself_says_passes_the_coach(lesson):
    """Words that are shown as wrong stand in quotation marks, and only there."""
    own = [lesson.title, lesson.lead, *lesson.idea, lesson.contrast.why, *lesson.learned]
    own += [words for task in lesson.tasks for words in (task.ask, task.model_why)]
    found = review(Passage("x", text, NAMES, context="general") for text in own if text)
    assert [(one.quote, one.category) for one in found] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.key)
def test_a_lesson_is_short_and_its_sentences_are_too(lesson):
    assert 5 <= lesson.minutes <= 8 if lesson.audience == "staff" else lesson.minutes == 3
    told = [lesson.lead, *lesson.idea, lesson.contrast.why, *lesson.learned]
    long = [sentence for text in told for sentence in sentences(text) if sum(t.is_word for t in sentence.tokens) > 30]
    assert long == []


@pytest.mark.parametrize("lesson", lessons_for("family"), ids=lambda lesson: lesson.key)
def test_what_families_read_is_easy_to_read(lesson):
    told = [f"{lesson.title}.", lesson.lead, *lesson.idea, lesson.contrast.after, lesson.contrast.why, *lesson.learned]
    told += [words for task in lesson.tasks for words in (task.ask, task.label, task.model, task.model_why)]
    told += [remark.said.message for task in lesson.tasks for remark in lesson.check(task, lesson.right(task)).remarks]
    read = read_level(" ".join(told), Target.FAMILY, names=NAMES)
    assert read.met and read.grade is not None and read.grade <= 6


@pytest.mark.parametrize("pair", TASKS, ids=named)
def test_the_right_answer_closes_its_task_and_no_other_single_choice_does(pair):
    lesson, task = pair
    assert lesson.check(task, lesson.right(task)).good
    if task.choices and not task.several:
        also = [one.value for one in task.also.choices] if task.also else [""]
        first = lesson.right(task).split()[0]
        closing = {
            one.value for one in task.choices for more in also if lesson.check(task, f"{one.value} {more}".strip()).good
        }
        assert closing == {first}


CHOSEN = [(lesson, task) for lesson, task in TASKS if task.choices]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(CHOSEN), st.text(max_size=60))
def test_keys_that_are_none_close_no_task(pair, answer):
    lesson, task = pair
    known = {one.value for one in task.choices}
    assert not lesson.check(task, answer).good or set(answer.split()) & known


def test_keys_are_apart_and_fit_where_they_are_kept():
    keys = [lesson.key for lesson in LESSONS]
    assert len(set(keys)) == len(keys) and all(len(key) <= 40 for key in keys)
    for lesson in LESSONS:
        names = [task.key for task in lesson.tasks]
        assert len(set(names)) == len(names) and "end" not in names
        assert all(lesson.task(name).key == name for name in names) and lesson.task("nothing") is None


def test_a_lesson_is_offered_to_those_it_is_for():
    assert lessons_for("staff") + lessons_for("family") == LESSONS
    assert all(lesson_of(one.key, one.audience) is one for one in LESSONS)
    assert lesson_of("weave") in LESSONS
    assert lesson_of("weave", "family") is None and lesson_of("nothing") is None


def test_the_practice_students_have_all_three_kinds_and_numbers():
    assert [student.grade for student in STUDENTS] == ["Grade 2", "Grade 6", "Grade 11"]
    for student in STUDENTS:
        assert {item.kind for item in student.items} == set(ItemKind)
        assert all(any(sign.isdigit() for sign in fact) for fact in student.data)


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_an_answer_with_nothing_in_it_is_never_good(pair):
    lesson, task = pair
    for answer in ("", " ", "yes", "Plain words", "." * 500, "\n\n", "💬" * 50):
        assert not lesson.check(task, answer).good


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(WRITTEN), st.text(max_size=400))
def test_no_answer_is_a_fault_and_every_quote_is_the_writers(pair, answer):
    lesson, task = pair
    feedback = lesson.check(task, answer)
    for one in (feedback.headline, *(remark.said for remark in feedback.remarks)):
        assert one.message % one.values if one.values else one.message
    assert all(remark.quote in answer for remark in feedback.remarks)


@pytest.mark.parametrize("pair", WRITTEN, ids=named)
def test_a_book_is_read_in_the_time_of_a_page(pair):
    """The longest answer that the form lets through, in the shapes that make readers slow."""
    lesson, task = pair
    for piece in ("will ", "(", "in 2 of 10, ", "a" * 40 + " ", "who loves trains, "):
        assert not lesson.check(task, piece * (2000 // len(piece))).good
