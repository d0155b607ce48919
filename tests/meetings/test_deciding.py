"""A plan is decided at its recorded meeting: no other way, whichever came first (34 CFR 300.501)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from strongsuit.audit.models import Entry
from strongsuit.knowledge.terms import PlanKind, PlanState
from strongsuit.meetings import actions
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.plans import actions as plan_actions
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.models import Goal, Plan, Service
from strongsuit.plans.places import address_of
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import NOW, TODAY, adopt
from tests.plans.conftest import give_reasons, sha_of

SOON = datetime(2026, 12, 3, 19, 30, tzinfo=UTC)
AFTER = SOON + timedelta(hours=2)
BEFORE = datetime(2026, 11, 12, 19, 30, tzinfo=UTC)


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def unmet(cast):
    """Maya's draft with nothing open but the meeting."""
    days = {"starts_on": date(2026, 12, 3), "ends_on": date(2027, 12, 2)}
    Plan.objects.filter(pk=cast.plan.pk).update(meeting_on=None, meeting_held=False, review_on=None, **days)
    Service.objects.filter(plan=cast.plan).update(**days)
    Goal.objects.filter(plan=cast.plan).update(target_on=days["ends_on"])
    plan = Plan.objects.get(pk=cast.plan.pk)
    plan.student = cast.maya
    give_reasons(plan, cast.ruiz)
    return plan


def set_for(cast, at, kind=Meeting.Kind.ANNUAL):
    """With its notice sent a week before."""
    meeting = actions.plan_meeting(
        by=cast.ruiz, student=cast.maya, kind=kind, starts_at=at, minutes=60, place="Room 4", purpose=""
    )
    meeting.notice_sent_on = at.date() - timedelta(days=7)
    meeting.save(update_fields=["notice_sent_on"])
    return meeting


def recorded(cast, meeting, agreed=True):
    came = set(meeting.attendees.values_list("pk", flat=True))
    return actions.record_meeting(
        by=cast.ruiz, meeting=meeting, version=meeting.version, came=came, note="Agreed", agreed=agreed
    )


def fresh(cast, plan):
    found = Plan.objects.get(pk=plan.pk)
    found.student = cast.maya
    return found


def adopted(client, plan):
    """The chair signs what she has read; whether the plan is in effect then."""
    page = client.get(f"/plans/{spell(plan.pk)}/adopt/")
    sent = {"expected": page.context["sha256"], "understood": "on", "meeting_held": "on", "meeting_on": "2026-11-18"}
    client.post(f"/plans/{spell(plan.pk)}/adopt/", sent)
    return Plan.objects.get(pk=plan.pk).state == PlanState.ADOPTED


def test_no_form_says_that_a_meeting_was_held(as_, cast, unmet):
    set_for(cast, SOON)
    client = as_(cast.chen)
    forged = {"meeting_held": "on", "meeting_on": "2026-11-18", "starts_on": "2026-12-01", "ends_on": "2027-11-30"}
    forged |= {"version": str(fresh(cast, unmet).version)}
    for headers in ({}, {"X-Autosave": "1"}):
        answer = client.post(f"/plans/{spell(unmet.pk)}/edit/dates/", forged, headers=headers)
        assert answer.status_code in (200, 302)
    plan = fresh(cast, unmet)
    assert (plan.starts_on, plan.meeting_on, plan.meeting_held) == (date(2026, 12, 1), None, False)
    assert not adopted(client, plan)
    client.post(f"/meetings/{spell(Meeting.objects.get().pk)}/record/", {"version": "1", "agreed": "yes", "note": ""})
    client.post(f"/meetings/{spell(Meeting.objects.get().pk)}/decide/", {"version": "1"})
    assert not adopted(client, plan)
    with pytest.raises(plan_actions.CannotAdopt):
        plan_actions.adopt_plan(by=cast.chen, plan=plan, on=TODAY, expected=sha_of(plan))


