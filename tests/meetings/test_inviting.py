"""Who is on the list of a meeting, and who is missing at the table (34 CFR 300.321)."""

from datetime import UTC, date, datetime

import pytest

from strongsuit.knowledge.committee import Seat
from strongsuit.meetings import actions, inviting
from strongsuit.meetings.models import Attendee, Meeting
from strongsuit.people.models import StaffPost
from strongsuit.people.roles import Relation, Role
from strongsuit.plans.models import Plan
from strongsuit.students.models import Guardian, Student, TeamMember
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import account, on_team, post

SOON = datetime(2026, 12, 3, 19, 30, tzinfo=UTC)


@pytest.fixture
def meet(cast):
    def set_for(child=cast.maya, by=cast.ruiz):
        return actions.plan_meeting(
            by=by, student=child, kind=Meeting.Kind.ANNUAL, starts_at=SOON, minutes=60, place="Room 4", purpose=""
        )

    return set_for


def parts(meeting):
    return {person.name: person.part for person in meeting.attendees.all()}


def test_everybody_comes_with_their_part(meet):
    assert parts(meet()) == {
        "Ana Silva": "provider",
        "Chidi Okafor": "general_teacher",
        "Elena Ruiz": "case_manager",
        "Linh Nguyen": "aide",
        "Maya Delgado": "self",
        "Paul Price": "informed",
        "Rosa Delgado": "guardian",
        "Wei Chen": "chair",
    }


def test_a_school_without_a_chair_asks_those_of_the_district(cast, meet):
    head = account("head@harbor.example", "Noor Head")
    post(head, cast.district, Role.CHAIR)
    assert "Noor Head" not in parts(meet())
    Meeting.objects.all().delete()
    StaffPost.objects.filter(account=cast.chen).update(ends_on=date(2026, 12, 1))
    found = parts(meet())
    assert found["Noor Head"] == "chair"
    assert "Wei Chen" not in found
    assert "Alex Outsider" not in found


def test_who_left_the_district_or_is_family_comes_not_as_staff(cast, meet):
    StaffPost.objects.filter(account=cast.silva).update(ends_on=date(2026, 11, 25))
    Guardian.objects.filter(account=cast.paul).update(account=cast.okafor, name="Chidi Okafor")
    found = parts(meet())
    assert "Ana Silva" not in found
    assert found["Chidi Okafor"] == "informed"


def test_a_grown_student_sits_there_in_both_parts(cast, meet):
    Student.objects.filter(pk=cast.maya.pk).update(rights_transferred_on=date(2026, 11, 1))
    cast.maya.refresh_from_db()
    found = parts(meet())
    assert found["Maya Delgado"] == "adult_self"
    assert found["Rosa Delgado"] == "informed"


def missing(cast, meeting):
    return inviting.missing_seats(meeting, meeting.attendees.all())


def test_a_full_table_misses_nobody(cast, meet):
    assert missing(cast, meet()) == ()


@pytest.mark.parametrize(
    ("names", "seats"),
    [
        (["Rosa Delgado"], [Seat.PARENT]),
        (["Chidi Okafor"], [Seat.CLASS_TEACHER]),
        (["Elena Ruiz", "Ana Silva"], [Seat.SPECIALIST]),
        (["Wei Chen"], [Seat.DISTRICT]),
        (["Elena Ruiz", "Ana Silva", "Wei Chen"], [Seat.SPECIALIST, Seat.DISTRICT, Seat.RESULTS]),
        (["Maya Delgado"], []),
    ],
)
def test_an_empty_seat_is_named_and_blocks_nothing(cast, client, meet, names, seats):
    meeting = meet()
    Attendee.objects.filter(meeting=meeting, name__in=names).delete()
    assert list(missing(cast, meeting)) == seats
    page = cast.sign_in(client, cast.ruiz).get(f"/meetings/{spell(meeting.pk)}/").text
    assert [str(seat.label) in page for seat in Seat] == [seat in seats for seat in Seat]
    assert "Send the notice" in page


def test_the_student_is_missed_where_the_time_after_school_is_planned(cast, meet):
    meeting = meet(cast.leo, cast.stranger)
    Attendee.objects.filter(meeting=meeting, name="Leo Martin").delete()
    assert Seat.STUDENT in missing(cast, meeting)


