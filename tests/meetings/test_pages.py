"""A meeting is planned, announced, answered and recorded; the plan that came of it is signed as it was shown."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.db import DatabaseError, transaction

from strongsuit.audit.models import Entry
from strongsuit.meetings import actions, jobs
from strongsuit.meetings.models import Attendee, Meeting, Signature
from strongsuit.plans.models import Accommodation, AdultView, FrozenPlan, Plan, Rating
from strongsuit.plans.rating_marks import mark_of
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import NOW, TODAY, adopt

SOON = datetime(2026, 12, 3, 19, 30, tzinfo=UTC)


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def meeting(cast):
    return actions.plan_meeting(
        by=cast.ruiz,
        student=cast.maya,
        kind=Meeting.Kind.ANNUAL,
        starts_at=SOON,
        minutes=60,
        place="Room 4",
        purpose="Year",
    )


@pytest.fixture
def adopted(cast):
    """Maya's plan in effect, as adopting freezes it."""
    Plan.objects.filter(pk=cast.plan.pk).update(state="adopted", adopted_on=clock.today())
    frozen = FrozenPlan(
        district_id=cast.maya.district_id,
        student=cast.maya,
        plan=cast.plan,
        number=1,
        body="{}",
        sha256="a" * 64,
        frozen_at=NOW,
        adopted_on=clock.today(),
        by=cast.chen,
        by_name="Wei Chen",
    )
    frozen.save()
    return frozen


FORM = {"kind": "annual", "day": "2026-12-03", "time": "14:30", "minutes": "60", "place": "Room 4", "purpose": ""}


def test_planning_invites_the_team_the_chair_the_family_and_the_student(as_, cast):
    answer = as_(cast.ruiz).post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", FORM)
    assert answer.status_code == 302
    meeting = Meeting.objects.get()
    assert meeting.starts_at == SOON
    assert sorted(person.name for person in meeting.attendees.all()) == [
        "Ana Silva",
        "Chidi Okafor",
        "Elena Ruiz",
        "Linh Nguyen",
        "Maya Delgado",
        "Paul Price",
        "Rosa Delgado",
        "Wei Chen",
    ]
    assert meeting.plan == cast.plan


def test_the_same_form_twice_plans_one_meeting(as_, cast):
    client = as_(cast.ruiz)
    for _time in range(2):
        client.post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", FORM)
    assert (Meeting.objects.count(), Attendee.objects.count()) == (1, 8)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"day": "2026-08-01"}, "This is too long ago"),
        ({"day": "1900-01-01"}, "Use a date from"),
        ({"day": "2100-01-01"}, "Use a date from"),
        ({"time": "25:00"}, "hours and minutes"),
        ({"minutes": "0"}, "Write 1 or more"),
        ({"place": ""}, "This field is required"),
        ({"place": "x\x00"}, "hidden sign"),
        ({"kind": "party"}, "Select a valid choice"),
    ],
)
def test_a_bad_plan_gets_a_sentence_and_its_words_stay(as_, cast, values, sentence):
    answer = as_(cast.ruiz).post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", FORM | {"purpose": "KEPT"} | values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert "KEPT" in answer.content.decode()
    assert not Meeting.objects.exists()


def test_the_notice_reaches_everybody_once_and_names_no_child(cast, meeting):
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    assert meeting.notice_sent_on == clock.today()
    assert jobs.send_notices(now=NOW) == 7
    assert jobs.send_notices(now=NOW) == 0
    assert sorted(sent.to[0] for sent in mail.outbox) == [
        "chen@harbor.example",
        "nguyen@harbor.example",
        "okafor@harbor.example",
        "paul@family.example",
        "rosa@family.example",
        "ruiz@harbor.example",
        "silva@harbor.example",
    ]
    assert not [sent for sent in mail.outbox if "Maya" in sent.subject + sent.body or "Delgado" in sent.body]


