"""Learning: lessons for everybody who works here; answers are checked and forgotten, the end is remembered."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from strongsuit.audit.models import Entry
from strongsuit.knowledge.lessons import LONGEST_ANSWER, lesson_of, lessons_for
from strongsuit.people.actions_learning import finish_lesson
from strongsuit.people.models import LessonFinished, StaffPost
from strongsuit.students.actions_learning import finish_family_lesson
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db
STAFF = lessons_for("staff")
WEAVE = "/learning/weave/teo-start/"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def teacher(cast, client):
    with clock.frozen(NOW):
        yield cast.sign_in(client, cast.ruiz)


def words(response):
    return " ".join(response.content.decode().split())


def send(client, lesson, task, answer, tries=0, **headers):
    sent = answer if isinstance(answer, dict) else {"answer": answer}
    return client.post(f"/learning/{lesson}/{task}/", sent | {"tries": tries}, **headers)


def right(lesson, task):
    """What the form of the task sends for the answer that its check calls good."""
    keys = lesson.right(task)
    if task.several:
        return {"answer": keys.split()}
    if task.also:
        answer, also = keys.split()
        return {"answer": answer, "also": also}
    return {"answer": keys}


def test_every_lesson_is_offered_with_its_length(teacher):
    page = words(teacher.get("/learning/"))
    for lesson in STAFF:
        assert lesson.title in page and f'href="/learning/{lesson.key}/"' in page
    assert "12 tasks, about 8 minutes" in page and "Finished" not in page


@pytest.mark.parametrize("lesson", STAFF, ids=lambda lesson: lesson.key)
def test_each_lesson_and_each_task_can_be_opened(teacher, lesson):
    assert lesson.idea[0][:30] in words(teacher.get(f"/learning/{lesson.key}/"))
    for task in lesson.tasks:
        page = words(teacher.get(f"/learning/{lesson.key}/{task.key}/"))
        assert f"0 of {len(lesson.tasks)}" in page and 'id="feedback"' in page


@pytest.mark.parametrize("path", ["/learning/nothing/", "/learning/weave/nothing/", "/learning/nothing/end/"])
def test_what_does_not_exist_is_not_there(teacher, path):
    assert teacher.get(path).status_code == 404
    assert teacher.post(path, {"answer": "x"}).status_code in (404, 405)


def test_a_talk_stands_above_what_could_be_said_and_the_silence_is_measured(teacher):
    page = words(teacher.get("/learning/finder-talk/noor-train/"))
    assert "The talk so far" in page and "presses “train”" in page and "Then you wait in silence" in page
    page = words(send(teacher, "finder-talk", "noor-train", {"answer": "4", "also": "5"}))
    assert "Now give it time." in page and "Noor needs about 20" in page and "5 of 20 seconds" in page
    page = words(send(teacher, "finder-talk", "noor-train", {"answer": "1", "also": "20"}))
    assert "This is praise." in page and "<q" in page and "Good job" in page


def test_both_questions_want_an_answer_and_what_was_chosen_stays(teacher):
    response = send(teacher, "three-views", "noor-helps", {"answer": "hidden_home"})
    page = words(response)
    assert response.status_code == 422 and "Choose one of them." in page and 'value="hidden_home" id' in page
    assert "checked" in page


def test_a_card_shows_the_three_views_in_the_words_of_the_profile(teacher):
    page = words(teacher.get("/learning/three-views/imani-leads/"))
    assert "Not yet" in page and "Not sure" in page and "Ms. Okoye" in page and "Often" in page
    page = words(send(teacher, "three-views", "imani-leads", {"answer": "single", "also": "depends"}, tries=1))
    assert "The profile sorts it elsewhere." in page and "or one colleague of several sees it" in page


def test_a_strength_from_elsewhere_is_welcome_and_does_not_answer(teacher):
    page = words(send(teacher, "beside-the-need", "imani-percent", {"answer": ["imani-1", "imani-3"]}))
    assert "has no ability from Math beside it." in page and "It is welcome beside the need" in page
    page = words(send(teacher, "beside-the-need", "imani-percent", {"answer": ["imani-1", "imani-5"]}))
    assert "The need has something of its own to grow from." in page
    response = send(teacher, "beside-the-need", "imani-percent", {})
    assert response.status_code == 422 and "Choose at least one of them." in words(response)
    assert send(teacher, "beside-the-need", "imani-percent", {"answer": ["teo-1"]}).status_code == 422


@pytest.mark.parametrize("who", ["rosa", "maya_account"])
def test_families_and_students_have_no_such_pages(cast, client, who):
    cast.sign_in(client, getattr(cast, who))
    for path in ("/learning/", "/learning/weave/", "/learning/weave/end/", WEAVE):
        assert client.get(path).status_code == 404
    assert client.post(WEAVE, {"answer": "Plain words"}).status_code == 404


def test_whose_post_has_ended_learns_elsewhere(cast, teacher):
    StaffPost.objects.filter(account=cast.ruiz).update(ends_on=TODAY - timedelta(days=1))
    assert teacher.get("/learning/").status_code == 404
    with clock.frozen(NOW), pytest.raises(NotYours):
        finish_lesson(by=cast.ruiz, lesson="weave", edition=1, at=NOW)


def test_the_office_finds_it_in_its_own_frame(cast, client):
    with clock.frozen(NOW):
        cast.sign_in(client, cast.admin)
        assert 'href="/learning/"' in words(client.get("/district/"))
        assert 'data-space="district"' in words(client.get("/learning/"))


def test_a_wrong_answer_says_what_is_there_and_keeps_the_words(teacher):
    typed = "Teo will write 5 sentences <b>soon</b>"
    response = send(teacher, "weave", "teo-start", typed)
    page = words(response)
    assert response.status_code == 200
    assert "Teo will write 5 sentences &lt;b&gt;soon&lt;/b&gt;" in page
    assert "The target: how much is enough" in page and "By when?" in page and "Weave 0 of 3" in page
    assert 'name="tries" id="tries" value="1"' in page
    assert "One way to write it" not in page and "Next task" not in page


def test_after_two_tries_there_is_a_model_answer_and_the_way_goes_on(teacher):
    page = words(send(teacher, "weave", "teo-start", "Teo will write better", tries=1))
    assert "One way to write it" in page and "after talking his idea through" in page
    assert "Next task" in page and "1 of 3" in page


def test_a_draft_that_was_changed_for_nothing_is_shown_again(teacher):
    page = words(send(teacher, "honest-and-kind", "measured-gap", "Teo reads well."))
    assert "This one was fine as it stood." in page and "Gone from the draft: 96, 6, 120." in page
    assert "The draft said" in page and "benchmark in the fall is 120." in page


def test_a_graph_is_explained_after_two_tries_without_calling_it_right(teacher):
    page = words(send(teacher, "growth-words", "flat", "big"))
    assert "Test 8 of 9 decides:" in page and "Test 8: 22 percent" not in page
    page = words(send(teacher, "growth-words", "flat", "big", tries=1))
    assert "Test 8: 22 percent" in page and "Needs more support to grow" in page
    assert "Yes. That is the word." not in page


@pytest.mark.parametrize("answer", ["", "   "])
def test_an_empty_answer_is_asked_for_kindly(teacher, answer):
    response = send(teacher, "weave", "teo-start", answer)
    assert response.status_code == 422
    assert "a first attempt is enough" in words(response) and 'value="0"' in words(response)
    assert "a first attempt is enough" in words(send(teacher, "weave", "teo-start", answer, **HTMX))


def test_a_choice_that_is_none_is_asked_for(teacher):
    for answer in ("", "huge"):
        response = send(teacher, "growth-words", "flat", answer)
        assert response.status_code == 422 and "Choose one of them." in words(response)


def test_a_very_long_answer_is_refused_and_kept(teacher):
    typed = "long " * LONGEST_ANSWER
    response = send(teacher, "weave", "teo-start", typed)
    assert response.status_code == 422 and typed.strip()[:4000] in response.content.decode()


@pytest.mark.parametrize("tries", ["-1", "x", "²", "9" * 30, ""])
def test_a_number_of_tries_that_is_none_counts_as_the_first_or_many(teacher, tries):
    assert send(teacher, "weave", "teo-start", "Teo will write", tries=tries).status_code == 200


def test_a_piece_of_a_page_is_given_where_a_script_asks(teacher):
    response = send(teacher, "weave", "teo-start", lesson_of("weave").task("teo-start").model, **HTMX)
    page = words(response)
    assert "<html" not in page and "Measurable, and built on a strength." in page
    assert 'id="tries" value="1"' in page and page.count('hx-swap-oob="true"') == 3 and "1 of 3" in page


@pytest.mark.parametrize("lesson", STAFF, ids=lambda lesson: lesson.key)
def test_a_lesson_done_to_the_end_is_remembered_once(cast, teacher, lesson):
    for task in lesson.tasks:
        assert not LessonFinished.objects.exists()
        last = send(teacher, lesson.key, task.key, right(lesson, task))
    assert f"{len(lesson.tasks)} of {len(lesson.tasks)}" in words(last) and "To the end of the lesson" in words(last)
    # A form that arrives twice, and a task done again.
    send(teacher, lesson.key, lesson.tasks[-1].key, right(lesson, lesson.tasks[-1]))
    row = LessonFinished.objects.get()
    assert (row.account, row.lesson, row.edition, row.at) == (cast.ruiz, lesson.key, lesson.edition, NOW)
    assert Entry.objects.filter(deed="finished a lesson").count() == 1
    end = words(teacher.get(f"/learning/{lesson.key}/end/"))
    assert lesson.learned[0] in end and lesson.places[0].label in end
    assert words(teacher.get("/learning/")).count("Finished") == 1
    assert "Practice again" in words(teacher.get(f"/learning/{lesson.key}/"))


def test_nothing_that_was_typed_is_stored(teacher):
    typed = "Teo will paint a purple submarine"
    send(teacher, "weave", "teo-start", typed, tries=1)
    assert teacher.session["learning"] == {"weave:1": ["teo-start"]}
    assert typed not in str(dict(teacher.session.items()))
    assert typed not in words(teacher.get(WEAVE))


def test_the_end_comes_after_the_tasks(teacher):
    assert teacher.get("/learning/weave/end/").url == "/learning/weave/"


def test_a_lesson_may_be_left_and_gone_on_with(teacher):
    send(teacher, "weave", "noor-message", lesson_of("weave").task("noor-message").model)
    assert "1 of 3" in words(teacher.get("/learning/"))
    page = words(teacher.get("/learning/weave/"))
    assert "Go on" in page and 'href="/learning/weave/teo-start/"' in page
    assert 'href="/learning/weave/imani-percent/"' in words(teacher.get(WEAVE))


def test_an_older_edition_does_not_count_for_a_new_one(cast, teacher, monkeypatch):
    LessonFinished.objects.create(account=cast.ruiz, lesson="weave", edition=0, at=NOW)
    assert "Finished" not in words(teacher.get("/learning/"))
    assert teacher.get("/learning/weave/end/").status_code == 302


@pytest.mark.parametrize(("lesson", "edition"), [("nothing", 1), ("weave", 0), ("weave", 2)])
def test_only_lessons_that_there_are_can_be_finished(cast, lesson, edition):
    with clock.frozen(NOW), pytest.raises(NotYours):
        finish_lesson(by=cast.ruiz, lesson=lesson, edition=edition, at=NOW)


def test_one_sees_only_what_one_has_finished_oneself(cast, teacher):
    with clock.frozen(NOW):
        finish_lesson(by=cast.okafor, lesson="weave", edition=1, at=NOW)
    assert "Finished" not in words(teacher.get("/learning/"))


def test_the_database_keeps_each_line_once_and_as_it_was(cast):
    row = LessonFinished.objects.create(account=cast.ruiz, lesson="weave", edition=1, at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        LessonFinished.objects.create(account=cast.ruiz, lesson="weave", edition=1, at=NOW)
    for deed in (row.delete, lambda: LessonFinished.objects.update(lesson="other")):
        with pytest.raises(DatabaseError), transaction.atomic():
            deed()


def test_the_pages_ask_few_questions_of_the_database(teacher, django_assert_max_num_queries):
    for path in ("/learning/", "/learning/weave/", WEAVE):
        teacher.get(path)
        with django_assert_max_num_queries(8):
            teacher.get(path)


FAMILY = lessons_for("family")


@pytest.fixture
def mother(cast, client):
    with clock.frozen(NOW):
        yield cast.sign_in(client, cast.rosa)


def test_families_have_lessons_of_their_own(mother):
    page = words(mother.get("/family/learning/"))
    assert 'data-space="family"' in page and "about 3 minutes" in page
    for lesson in FAMILY:
        assert f'href="/family/learning/{lesson.key}/"' in page
        assert lesson.idea[0][:20] in words(mother.get(f"/family/learning/{lesson.key}/"))
        for task in lesson.tasks:
            assert 'id="feedback"' in words(mother.get(f"/family/learning/{lesson.key}/{task.key}/"))


def test_each_side_has_its_own_lessons(cast, mother, client):
    assert mother.get("/family/learning/weave/").status_code == 404
    assert mother.get("/learning/choosing-a-role/").status_code == 404
    for who in (cast.ruiz, cast.maya_account, cast.okafor):
        cast.sign_in(client, who)
        assert client.get("/family/learning/").status_code == 404
        assert client.post("/family/learning/a-milestone-at-home/note/", {"answer": "x"}).status_code == 404
        with pytest.raises(NotYours):
            finish_family_lesson(by=who, lesson="choosing-a-role", edition=1, at=NOW)


@pytest.mark.parametrize("lesson", FAMILY, ids=lambda lesson: lesson.key)
def test_a_family_lesson_done_to_the_end_is_kept_for_that_person_alone(cast, mother, lesson):
    way = f"/family/learning/{lesson.key}/"
    for task in lesson.tasks:
        last = mother.post(f"{way}{task.key}/", right(lesson, task))
    assert "To the end of the lesson" in words(last)
    row = LessonFinished.objects.get()
    assert (row.account, row.lesson) == (cast.rosa, lesson.key)
    assert Entry.objects.filter(deed="finished a lesson").count() == 1
    assert lesson.learned[0] in words(mother.get(f"{way}end/"))
    assert "real drafts" not in words(mother.get(f"{way}end/")) + words(mother.get(way))


@pytest.mark.parametrize(("lesson", "edition"), [("weave", 1), ("choosing-a-role", 2), ("nothing", 1)])
def test_a_family_finishes_only_lessons_for_families(cast, lesson, edition):
    with clock.frozen(NOW), pytest.raises(NotYours):
        finish_family_lesson(by=cast.rosa, lesson=lesson, edition=edition, at=NOW)


def test_a_line_that_is_not_english_gets_questions_and_a_line_to_compare_and_never_a_no(mother):
    way = "/family/learning/what-a-strength-looks-like/noor-table/"
    answer = words(mother.post(way, {"answer": "Los domingos pone la mesa con su hermano.", "tries": "0"}))
    assert "Here only English is read by rules" in answer and "Where was it, or when?" in answer
    assert "Before dinner on Saturdays, Noor puts a fork by each plate." in answer and "Next task" in answer


def test_a_family_reads_the_examples_in_its_own_language(cast, mother):
    cast.rosa.language = "es"
    cast.rosa.save(update_fields=["language"])
    for lesson in FAMILY:
        pages = [mother.get(f"/family/learning/{lesson.key}/")]
        pages += [mother.get(f"/family/learning/{lesson.key}/{task.key}/") for task in lesson.tasks]
        said = " ".join(map(words, pages))
        english = [lesson.contrast.before, lesson.contrast.after]
        english += [text for task in lesson.tasks for text in (task.draft, *task.notes) if text]
        english += [choice.label for task in lesson.tasks for choice in task.choices]
        assert [text for text in english if text in unescape(said)] == []
        assert 'lang="en" dir="ltr"' not in said
