"""Student, team and family each see what was said and what became of it; the next step is one form."""

from uuid import uuid4

import pytest

from strongsuit.knowledge.voice import Source, State
from strongsuit.voice import actions
from strongsuit.voice.models import VoiceItem, VoiceStanding
from strongsuit.web.ids import spell

AHEAD = "2026-12-04"
WHY = "The corner is free in the morning."


@pytest.fixture
def page(cast, client):
    return lambda person: cast.sign_in(type(client)(), person)


@pytest.fixture
def said(cast):
    return actions.hear(
        by=cast.maya.account, student=cast.maya, words="i wnat quiet", source=Source.BUTTON, topic="wish", once=uuid4()
    )


def state(item):
    return VoiceStanding.objects.get(item=item).state


def deed(client, item, name, **values):
    return client.post(f"/said/{spell(item.pk)}/{name}/", {"once": str(uuid4())} | values)


def mine(client, item, name, **values):
    return client.post(f"/me/voice/{spell(item.pk)}/{name}/", {"once": str(uuid4())} | values)


def test_a_student_tells_the_team_and_follows_it_to_the_answer(page, cast):
    child, teacher = page(cast.maya.account), page(cast.ruiz)
    told = {"once": str(uuid4()), "topic": "wish", "words": "i wnat a qiuet place"}
    assert child.post("/me/voice/tell/", told).status_code == 302
    assert child.post("/me/voice/tell/", told).status_code == 302
    item = VoiceItem.objects.get()
    assert item.words == "i wnat a qiuet place"
    assert deed(teacher, item, "route", to="solve_now").status_code == 422
    assert deed(teacher, item, "route", to="solve_now", agreed="on").status_code == 302
    assert deed(teacher, item, "decide", outcome="adopted", owner="Ms. Ruiz", by_when=AHEAD, why=WHY).status_code == 302
    assert deed(teacher, item, "tell", words="Yes. The corner is yours each morning.").status_code == 302
    read = child.get("/me/voice/").content.decode()
    assert "Yes. The corner is yours each morning." in read
    assert "i wnat a qiuet place" in read
    assert mine(child, item, "react", reaction="not_ok", why="only morning").status_code == 302
    assert state(item) == State.ANSWERED
    assert "only morning" in teacher.get(f"/students/{spell(cast.maya.pk)}/said/").content.decode()
    assert "i wnat a qiuet place" in page(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/said/").content.decode()


def test_words_that_do_not_fit_come_back_whole(page, cast):
    answer = page(cast.maya.account).post("/me/voice/tell/", {"once": str(uuid4()), "words": "   ", "topic": "wish"})
    assert answer.status_code == 422
    assert not VoiceItem.objects.exists()


def test_a_decision_without_a_reason_comes_back_with_what_was_typed(page, cast, said):
    teacher = page(cast.ruiz)
    deed(teacher, said, "route", to="solve_now", agreed="on")
    answer = deed(teacher, said, "decide", outcome="no", by_when=AHEAD, why="No.", owner="Nobody in particular")
    assert answer.status_code == 422
    assert b"Say why in a whole sentence" in answer.content
    assert b"Nobody in particular" in answer.content
    assert state(said) == State.ROUTED


def test_each_side_reads_where_it_stands_in_words_for_that_side(page, cast, said):
    for person, where in ((cast.ruiz, "students"), (cast.rosa, "family")):
        read = page(person).get(f"/{where}/{spell(cast.maya.pk)}/said/").content.decode()
        assert "Waits for the first step" in read or "Espera el primer paso" in read
        assert "Your team has it" not in read and "Tu equipo" not in read
    assert "Your team has it" in page(cast.maya.account).get("/me/voice/").content.decode()


def test_a_teacher_keeps_what_was_said_in_the_hallway_and_the_student_confirms_it(page, cast):
    where = f"/students/{spell(cast.maya.pk)}/said/note/"
    told = {"once": str(uuid4()), "words": "the bell hurts", "topic": "After gym"}
    assert page(cast.okafor).post(where, told).status_code == 302
    item = VoiceItem.objects.get()
    assert (state(item), item.source) == (State.HEARD, Source.HALLWAY)
    assert mine(page(cast.maya.account), item, "confirm").status_code == 302
    assert state(item) == State.CONFIRMED


def test_an_aide_writes_down_what_was_heard_and_reads_nothing_there(page, cast, said):
    aide, where = page(cast.nguyen), f"/students/{spell(cast.maya.pk)}/said/"
    assert b"I heard the student say" in aide.get(where).content
    assert b"i wnat quiet" not in aide.get(where).content
    refused = aide.post(f"{where}note/", {"once": str(uuid4()), "words": ""})
    assert refused.status_code == 422
    assert b"i wnat quiet" not in refused.content
    told = {"once": str(uuid4()), "words": "the bell hurts", "topic": "After gym"}
    assert aide.post(f"{where}note/", told, follow=True).status_code == 200
    assert deed(aide, said, "flag", why="I am worried.").status_code == 404


def test_private_words_stay_off_every_other_page(page, cast):
    child = page(cast.maya.account)
    child.post("/me/voice/tell/", {"once": str(uuid4()), "words": "only for me", "topic": "", "private": "on"})
    item = VoiceItem.objects.get()
    for person, where in ((cast.ruiz, "students"), (cast.rosa, "family")):
        assert b"only for me" not in page(person).get(f"/{where}/{spell(cast.maya.pk)}/said/").content
    assert deed(page(cast.ruiz), item, "route", to="agenda").status_code == 404
    assert mine(child, item, "share").status_code == 302
    assert b"only for me" in page(cast.ruiz).get(f"/students/{spell(cast.maya.pk)}/said/").content


def test_a_student_takes_it_back_and_nobody_else(page, cast, said):
    assert deed(page(cast.ruiz), said, "withdraw").status_code == 404
    assert mine(page(cast.ruiz), said, "withdraw").status_code == 404
    assert mine(page(cast.maya.account), said, "withdraw").status_code == 302
    assert state(said) == State.WITHDRAWN


def test_two_who_decide_at_once_leave_one_decision(page, cast, said):
    one, two = page(cast.ruiz), page(cast.silva)
    deed(one, said, "route", to="solve_now", agreed="on")
    decision = {"outcome": "adopted", "owner": "Ms. Ruiz", "by_when": AHEAD, "why": WHY}
    assert deed(one, said, "decide", **decision).status_code == 302
    answer = deed(two, said, "decide", **decision | {"why": "I would rather have said no today."})
    assert answer.status_code == 422
    assert b"This has moved on in the meantime" in answer.content


def test_an_unknown_step_is_not_there(page, cast, said):
    assert deed(page(cast.ruiz), said, "delete").status_code == 404
    assert mine(page(cast.maya.account), said, "decide").status_code == 404


def test_words_that_can_mean_danger_are_shown_to_be_read_today_and_mark_nothing(page, cast):
    told = {"once": str(uuid4()), "words": "my uncle hits me"}
    child, teacher = page(cast.maya.account), page(cast.ruiz)
    child.post("/me/voice/tell/", told)
    item = VoiceItem.objects.get()
    assert "Are you safe?" in child.get("/me/voice/").content.decode()
    where = f"/students/{spell(cast.maya.pk)}/said/"
    assert "Please read this today" in teacher.get(where).content.decode()
    assert not VoiceStanding.objects.get(item=item).safety
    assert deed(teacher, item, "flag", why="I talk with the counselor now.").status_code == 302
    assert deed(teacher, item, "unflag", why="It was a game of tag with his uncle.").status_code == 302
    assert "Please read this today" not in teacher.get(where).content.decode()


def test_everyday_words_are_left_in_peace(page, cast, said):
    assert "Are you safe?" not in page(cast.maya.account).get("/me/voice/").content.decode()
    assert (
        "Please read this today" not in page(cast.ruiz).get(f"/students/{spell(cast.maya.pk)}/said/").content.decode()
    )