def test_a_person_outside_the_record_takes_a_seat_once(cast, client, meet):
    meeting = meet()
    Attendee.objects.filter(meeting=meeting, name="Chidi Okafor").delete()
    browser = cast.sign_in(client, cast.ruiz)
    for _time in range(2):
        browser.post(f"/meetings/{spell(meeting.pk)}/add/", {"name": "Jo Visitor", "part": "general_teacher"})
    assert Attendee.objects.filter(meeting=meeting, name="Jo Visitor", account=None).count() == 1
    assert missing(cast, meeting) == ()
    refused = browser.post(f"/meetings/{spell(meeting.pk)}/add/", {"name": "KEPT", "part": "chair"})
    assert (refused.status_code, "KEPT" in refused.text) == (422, True)


def test_who_joined_since_is_put_on_the_list_and_nobody_twice(cast, client, meet):
    TeamMember.objects.filter(account=cast.nguyen).delete()
    Guardian.objects.create(
        district_id=cast.maya.district_id, student=cast.maya, name="Sol Delgado", relationship="grandparent"
    )
    meeting = meet()
    on_team(cast.maya, cast.nguyen, Relation.AIDE)
    browser = cast.sign_in(client, cast.ruiz)
    for _time in range(2):
        browser.post(f"/meetings/{spell(meeting.pk)}/gather/", {"version": str(meeting.version)})
    names = sorted(person.name for person in meeting.attendees.all())
    assert names.count("Linh Nguyen") == 1
    assert len(names) == len(set(names)) == 9


def test_who_was_taken_off_on_purpose_stays_off_until_asked_back(cast, client, meet):
    meeting = meet()
    browser = cast.sign_in(client, cast.ruiz)
    for name in ("Chidi Okafor", "Paul Price"):
        actions.take_off_list(by=cast.ruiz, meeting=meeting, person=meeting.attendees.get(name=name).pk)
    gathered = browser.post(f"/meetings/{spell(meeting.pk)}/gather/", follow=True).text
    assert not {"Chidi Okafor", "Paul Price"} & set(parts(meeting))
    assert "except for those you took off: Chidi Okafor, Paul Price." in gathered
    assert "Taken off the list: Chidi Okafor, Paul Price." in gathered
    browser.post(f"/meetings/{spell(meeting.pk)}/gather/", {"everybody": "1"})
    assert {"Chidi Okafor", "Paul Price"} <= set(parts(meeting))
    assert "Taken off the list" not in browser.get(f"/meetings/{spell(meeting.pk)}/").text


def test_a_parent_taken_off_who_decides_since_is_invited_after_all(cast, meet):
    meeting = meet()
    actions.take_off_list(by=cast.ruiz, meeting=meeting, person=meeting.attendees.get(name="Paul Price").pk)
    Guardian.objects.filter(account=cast.paul).update(may_decide=True)
    actions.gather(by=cast.ruiz, meeting=meeting)
    assert parts(meeting)["Paul Price"] == "guardian"


def test_only_who_plans_meetings_changes_the_list_and_only_before(cast, meet):
    meeting = meet()
    for name in ("silva", "okafor", "brooks", "rosa", "stranger"):
        with pytest.raises(NotYours):
            actions.add_to_list(by=getattr(cast, name), meeting=meeting, name="Jo", part="guest")
        with pytest.raises(NotYours):
            actions.gather(by=getattr(cast, name), meeting=meeting)
    actions.call_off(by=cast.ruiz, meeting=meeting, version=meeting.version)
    with pytest.raises(Cannot, match="over"):
        actions.add_to_list(by=cast.ruiz, meeting=meeting, name="Jo", part="guest")


def test_the_family_is_sent_to_the_plan_only_when_there_is_one(cast, client):
    page = cast.sign_in(client, cast.rosa).get(f"/family/{spell(cast.maya.pk)}/meetings/").text
    assert "no plan to read here yet" in page
    assert "write on the page of the plan" not in page
    Plan.objects.filter(pk=cast.plan.pk).update(state="proposed")
    page = client.get(f"/family/{spell(cast.maya.pk)}/meetings/").text
    assert "write on the page of the plan" in page


def test_the_page_of_a_meeting_asks_no_more_for_a_longer_list(cast, client, meet, django_assert_max_num_queries):
    meeting = meet()
    browser = cast.sign_in(client, cast.ruiz)
    with clock.frozen(SOON, everywhere=False), django_assert_max_num_queries(40) as few:
        browser.get(f"/meetings/{spell(meeting.pk)}/")
    for number in range(6):
        actions.add_to_list(by=cast.ruiz, meeting=meeting, name=f"Guest {number}", part="guest")
    with clock.frozen(SOON, everywhere=False), django_assert_max_num_queries(len(few)):
        browser.get(f"/meetings/{spell(meeting.pk)}/")
