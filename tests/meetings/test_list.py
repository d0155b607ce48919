"""Staff answer their own invitation, and whoever plans the meeting takes people off its list before it is held."""

from datetime import UTC, date, datetime, timedelta

import pytest

from strongsuit.audit.models import Entry
from strongsuit.meetings import actions
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.students.models import Guardian
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours

SOON = datetime(2026, 12, 3, 19, 30, tzinfo=UTC)
AFTER = SOON + timedelta(hours=2)


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def meeting(cast):
    return actions.plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=Meeting.Kind.ANNUAL, starts_at=SOON, minutes=60, place="1", purpose=""
    )


@pytest.fixture
def page(meeting):
    return f"/meetings/{spell(meeting.pk)}/"


def of(meeting, name):
    return meeting.attendees.get(name=name)


def removal(page, person):
    return f"{page}people/{spell(person.pk)}/remove/"


def answer(client, page, **values):
    return client.post(f"{page}answer/", {"answer": "comes", "wish": "", "version": "1"} | values)


# Answering


@pytest.mark.parametrize("who", ["okafor", "silva", "ruiz", "chen", "nguyen"])
def test_staff_answer_on_the_page_of_the_meeting(as_, cast, meeting, page, who):
    client = as_(getattr(cast, who))
    assert "Can you come?" in client.get(page).text
    for _time in range(2):
        sent = answer(client, page, answer="cannot", wish="Thursdays suit me")
    invitation = meeting.attendees.get(account=getattr(cast, who))
    assert (invitation.answer, invitation.wish, invitation.version) == ("cannot", "Thursdays suit me", 2)
    assert sent.status_code == 302
    assert "Your answer:" in client.get(page).text


def test_a_refused_answer_of_staff_keeps_its_words_on_their_own_page(as_, cast, page):
    refused = answer(as_(cast.silva), page, answer="perhaps", wish="KEPT words")
    assert (refused.status_code, "KEPT words" in refused.text) == (422, True)
    assert "Who is invited" in refused.text


def test_a_wish_is_read_by_who_plans_and_by_who_wrote_it(as_, cast, page):
    answer(as_(cast.rosa), page, wish="My sister comes along")
    seen = {name: "My sister comes" in as_(getattr(cast, name)).get(page).text for name in ("ruiz", "silva", "brooks")}
    assert seen == {"ruiz": True, "silva": False, "brooks": False}
    assert "My sister comes" in as_(cast.rosa).get(f"/family/{spell(cast.maya.pk)}/meetings/").text


def test_who_is_not_invited_has_no_form_and_no_way_around_it(as_, cast, page):
    client = as_(cast.brooks)
    assert "Can you come?" not in client.get(page).text
    assert answer(client, page).status_code == 404


@pytest.mark.parametrize("who", ["okafor", "rosa"])
def test_a_meeting_called_off_needs_no_answer(as_, cast, meeting, page, who):
    actions.call_off(by=cast.ruiz, meeting=meeting, version=meeting.version)
    client = as_(getattr(cast, who))
    assert "Can you come?" not in client.get(page, follow=True).text
    sent = client.post(f"{page}answer/", {"answer": "comes", "wish": "", "version": "1"}, follow=True)
    assert "needs no answer any more" in sent.text
    assert "Thank you" not in sent.text
    assert not meeting.attendees.exclude(answer="").exists()


def test_today_asks_until_the_answer_is_there(as_, cast, meeting, page):
    asked = "Say if you can come"
    client = as_(cast.okafor)
    assert asked not in client.get("/").text, "the notice has not gone out"
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    today = client.get("/").text
    assert asked in today
    assert f"{page}#answer" in today
    answer(client, page)
    assert asked not in client.get("/").text
    assert asked not in as_(cast.stranger).get("/").text


def test_an_aide_opens_the_meeting_they_are_asked_to_and_no_other(as_, cast, meeting, page):
    other = actions.plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=Meeting.Kind.ANNUAL, starts_at=AFTER, minutes=60, place="2", purpose=""
    )
    actions.take_off_list(by=cast.ruiz, meeting=other, person=other.attendees.get(account=cast.nguyen).pk)
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    Meeting.objects.filter(pk=meeting.pk).update(agreement_note="NOTED", family_tried="TRIED")
    client = as_(cast.nguyen)
    assert f"{page}#answer" in client.get("/").text
    told = client.get(page).text
    assert "You are invited" in told
    assert not [words for words in ("NOTED", "TRIED", "Take off", f"/students/{spell(cast.maya.pk)}/meetings/")
                if words in told]  # fmt: skip
    assert client.get(f"/meetings/{spell(other.pk)}/").status_code == 404
    assert client.get(f"/students/{spell(cast.maya.pk)}/meetings/").status_code == 404
    saw = Entry.objects.filter(actor_id=cast.nguyen.pk, deed="meeting.read", student=cast.maya.pk)
    assert saw.count() == 1, "a closed door leaves no line about a look"
    Meeting.objects.filter(pk=meeting.pk).update(state="held")
    assert not [words for words in ("NOTED", "TRIED", "What was decided") if words in client.get(page).text]


# Taking off the list