def test_a_recorded_meeting_lets_the_plan_be_adopted(as_, cast, unmet):
    meeting = set_for(cast, SOON)
    with clock.frozen(AFTER, everywhere=True):
        client = as_(cast.chen)
        assert not adopted(client, unmet), "begun is not held"
        recorded(cast, meeting)
        plan = give_reasons(fresh(cast, unmet), cast.ruiz)
        assert (plan.meeting_on, plan.review_on) == (SOON.date(), date(2027, 12, 3))
        assert adopted(client, plan)


@pytest.mark.parametrize(
    ("days", "rule"),
    [
        ({"starts_on": None, "ends_on": None, "review_on": None}, "V102"),
        ({"starts_on": date(2015, 1, 1), "ends_on": date(2015, 12, 31)}, "V103"),
    ],
)
def test_a_plan_without_days_or_with_days_long_gone_is_not_adopted(cast, unmet, days, rule):
    recorded(cast, set_for(cast, BEFORE))
    Plan.objects.filter(pk=unmet.pk).update(**days)
    plan = fresh(cast, unmet)
    with pytest.raises(plan_actions.CannotAdopt) as refused:
        plan_actions.adopt_plan(by=cast.chen, plan=plan, on=TODAY, expected=sha_of(plan))
    open_points = {finding.rule: finding for finding in refused.value.findings}
    assert rule in open_points
    assert address_of(open_points[rule], frozen_facts(plan, TODAY)) == f"/plans/{spell(plan.pk)}/edit/dates/"


def test_neither_a_mark_nor_a_day_alone_adopts(cast, unmet):
    for values in ({"meeting_held": True}, {"meeting_on": TODAY}, {"meeting_held": True, "meeting_on": SOON.date()}):
        Plan.objects.filter(pk=unmet.pk).update(**({"meeting_on": None, "meeting_held": False} | values))
        with pytest.raises(plan_actions.CannotAdopt):
            plan_actions.adopt_plan(by=cast.chen, plan=fresh(cast, unmet), on=TODAY, expected=sha_of(unmet))


def test_a_meeting_is_recorded_while_the_family_reads_the_draft(cast, unmet):
    plan_actions.share_with_family(by=cast.ruiz, plan=unmet)
    meeting = set_for(cast, BEFORE)
    recorded(cast, meeting)
    plan = fresh(cast, unmet)
    assert (plan.state, plan.meeting_on, plan.meeting_held) == (PlanState.PROPOSED, BEFORE.date(), True)


def test_a_review_day_that_the_team_chose_stays(cast, unmet):
    Plan.objects.filter(pk=unmet.pk).update(review_on=date(2027, 6, 1))
    recorded(cast, set_for(cast, BEFORE))
    assert fresh(cast, unmet).review_on == date(2027, 6, 1)


def test_the_later_of_two_meetings_is_the_one_that_decided(cast, unmet):
    late, early = set_for(cast, BEFORE), set_for(cast, BEFORE - timedelta(days=7))
    recorded(cast, late)
    recorded(cast, early)
    assert fresh(cast, unmet).meeting_on == BEFORE.date()


def test_only_who_records_meetings_tells_the_plan_its_day(cast, unmet):
    for name in ("silva", "okafor", "brooks", "rosa", "stranger"):
        with pytest.raises(NotYours):
            plan_actions.meeting_was_held(by=getattr(cast, name), plan=unmet, on=TODAY)
    adopt_day = date(2026, 11, 12)
    plan_actions.meeting_was_held(by=cast.chen, plan=unmet, on=adopt_day)
    plan_actions.adopt_plan(by=cast.chen, plan=fresh(cast, unmet), on=TODAY, expected=sha_of(fresh(cast, unmet)))
    with pytest.raises(Cannot, match="final"):
        plan_actions.meeting_was_held(by=cast.chen, plan=unmet, on=TODAY)


def test_a_meeting_that_nobody_came_to_was_not_held(cast, unmet):
    meeting = set_for(cast, BEFORE)
    for came in (set(), {7}):
        with pytest.raises(Cannot, match="nobody came"):
            actions.record_meeting(by=cast.ruiz, meeting=meeting, version=1, came=came, note="", agreed=True)
    assert not fresh(cast, unmet).meeting_held


# The draft began after its meeting