def test_a_moved_meeting_asks_everybody_again(cast, meeting):
    invitation = meeting.attendees.get(account=cast.rosa)
    invitation.student = cast.maya
    actions.answer_invitation(by=cast.rosa, invitation=invitation, version=1, answer="comes", wish="")
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    moved = actions.move_meeting(
        by=cast.ruiz,
        meeting=meeting,
        version=meeting.version,
        starts_at=SOON + timedelta(days=1),
        minutes=60,
        place="Room 4",
        purpose="",
    )
    assert moved.notice_sent_on is None
    asked = Attendee.objects.get(pk=invitation.pk)
    assert (asked.answer, asked.version) == ("", 3)
    # The answer was written to the old time.
    with pytest.raises(Stale):
        actions.answer_invitation(by=cast.rosa, invitation=invitation, version=2, answer="comes", wish="")


def test_a_stale_change_is_refused(cast, meeting):
    actions.send_notice(by=cast.ruiz, meeting=meeting, version=1)
    with pytest.raises(Stale):
        actions.call_off(by=cast.ruiz, meeting=meeting, version=1)


def test_the_family_answers_and_asks_for_another_time(as_, cast, meeting):
    client = as_(cast.rosa)
    page = client.get(f"/family/{spell(cast.maya.pk)}/meetings/")
    assert page.status_code == 200
    answer = client.post(
        f"/meetings/{spell(meeting.pk)}/answer/", {"answer": "cannot", "wish": "Thursday after 5, please", "version": 1}
    )
    assert answer.status_code == 302
    seen = as_(cast.ruiz).get(f"/meetings/{spell(meeting.pk)}/").content.decode()
    assert "Thursday after 5, please" in seen


def test_nobody_answers_for_another(cast, meeting):
    invitation = meeting.attendees.get(account=cast.rosa)
    invitation.student = cast.maya
    with pytest.raises(Cannot):
        actions.answer_invitation(by=cast.paul, invitation=invitation, version=1, answer="comes", wish="")


def test_recording_a_meeting_tells_the_draft_its_day(cast, meeting):
    with pytest.raises(Cannot, match="not begun"):
        actions.record_meeting(by=cast.ruiz, meeting=meeting, version=1, came=set(), note="", agreed=True)
    Plan.objects.filter(pk=cast.plan.pk).update(meeting_held=False)
    names = ["Rosa Delgado", "Wei Chen", "Chidi Okafor", "Elena Ruiz"]
    came = set(meeting.attendees.filter(name__in=names).values_list("pk", flat=True))
    with clock.frozen(SOON + timedelta(hours=2), everywhere=True):
        actions.record_meeting(
            by=cast.ruiz, meeting=meeting, version=1, came=came, note="Agreed", agreed=True,
            family_tried="Ms. Delgado asked for this day herself on November 20.",
        )  # fmt: skip
    plan = Plan.objects.get(pk=cast.plan.pk)
    assert (plan.meeting_on, plan.meeting_held) == (SOON.date(), True)
    assert {person.name for person in meeting.attendees.filter(came=True)} == set(names)


def test_a_parent_signs_the_text_that_was_shown(cast, adopted):
    signed = actions.sign_plan(
        by=cast.rosa,
        plan=cast.plan,
        sha256="a" * 64,
        meaning=Signature.Meaning.CONSENT,
        words="Gracias",
        understood=True,
    )
    again = actions.sign_plan(
        by=cast.rosa, plan=cast.plan, sha256="a" * 64, meaning=Signature.Meaning.CONSENT, words="x", understood=True
    )
    assert again == signed
    entry = Entry.objects.get(target="meetings.Signature")
    assert entry.fingerprint == signed.fingerprint()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        Signature.objects.update(words="changed")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [({"understood": False}, "Tick that you have read"), ({"sha256": "b" * 64}, "not the plan you read")],
)
def test_opening_a_page_is_never_consent(cast, adopted, values, sentence):
    standard = {"sha256": "a" * 64, "meaning": Signature.Meaning.CONSENT, "words": "", "understood": True}
    with pytest.raises(Cannot, match=sentence):
        actions.sign_plan(by=cast.rosa, plan=cast.plan, **(standard | values))
    assert not Signature.objects.exists()