def test_somebody_is_taken_off_the_list_once_and_the_trail_says_so(as_, cast, meeting, page):
    chidi = of(meeting, "Chidi Okafor")
    client = as_(cast.ruiz)
    assert "Take Chidi Okafor off the list" in client.get(page).text
    said = [client.post(removal(page, chidi), follow=True).text for _time in range(2)]
    assert "Chidi Okafor is off the list." in said[0]
    assert "This person is not on the list." in said[1]
    assert not meeting.attendees.filter(pk=chidi.pk).exists()
    line = Entry.objects.get(deed="took somebody off the list")
    assert (line.student, line.actor_id, line.because) == (cast.maya.pk, cast.ruiz.pk, "case_manager")
    assert line.detail == {"part": "general_teacher", "answered": False, "told": False}


def test_the_planner_tells_who_had_answered_and_that_person_reads_nothing_false(as_, cast, meeting, page):
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    answer(as_(cast.okafor), page)
    gone = as_(cast.ruiz).post(removal(page, of(meeting, "Chidi Okafor")), follow=True)
    assert "Tell them yourself" in gone.text
    client = as_(cast.okafor)
    seen = client.get(page).text
    assert not [words for words in ("You are invited", "Your answer", "Can you come?") if words in seen]
    assert "Say if you can come" not in client.get("/").text
    assert answer(client, page, version="2").status_code == 404


def test_a_parent_without_a_say_who_is_taken_off_reads_that_no_invitation_waits(as_, cast, meeting, page):
    as_(cast.ruiz).post(removal(page, of(meeting, "Paul Price")))
    client = as_(cast.paul)
    told = client.get(f"/family/{spell(cast.maya.pk)}/meetings/").text
    assert "You are not invited to a meeting now" in told
    assert "No meeting is planned" not in told
    assert "Answer the invitation" not in client.get(f"/family/{spell(cast.maya.pk)}/").text


@pytest.mark.parametrize("name", ["Maya Delgado", "Rosa Delgado"])
def test_the_student_and_a_parent_who_decides_stay(as_, cast, meeting, page, name):
    client = as_(cast.ruiz)
    assert f"Take {name} off the list" not in client.get(page).text
    refused = client.post(removal(page, of(meeting, name)), follow=True)
    assert "always stay on the list" in refused.text
    assert of(meeting, name)


def test_a_guardian_without_an_account_stays_and_one_whose_rights_ended_need_not(cast, meeting):
    sol = Guardian.objects.create(
        district_id=cast.maya.district_id, student=cast.maya, name="Sol Delgado", relationship="parent",
        may_decide=True,
    )  # fmt: skip
    actions.gather(by=cast.ruiz, meeting=meeting)
    listed = of(meeting, "Sol Delgado")
    with pytest.raises(Cannot, match="always stay"):
        actions.take_off_list(by=cast.ruiz, meeting=meeting, person=listed.pk)
    Guardian.objects.filter(pk=sol.pk).update(rights_until=date(2026, 12, 1))
    assert actions.take_off_list(by=cast.ruiz, meeting=meeting, person=listed.pk) == listed


def test_only_who_plans_takes_people_off_and_only_from_this_meeting(cast, meeting):
    ana = of(meeting, "Ana Silva")
    for name in ("silva", "okafor", "brooks", "rosa", "stranger", "outsider"):
        with pytest.raises(NotYours):
            actions.take_off_list(by=getattr(cast, name), meeting=meeting, person=ana.pk)
    other = actions.plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=Meeting.Kind.ANNUAL, starts_at=AFTER, minutes=60, place="2", purpose=""
    )
    assert actions.take_off_list(by=cast.ruiz, meeting=other, person=ana.pk) is None
    assert Attendee.objects.filter(pk=ana.pk).exists()


def test_the_list_of_a_meeting_that_was_held_stands(as_, cast, meeting, page):
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    ana = of(meeting, "Ana Silva")
    with clock.frozen(AFTER, everywhere=True):
        assert "off the list" not in as_(cast.ruiz).get(page).text
        with pytest.raises(Cannot, match="has begun"):
            actions.take_off_list(by=cast.ruiz, meeting=meeting, person=ana.pk)
        actions.record_meeting(
            by=cast.ruiz, meeting=meeting, version=meeting.version, came={ana.pk}, note="", agreed=True,
            family_tried="Called on December 1 and 2, and wrote on December 2. Nobody answered.",
            stayed_away="The family agreed in writing on December 1 that the others stay away.",
        )  # fmt: skip
        with pytest.raises(Cannot, match="over"):
            actions.take_off_list(by=cast.chen, meeting=meeting, person=ana.pk)
    assert Attendee.objects.get(pk=ana.pk).came


def test_once_answered_the_family_is_offered_to_change_the_answer(as_, cast, meeting, page):
    home, theirs = f"/family/{spell(cast.maya.pk)}/", f"/family/{spell(cast.maya.pk)}/meetings/"
    client = as_(cast.rosa)
    assert "Answer the invitation" in client.get(home).text
    assert "Send my answer" in client.get(theirs).text
    answer(client, page)
    told = client.get(home).text
    assert ("Answer the invitation" in told, "Change my answer" in told, "be there" in told) == (False, True, True)
    assert "Change my answer" in client.get(theirs).text
    staff = as_(cast.okafor)
    answer(staff, page)
    assert "Change my answer" in staff.get(page).text
