"""Before a meeting the student looks at what it will show; the team sees what is new and what goes on without them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from strongsuit.knowledge.terms import PlanState
from strongsuit.knowledge.voice import Source
from strongsuit.meetings.actions import plan_meeting
from strongsuit.meetings.models import Meeting, Preview
from strongsuit.plans.models import Plan
from strongsuit.voice.actions import hear
from strongsuit.web import clock
from strongsuit.web.ids import spell
from tests.cast import NOW

MINE = "/me/meeting/"


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(type(client)(), person)


@pytest.fixture
def meeting(cast):
    """In ten days, with a shared draft and one thing the student said."""
    Plan.objects.filter(pk=cast.plan.pk).update(state=PlanState.PROPOSED)
    hear(by=cast.maya.account, student=cast.maya, words="i want quiet", source=Source.BUTTON, once=uuid4())
    return plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=Meeting.Kind.ANNUAL, starts_at=clock.now() + timedelta(days=10),
        minutes=60, place="Room 4", purpose="The year ahead",
    )  # fmt: skip


def marks(page):
    return [part.partition('"')[0] for part in page.split('name="seen" value="')[1:]]


def looked(client, **more):
    page = client.get(MINE).content.decode()
    return client.post(MINE, {"once": str(uuid4()), "seen": marks(page)} | more)


def team(as_, cast, meeting):
    return as_(cast.ruiz).get(f"/meetings/{spell(meeting.pk)}/seen/").content.decode()


def test_a_student_looks_and_the_team_reads_it(as_, cast, meeting):
    assert "New: check with the student first" in team(as_, cast, meeting)
    child = as_(cast.maya_account)
    page = child.get(MINE).content.decode()
    goal, need = cast.goals[0], cast.goals[0].need
    assert "i want quiet" in page and (goal.student_words or goal.behavior) in page
    assert need.statement not in page and "Something that is hard for me" in page
    assert looked(child).status_code == 302
    told = team(as_, cast, meeting)
    assert "New: check with the student first" not in told and "Seen in time" in told


def test_the_page_of_the_meeting_counts_and_says_no_word_of_it(as_, cast, meeting):
    teacher = as_(cast.ruiz)
    before = teacher.get(f"/meetings/{spell(meeting.pk)}/").content.decode()
    assert "things are new to Maya" in before and "i want quiet" not in before
    looked(as_(cast.maya_account))
    assert "Maya has seen everything beforehand" in teacher.get(f"/meetings/{spell(meeting.pk)}/").content.decode()


def test_what_is_added_afterwards_is_new(as_, cast, meeting):
    child = as_(cast.maya_account)
    looked(child)
    hear(by=cast.maya.account, student=cast.maya, words="and a door", source=Source.BUTTON, once=uuid4())
    told = team(as_, cast, meeting)
    assert told.count("New: check with the student first") == 1
    assert "and a door" in child.get(MINE).content.decode()


def test_a_look_on_the_day_before_is_late(as_, cast, meeting):
    child = as_(cast.maya_account)
    with clock.frozen(NOW + timedelta(days=9), everywhere=True):
        assert looked(as_(cast.maya_account)).status_code == 302
    assert "Seen late: ask again" in team(as_, cast, meeting)
    assert child.get(MINE).status_code == 200


def test_the_student_chooses_what_goes_on_without_them(as_, cast, meeting):
    child = as_(cast.maya_account)
    chosen = marks(child.get(MINE).content.decode())[-1]
    looked(child, apart=[chosen])
    assert "without Maya" in team(as_, cast, meeting)
    assert f'value="{chosen}" checked' in child.get(MINE).content.decode()
    with clock.frozen(NOW + timedelta(hours=1), everywhere=True):
        assert looked(as_(cast.maya_account), apart=[]).status_code == 302
    assert "without Maya" not in team(as_, cast, meeting)


def test_the_same_form_twice_is_one_look_and_foreign_marks_are_nothing(as_, cast, meeting):
    child, once = as_(cast.maya_account), str(uuid4())
    for _time in range(2):
        child.post(MINE, {"once": once, "seen": ["0" * 32, "\x00", "x" * 9000], "apart": ["0" * 32]})
    look = Preview.objects.get()
    assert (look.seen, look.apart) == ([], [])


def test_nothing_of_a_draft_that_was_not_shared_is_there(as_, cast, meeting):
    Plan.objects.filter(pk=cast.plan.pk).update(state=PlanState.DRAFT)
    page = as_(cast.maya_account).get(MINE).content.decode()
    assert "i want quiet" in page and cast.goals[0].behavior not in page


def test_a_meeting_that_began_is_told_and_nothing_is_kept(as_, cast, meeting):
    child = as_(cast.maya_account)
    page = child.get(MINE).content.decode()
    Meeting.objects.filter(pk=meeting.pk).update(state=Meeting.State.CANCELLED)
    assert b"No meeting is planned" in child.post(MINE, {"once": str(uuid4()), "seen": marks(page)}).content
    assert not Preview.objects.exists()


def test_only_the_student_looks_and_no_row_changes(as_, cast, meeting):
    for person in (cast.rosa, cast.ruiz):
        assert as_(person).get(MINE).status_code == 404
    looked(as_(cast.maya_account))
    for change in (lambda rows: rows.update(apart=["x"]), lambda rows: rows.delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change(Preview.objects.all())