@pytest.mark.parametrize("who", ["paul", "ruiz", "stranger", "outsider", "maya_account"])
def test_who_may_not_decide_may_not_sign(cast, adopted, who):
    with pytest.raises(NotYours):
        actions.sign_plan(
            by=getattr(cast, who),
            plan=cast.plan,
            sha256="a" * 64,
            meaning=Signature.Meaning.CONSENT,
            words="",
            understood=True,
        )


def test_signing_asks_for_a_proof_first(as_, cast, adopted):
    form = {"sha256": "a" * 64, "meaning": "consent", "understood": "on", "words": str(uuid4())}
    client = as_(cast.rosa)
    with clock.frozen(NOW + timedelta(minutes=6), everywhere=True):
        answer = client.post(f"/family/{spell(cast.maya.pk)}/sign/", form)
    assert answer.status_code == 302
    assert not Signature.objects.exists()
    with clock.frozen(NOW + timedelta(minutes=1), everywhere=True):
        client.post(f"/family/{spell(cast.maya.pk)}/sign/", form)
    assert Signature.objects.get().account == cast.rosa


@pytest.mark.parametrize("who", ["stranger", "outsider", "maya_account"])
def test_a_stranger_finds_no_meeting(as_, cast, meeting, who):
    client = as_(getattr(cast, who))
    if who != "maya_account":
        assert client.get(f"/meetings/{spell(meeting.pk)}/").status_code == 404
    assert client.get(f"/students/{spell(cast.maya.pk)}/meetings/").status_code == 404
    assert client.post(f"/meetings/{spell(meeting.pk)}/notice/", {"version": 1}).status_code == 404


def test_a_meeting_by_phone_is_entered_after_it_was_held(as_, cast):
    client = as_(cast.ruiz)
    client.post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", FORM | {"day": "2026-11-18", "place": "By phone"})
    meeting = Meeting.objects.get()
    people = meeting.attendees.filter(account__in=[cast.rosa, cast.ruiz, cast.chen])
    held = {"version": meeting.version, "came": [str(person.pk) for person in people], "agreed": "yes"}
    held |= {"note": "Agreed by phone", "stayed_away": "Mr. Okafor; Ms. Delgado agreed in writing on November 16."}
    held |= {"family_tried": "Ms. Delgado called on November 17 and asked to talk the next day."}
    assert client.post(f"/meetings/{spell(meeting.pk)}/record/", held).status_code == 302
    meeting.refresh_from_db()
    assert (meeting.state, meeting.agreed) == ("held", True)


def test_supports_that_are_seen_differently_come_to_the_meeting_with_both_views(as_, cast, meeting):
    adopt(cast, on=TODAY)
    support = Accommodation.objects.filter(plan=cast.plan).first()
    of = {"district": cast.maya.district, "student": cast.maya, "accommodation": support, "words": support.words}
    of |= {"mark": mark_of(support.words), "on": TODAY, "made_at": NOW}
    said = {"know": 3, "get": 3, "help": 0, "ok": 3}
    Rating.objects.create(**of, **said, mode="chosen", by=cast.maya.account, once=uuid4())
    view = {"group": "school", "by": cast.okafor, "by_name": "Chidi Okafor"}
    AdultView.objects.create(**of, **view, help=2, once=uuid4())
    where = f"/meetings/{spell(meeting.pk)}/"
    page = as_(cast.ruiz).get(where).content.decode()
    assert "You see these supports differently" in page and support.words in page
    assert "Chidi Okafor on the help: " in page and "Maya on the help: " in page
    AdultView.objects.create(**of | view | {"made_at": NOW + timedelta(hours=1)}, help=1, once=uuid4())
    assert "You see these supports differently" not in as_(cast.ruiz).get(where).content.decode()
