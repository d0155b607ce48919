"""The student's own page of growth: how it went, and whether a strength is theirs."""

from uuid import uuid4

import pytest

from strongsuit.plans.models import Goal, WeaveAnswer
from strongsuit.progress.models import CheckIn
from strongsuit.voice.models import VoiceItem
from strongsuit.web.ids import spell
from tests.progress.conftest import at


def test_the_student_sees_growth_and_tells_how_it_went(as_, cast, reading):
    client = as_(cast.maya_account)
    page = client.get("/me/goals/").content.decode()
    assert "I want to read my science book by myself." in page
    for hidden in ("SLD", "Learning disability", "Reading print slowly", "resource", "61 words correct in a minute"):
        assert hidden not in page
    answer = client.post(
        f"/me/goals/{spell(reading.pk)}/", {"face": "hard", "words": "  to loud", "once": str(uuid4())}
    )
    assert answer.status_code == 302
    assert CheckIn.objects.get().words == "  to loud"
    assert "Today you said: Hard" in client.get("/me/goals/").content.decode()
    assert "to loud" in as_(cast.ruiz).get(at("/goals/{}/", reading)).content.decode()
    assert "to loud" in as_(cast.rosa).get(at("/family/{}/progress/", cast.maya)).content.decode()
    assert "to loud" not in as_(cast.nguyen).get(at("/goals/{}/", reading)).content.decode()


def test_a_face_is_needed_and_the_words_stay(as_, cast, reading):
    answer = as_(cast.maya_account).post(
        f"/me/goals/{spell(reading.pk)}/", {"face": "angry", "words": "it was to loud", "once": str(uuid4())}
    )
    assert answer.status_code == 422 and "it was to loud" in answer.content.decode()


def test_a_check_in_can_ask_the_team_for_an_answer(as_, cast, reading):
    where, client = f"/me/goals/{spell(reading.pk)}/", as_(cast.maya_account)
    asked = {"face": "hard", "words": "can i read alone", "answer_me": "on", "once": str(uuid4())}
    for _time in range(2):
        client.post(where, asked)
    told = VoiceItem.objects.get()
    assert (told.words, told.source, told.topic) == ("can i read alone", "check_in", reading.student_words)


def test_a_face_alone_is_an_answer_the_team_can_be_asked_about(as_, cast, reading):
    asked = {"face": "hard", "words": "", "answer_me": "on", "once": str(uuid4())}
    as_(cast.maya_account).post(f"/me/goals/{spell(reading.pk)}/", asked)
    assert (VoiceItem.objects.get().words, VoiceItem.objects.get().mode) == ("Hard", "chosen")


def own_answer(reading, item):
    return f"/me/goals/{spell(reading.pk)}/strengths/{spell(item.pk)}/"


def test_the_student_is_asked_whether_a_strength_is_theirs_and_the_team_reads_the_answer(as_, cast, reading):
    client, ear = as_(cast.maya_account), cast.items["ear"]
    page = client.get("/me/goals/").content.decode()
    assert page.count("Is that you?") == 2 and ear.words in page and "You said: " not in page
    assert "has not said yet" in as_(cast.okafor).get(at("/goals/{}/", reading)).content.decode()
    client, once = as_(cast.maya_account), str(uuid4())
    for _time in range(2):
        answer = client.post(own_answer(reading, ear), {"yes": "no", "once": once})
        assert answer.status_code == 302 and answer.url.endswith(f"#me-{spell(reading.pk)}-{spell(ear.pk)}")
    page = client.get("/me/goals/").content.decode()
    assert "You said: Not me." in page and f'id="me-{spell(reading.pk)}-{spell(ear.pk)}"' in page
    team = as_(cast.okafor).get(at("/goals/{}/", reading)).content.decode()
    assert "Maya said: not me" in team and "This waits for an answer" in team
    as_(cast.maya_account).post(own_answer(reading, ear), {"yes": "yes", "once": str(uuid4())})
    assert "Maya said: that's me" in as_(cast.okafor).get(at("/goals/{}/", reading)).content.decode()
    assert list(WeaveAnswer.objects.order_by("at").values_list("yes", flat=True)) == [False, True]


@pytest.mark.parametrize("typed", [{}, {"yes": "maybe"}, {"yes": "yes", "once": "x"}])
def test_an_answer_that_is_none_is_asked_for_again(as_, cast, reading, typed):
    answer = as_(cast.maya_account).post(own_answer(reading, cast.items["ear"]), {"once": str(uuid4())} | typed)
    assert answer.status_code == 422 and not WeaveAnswer.objects.exists()


def test_a_strength_taken_out_meanwhile_is_told_kindly_and_another_childs_goal_is_not_there(as_, cast, reading):
    client, typed = as_(cast.maya_account), {"yes": "yes", "once": str(uuid4())}
    answer = client.post(own_answer(reading, cast.items["draw"]), typed, follow=True)
    assert "Your team changed this goal" in answer.content.decode() and not WeaveAnswer.objects.exists()
    theirs = Goal.objects.exclude(student=cast.maya).first()
    assert theirs is None or client.post(own_answer(theirs, cast.items["ear"]), typed).status_code == 404
    for person in (cast.rosa, cast.ruiz):
        assert as_(person).post(own_answer(reading, cast.items["ear"]), typed).status_code == 404