@pytest.fixture
def met_before(cast):
    """Maya's plan of last year in effect, a meeting held and recorded since, and then a draft begun."""
    adopt(cast)
    held = recorded(cast, set_for(cast, BEFORE))
    draft = plan_actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.ANNUAL, today=TODAY)
    draft.student = cast.maya
    return held, draft


def test_the_meetings_page_asks_whether_the_draft_was_decided_there(as_, cast, met_before):
    held, draft = met_before
    client = as_(cast.ruiz)
    page = client.get(f"/students/{spell(cast.maya.pk)}/meetings/").text
    assert "Was it decided at the meeting of Nov. 12, 2026" in page
    for _time in range(2):
        client.post(f"/meetings/{spell(held.pk)}/decide/", {"version": str(held.version)})
    plan = fresh(cast, draft)
    assert (plan.meeting_on, plan.meeting_held) == (BEFORE.date(), True)
    assert Meeting.objects.get(pk=held.pk).plan == draft
    assert "does not know its meeting" not in client.get(f"/students/{spell(cast.maya.pk)}/meetings/").text
    assert "was decided at this meeting" in client.get(f"/meetings/{spell(held.pk)}/").text


@pytest.mark.parametrize(
    ("at", "why"),
    [(datetime(2025, 11, 30, 15, 0, tzinfo=UTC), "before the plan in effect"), (NOW - timedelta(days=93), "too old")],
)
def test_an_old_meeting_decides_no_new_draft(cast, met_before, at, why):
    held, draft = met_before
    Meeting.objects.filter(pk=held.pk).update(starts_at=at)
    held = Meeting.objects.get(pk=held.pk)
    held.student = cast.maya
    with pytest.raises(Cannot, match="cannot have been decided"):
        actions.decide_draft(by=cast.ruiz, meeting=held, version=held.version)
    assert not fresh(cast, draft).meeting_held, why


def test_a_meeting_that_decided_a_plan_decides_no_other(cast, unmet):
    recorded(cast, set_for(cast, BEFORE))
    plan_actions.adopt_plan(by=cast.chen, plan=fresh(cast, unmet), on=TODAY, expected=sha_of(fresh(cast, unmet)))
    plan_actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.AMENDMENT, today=TODAY)
    held = Meeting.objects.get()
    held.student = cast.maya
    with pytest.raises(Cannot, match="cannot have been decided"):
        actions.decide_draft(by=cast.ruiz, meeting=held, version=held.version)


def test_of_a_meeting_of_another_kind_the_team_says_whether_it_decided(as_, cast, unmet):
    held = recorded(cast, set_for(cast, BEFORE, Meeting.Kind.REEVALUATION))
    assert not fresh(cast, unmet).meeting_held
    client = as_(cast.ruiz)
    assert "Was it decided at this meeting?" in client.get(f"/meetings/{spell(held.pk)}/").text
    client.post(f"/meetings/{spell(held.pk)}/decide/", {"version": str(held.version)})
    assert fresh(cast, unmet).meeting_on == BEFORE.date()


# The team did not agree


def test_a_meeting_where_the_team_did_not_agree_decides_nothing(as_, cast, unmet):
    held = recorded(cast, set_for(cast, BEFORE), agreed=False)
    assert (held.agreed, fresh(cast, unmet).meeting_held) == (False, False)
    client = as_(cast.ruiz)
    page = client.get(f"/meetings/{spell(held.pk)}/").text
    assert "The team has not agreed yet." in page and "The team agreed since then" in page
    assert "Was it decided at the meeting" not in client.get(f"/students/{spell(cast.maya.pk)}/meetings/").text
    assert not adopted(as_(cast.chen), unmet)


def test_the_deed_that_decides_it_after_all_says_how(as_, cast, unmet):
    held = recorded(cast, set_for(cast, BEFORE), agreed=False)
    with pytest.raises(Cannot, match="agreed since then, or the district decided"):
        actions.decide_draft(by=cast.ruiz, meeting=held, version=held.version)
    refused = as_(cast.ruiz).post(f"/meetings/{spell(held.pk)}/decide/", {"version": str(held.version)})
    assert (refused.status_code, list(refused.context["decide"].errors)) == (422, ["agreed"])
    assert not fresh(cast, unmet).meeting_held


@pytest.mark.parametrize(
    ("said", "agreed", "deed", "told"),
    [
        ("yes", True, "noted that the team agreed since", "The team agreed."),
        ("no", False, "noted that the district decided without agreement", "The district decided, and the family"),
    ],
)
def test_the_team_agrees_later_or_the_district_decides(as_, cast, unmet, said, agreed, deed, told):
    held = recorded(cast, set_for(cast, BEFORE), agreed=False)
    client, path = as_(cast.ruiz), f"/meetings/{spell(held.pk)}/"
    for _time in range(2):
        assert client.post(f"{path}decide/", {"version": str(held.version), "agreed": said}).status_code == 302
    held.refresh_from_db()
    assert (held.agreed, held.plan, fresh(cast, unmet).meeting_on) == (agreed, unmet, BEFORE.date())
    assert Entry.objects.filter(deed=deed, target_id=held.pk).count() == 1
    assert told in client.get(path).text
    assert adopted(as_(cast.chen), give_reasons(fresh(cast, unmet), cast.ruiz))
    assert told in client.get(path).text


# What the pages say


@pytest.mark.parametrize(
    ("at", "words"),
    [(None, "Not decided at a meeting yet"), (SOON, "Planned for"), (NOW - timedelta(days=1), "is not recorded yet")],
)
def test_the_dates_of_a_plan_say_how_its_meeting_stands(as_, cast, unmet, at, words):
    if at:
        set_for(cast, at)
    page = as_(cast.ruiz).get(f"/plans/{spell(unmet.pk)}/edit/dates/")
    assert words in page.text
    assert f"/students/{spell(cast.maya.pk)}/meetings/?held=1" in page.text
    assert "meeting_held" not in page.text
    assert "record it under Meetings" in page.text, "the open point says where"


def test_the_dates_of_a_plan_tell_when_it_was_decided(as_, cast, unmet):
    recorded(cast, set_for(cast, BEFORE))
    assert "Held on" in as_(cast.ruiz).get(f"/plans/{spell(unmet.pk)}/edit/dates/").text
    provider = as_(cast.silva).get(f"/plans/{spell(unmet.pk)}/edit/dates/").text
    assert "Held on" in provider


def test_a_meeting_that_was_held_is_entered_and_recorded_in_one_sitting(as_, cast, unmet):
    client = as_(cast.ruiz)
    page = client.get(f"/students/{spell(cast.maya.pk)}/meetings/")
    assert "?held=1" in page.text
    page = client.get(f"/students/{spell(cast.maya.pk)}/meetings/?held=1")
    assert "Enter a meeting that was held" in page.text
    form = {"kind": "annual", "day": "2026-11-18", "time": "10:00", "minutes": "30", "place": "Phone", "held": "1"}
    page = client.post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", form, follow=True)
    assert "record below who came" in page.text
    assert "Send the notice" not in page.text
    meeting = Meeting.objects.get()
    people = [str(person.pk) for person in meeting.attendees.all()]
    record = {"version": str(meeting.version), "came": people, "agreed": "yes", "note": "Agreed"}
    record["family_tried"] = "Ms. Delgado called on November 17 and asked for this day."
    page = client.post(f"/meetings/{spell(meeting.pk)}/record/", record, follow=True)
    assert "the draft knows its day" in page.text
    assert fresh(cast, unmet).meeting_on == date(2026, 11, 18)
    refused = client.post(f"/students/{spell(cast.maya.pk)}/meetings/plan/", form | {"day": "2026-08-01"})
    assert "Enter a meeting that was held" in refused.text, "a refused form stays what it was"


def test_a_notice_after_the_meeting_is_refused(cast, unmet):
    meeting = set_for(cast, BEFORE)
    with pytest.raises(Cannot, match="too late"):
        actions.send_notice(by=cast.ruiz, meeting=meeting, version=meeting.version)
    assert Attendee.objects.filter(meeting=meeting).exists()
