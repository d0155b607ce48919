"""Who works with a student: joining, dates that act at once, one case manager at a time, and what others may see."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.people.models import StaffPost
from strongsuit.people.roles import TEAM_POSTS, TEAM_RELATIONS, Relation, Role
from strongsuit.students import access, actions, queries
from strongsuit.students.models import Guardian, Student, TeamMember
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import TODAY, about, account, on_team, post

ZERO = "\x00"
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def chair(as_, cast):
    return as_(cast.chen)


def at(name, *rows):
    return reverse(f"students:{name}", args=[row.pk for row in rows])


def joining(person, **values):
    return {"account": str(person.pk), "relation": "special_teacher", "starts_on": "2026-11-20"} | values


def manager_of(student):
    return TeamMember.objects.get(access.holding(TODAY), student=student, relation=Relation.CASE_MANAGER).account


@pytest.fixture
def newcomer(cast):
    """A student as a roster brings one: a school, a name, and nobody yet."""
    return Student.objects.create(
        district=cast.district,
        school=cast.school,
        given_name="Nia",
        family_name="New",
        birth_date=date(2015, 3, 3),
        grade="6",
        local_id="77",
    )


def test_a_student_fresh_from_the_roster_gets_a_team_from_the_chair(chair, cast, newcomer):
    page = chair.get(at("team", newcomer)).content.decode()
    assert "No case manager yet" in page
    chair.post(at("case_manager", newcomer), {"account": str(cast.ruiz.pk), "on": "2026-11-20"})
    chair.post(at("add_member", newcomer), joining(cast.silva, relation="provider", service="speech"))
    assert manager_of(newcomer) == cast.ruiz
    assert access.grant(cast.silva, "plan.write", newcomer).relation == Relation.PROVIDER
    page = chair.get(at("team", newcomer)).content.decode()
    assert "No case manager yet" not in page
    assert "Speech-language therapy" in page


def offered(student, *parts):
    return [person.name for person in queries.colleagues(student, parts, today=TODAY)]


def test_the_search_offers_people_of_the_school_first_and_nobody_from_elsewhere(chair, cast):
    listed = offered(cast.maya, Relation.GENERAL_TEACHER)
    assert "Pat Stranger" not in listed
    post(cast.stranger, cast.district, Role.TEACHER)
    listed = offered(cast.maya, Relation.GENERAL_TEACHER)
    assert listed.index("Pat Stranger") > listed.index("Elena Ruiz")
    assert "Alex Outsider" not in listed
    assert "Rosa Delgado" not in listed
    page = chair.get(at("add_member", cast.maya), {"q": "silv"}).content.decode()
    assert "Ana Silva" in page and "Chidi Okafor" not in page
    assert "Nobody by that name" in chair.get(at("add_member", cast.maya), {"q": "zzz"}).content.decode()


def test_a_foreign_name_and_a_nonsense_word_find_the_same_nothing(chair, cast):
    foreign = chair.get(at("add_member", cast.maya), {"q": "Outsider"}).content.decode()
    nonsense = chair.get(at("add_member", cast.maya), {"q": "Zqxwvuts"}).content.decode()
    assert len(foreign) == len(nonsense)
    assert foreign.count("Nobody by that name") == nonsense.count("Nobody by that name") == 1


@pytest.mark.parametrize("who", ["admin", "nguyen", "brooks", "stranger", "registrar"])
def test_nobody_whose_post_does_not_fit_is_offered_as_case_manager_or_becomes_it(chair, cast, who):
    """The office, an aide, the principal, a teacher of another school, the registrar."""
    cast.registrar = account("registrar@harbor.example", "Rae Registrar")
    post(cast.registrar, cast.district, Role.REGISTRAR)
    person = getattr(cast, who)
    assert person.name not in chair.get(at("case_manager", cast.maya)).content.decode()
    answer = chair.post(at("case_manager", cast.maya), {"account": str(person.pk), "on": "2026-12-01"})
    assert answer.status_code == 422
    with pytest.raises(Cannot, match="has no post in this student's school"):
        actions.change_case_manager(by=cast.chen, student=cast.maya, account=person, on=TODAY)
    assert manager_of(cast.maya) == cast.ruiz


def test_each_part_needs_a_post_that_fits_it(chair, cast):
    assert offered(cast.maya, Relation.AIDE) == offered(cast.maya, Relation.GENERAL_TEACHER, Relation.AIDE)
    assert cast.nguyen.name in offered(cast.maya, Relation.AIDE)
    answer = chair.post(at("add_member", cast.maya), joining(cast.nguyen, relation="general_teacher"))
    assert answer.status_code == 422
    assert "that fits this part" in answer.content.decode()
    assert set(TEAM_POSTS) == set(TEAM_RELATIONS)


def test_a_person_found_by_search_joins_once_however_often_the_form_arrives(chair, cast):
    post(cast.stranger, cast.district, Role.TEACHER)
    for _time in range(2):
        answer = chair.post(at("add_member", cast.maya) + "?q=stranger", joining(cast.stranger))
        assert answer.status_code == 302
    made = TeamMember.objects.get(student=cast.maya, account=cast.stranger)
    assert (made.relation, made.starts_on, made.district_id) == ("special_teacher", TODAY, cast.district.pk)
    assert Entry.objects.filter(target_id=made.pk, student=cast.maya.pk, because="chair").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"account": ""}, "Choose a person from the list"),
        ({"account": "12345"}, "Select a valid choice"),
        ({"account": "9" * 40}, "Select a valid choice"),
        ({"relation": ""}, "This field is required"),
        ({"relation": "case_manager"}, "Select a valid choice"),
        ({"relation": "guardian"}, "Select a valid choice"),
        ({"relation": "provider"}, "Choose the service"),
        ({"relation": "provider", "service": "magic"}, "Select a valid choice"),
        ({"starts_on": ""}, "This field is required"),
        ({"starts_on": "1900-01-01"}, "Use a date from"),
        ({"starts_on": "soon"}, "Write the date as"),
        ({"starts_on": "2026-12-01", "ends_on": "2026-11-30"}, "comes before the first"),
        ({"starts_on": f"2026-11-20{ZERO}"}, "Write the date as"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(chair, cast, values, sentence):
    before = TeamMember.objects.count()
    answer = chair.post(at("add_member", cast.maya), joining(cast.brooks) | values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert TeamMember.objects.count() == before


def test_an_empty_form_is_refused(chair, cast):
    assert chair.post(at("add_member", cast.maya), {}).status_code == 422


def test_nobody_hands_on_more_than_they_hold(as_, cast):
    """A case manager who could name a chair could let somebody adopt plans."""
    answer = as_(cast.ruiz).post(at("add_member", cast.maya), joining(cast.okafor, relation="chair"))
    assert answer.status_code == 422
    with pytest.raises(NotYours):
        actions.add_member(
            by=cast.ruiz, student=cast.maya, account=cast.okafor, relation=Relation.CHAIR, starts_on=TODAY
        )
    made = actions.add_member(
        by=cast.chen, student=cast.maya, account=cast.brooks, relation=Relation.CHAIR, starts_on=TODAY
    )
    assert made.part == "Committee chair"


@pytest.mark.parametrize("who", ["outsider", "rosa", "maya_account"])
def test_only_people_with_a_post_in_the_district_join(cast, who):
    with pytest.raises((NotYours, Cannot)):
        actions.add_member(
            by=cast.chen, student=cast.maya, account=getattr(cast, who), relation=Relation.AIDE, starts_on=TODAY
        )
    assert not TeamMember.objects.filter(student=cast.maya, account=getattr(cast, who)).exists()


def test_a_colleague_who_is_family_of_the_student_cannot_be_on_the_team(cast):
    post(cast.rosa, cast.district, Role.TEACHER, cast.school)
    assert cast.rosa.name not in offered(cast.maya, Relation.GENERAL_TEACHER)
    with pytest.raises(Cannot, match="family of the student"):
        actions.add_member(by=cast.chen, student=cast.maya, account=cast.rosa, relation=Relation.AIDE, starts_on=TODAY)


def test_a_new_case_manager_begins_the_day_after_the_old_one_ends(chair, cast):
    for _time in range(2):
        chair.post(at("case_manager", cast.maya), {"account": str(cast.okafor.pk), "on": "2026-12-01"})
    rows = TeamMember.objects.filter(student=cast.maya, relation="case_manager").order_by("starts_on")
    assert [(row.account, row.ends_on) for row in rows] == [(cast.ruiz, date(2026, 11, 30)), (cast.okafor, None)]
    assert rows[1].starts_on == date(2026, 12, 1)
    assert manager_of(cast.maya) == cast.ruiz


def test_a_change_that_is_still_to_come_can_be_changed_again(cast):
    actions.change_case_manager(by=cast.chen, student=cast.maya, account=cast.okafor, on=date(2026, 12, 1))
    actions.change_case_manager(by=cast.chen, student=cast.maya, account=cast.silva, on=TODAY)
    rows = TeamMember.objects.filter(student=cast.maya, relation="case_manager").order_by("starts_on")
    assert [(row.account, row.starts_on, row.ends_on) for row in rows] == [
        (cast.ruiz, date(2026, 9, 1), YESTERDAY),
        (cast.silva, TODAY, None),
    ]


def test_a_change_of_the_case_manager_cannot_reach_back(chair, cast):
    answer = chair.post(at("case_manager", cast.maya), {"account": str(cast.okafor.pk), "on": "2026-10-01"})
    assert answer.status_code == 422
    assert "Choose today or a later day" in answer.content.decode()
    assert manager_of(cast.maya) == cast.ruiz


def test_a_case_manager_who_hands_over_is_led_away_and_not_into_a_closed_door(as_, cast):
    answer = as_(cast.ruiz).post(at("case_manager", cast.maya), {"account": str(cast.okafor.pk), "on": "2026-11-20"})
    assert answer.url == reverse("home:today")
    assert access.grant(cast.ruiz, "student.read", cast.maya) is None


def test_ending_a_part_acts_with_the_next_click(chair, cast):
    okafor = cast.sign_in(Client(), cast.okafor)
    assert okafor.get(at("team", cast.maya)).status_code == 200
    member = TeamMember.objects.get(account=cast.okafor)
    for _time in range(2):
        assert chair.post(at("end_member", cast.maya, member), {"version": member.version}).status_code == 302
    assert okafor.get(at("team", cast.maya)).status_code == 404
    member.refresh_from_db()
    assert member.ends_on == YESTERDAY
    assert Entry.objects.filter(deed="ended a part on the team").count() == 1
    page = chair.get(at("team", cast.maya)).content.decode()
    assert "Former members" in page


def test_a_part_that_began_today_is_taken_back_whole(chair, cast):
    member = on_team(cast.maya, cast.brooks, Relation.AIDE)
    TeamMember.objects.filter(pk=member.pk).update(starts_on=TODAY)
    for _time in range(2):
        assert chair.post(at("end_member", cast.maya, member), {"version": 1}).status_code == 302
    assert not TeamMember.objects.filter(pk=member.pk).exists()
    taken = Entry.objects.get(deed="took back a part on the team")
    assert (taken.student, taken.target_id) == (cast.maya.pk, member.pk)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [("2026-11-30T23:59:59", True), ("2026-12-01T00:00:00", False)],
)
def test_a_part_ends_at_midnight_where_the_school_is(cast, moment, open_):
    TeamMember.objects.filter(account=cast.okafor).update(ends_on=date(2026, 11, 30))
    for zone in ("America/New_York", "Pacific/Honolulu"):
        cast.maya.district.time_zone = zone
        with clock.frozen(datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)), everywhere=True):
            assert (access.grant(cast.okafor, "student.read", cast.maya) is not None) == open_


def test_ending_now_counts_from_the_day_where_the_school_is(cast):
    member = TeamMember.objects.select_related("student__district").get(account=cast.okafor)
    member.student.district.time_zone = "Pacific/Honolulu"
    with clock.frozen(datetime(2026, 12, 1, 1, tzinfo=ZoneInfo("America/New_York")), everywhere=True):
        actions.end_member(by=cast.chen, member=member, version=1)
    assert member.ends_on == date(2026, 11, 29)


def test_other_dates_are_saved_with_the_old_ones_in_the_trail(chair, cast):
    member = TeamMember.objects.get(account=cast.silva)
    values = {"service": "counseling", "starts_on": "2026-10-01", "ends_on": "2027-06-26", "version": 1}
    assert chair.post(at("member", cast.maya, member), values).status_code == 302
    member.refresh_from_db()
    assert (member.service, member.starts_on, member.ends_on) == ("counseling", date(2026, 10, 1), date(2027, 6, 26))
    entry = Entry.objects.get(deed="changed a part on the team")
    assert entry.detail["before"] == {"part": "provider", "from": "2026-09-01", "until": None}


def test_a_stale_change_keeps_what_was_typed_and_shows_what_the_other_person_saved(chair, cast):
    member = TeamMember.objects.get(account=cast.okafor)
    TeamMember.objects.filter(pk=member.pk).update(version=2, ends_on=date(2027, 1, 29))
    mine = {"starts_on": "2026-09-01", "ends_on": "2027-06-26", "version": 1}
    answer = chair.post(at("member", cast.maya, member), mine)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Somebody saved this while you had it open" in page
    assert "2027-01-29" in page and "2027-06-26" in page
    assert chair.post(at("member", cast.maya, member), mine | {"version": 2}).status_code == 302


def test_a_stale_end_changes_nothing(chair, cast):
    member = TeamMember.objects.get(account=cast.okafor)
    TeamMember.objects.filter(pk=member.pk).update(version=5)
    chair.post(at("end_member", cast.maya, member), {"version": "1"})
    chair.post(at("end_member", cast.maya, member), {"version": "nonsense"})
    member.refresh_from_db()
    assert member.ends_on is None


def test_two_case_managers_never_hold_the_same_day(chair, cast):
    actions.change_case_manager(by=cast.chen, student=cast.maya, account=cast.okafor, on=date(2026, 12, 1))
    old = TeamMember.objects.get(account=cast.ruiz)
    values = {"starts_on": "2026-09-01", "ends_on": "2026-12-01", "version": old.version}
    answer = chair.post(at("member", cast.maya, old), values)
    assert answer.status_code == 422
    assert "one at a time" in answer.content.decode()


def test_a_part_that_has_ended_is_history(chair, cast):
    member = on_team(cast.maya, cast.brooks, Relation.AIDE, ends_on=YESTERDAY)
    assert chair.get(at("member", cast.maya, member)).status_code == 404
    with pytest.raises(Cannot, match="Add the person again"):
        actions.change_member(by=cast.chen, member=member, version=1, starts_on=TODAY, ends_on=None)


def test_a_part_is_reached_through_its_own_student_only(chair, cast, newcomer):
    member = TeamMember.objects.get(account=cast.okafor)
    assert chair.get(at("member", newcomer, member)).status_code == 404
    chair.post(at("end_member", newcomer, member), {"version": 1})
    member.refresh_from_db()
    assert member.ends_on is None


PAGES = ["team", "add_member", "case_manager", "add_guardian", "record", "edit", "eligibility", "end_eligibility"]


@pytest.mark.parametrize("who", ["stranger", "outsider", "rosa", "paul", "maya_account"])
@pytest.mark.parametrize("name", PAGES)
def test_the_stranger_and_the_family_find_no_staff_page(as_, cast, who, name):
    assert as_(getattr(cast, who)).get(at(name, cast.maya)).status_code == 404


@pytest.mark.parametrize("who", ["okafor", "silva", "nguyen", "brooks", "admin"])
def test_members_read_the_team_and_change_nothing(as_, cast, who):
    client = as_(getattr(cast, who))
    page = client.get(at("team", cast.maya)).content.decode()
    assert "Elena Ruiz" in page
    assert "Add a person" not in page
    assert client.post(at("add_member", cast.maya), joining(cast.brooks)).status_code == 404
    member = TeamMember.objects.get(account=cast.okafor)
    assert client.post(at("end_member", cast.maya, member), {"version": 1}).status_code == 404
    with pytest.raises(NotYours):
        actions.end_member(by=getattr(cast, who), member=member, version=1)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("add_member", {"relation": "aide", "starts_on": "2026-11-20"}),
        ("case_manager", {"on": "2026-11-20"}),
    ],
)
def test_a_change_of_roles_asks_again_who_one_is(chair, cast, name, values):
    session = chair.session
    session["proved_at"] = clock.now().timestamp() - 3600
    session.save()
    before = list(TeamMember.objects.values_list("pk", "ends_on").order_by("pk"))
    answer = chair.post(at(name, cast.maya), {"account": str(cast.brooks.pk)} | values)
    assert answer.url.startswith(reverse("people:step"))
    assert list(TeamMember.objects.values_list("pk", "ends_on").order_by("pk")) == before


@pytest.mark.parametrize("count", [1, 25, 250])
def test_the_page_asks_the_database_a_fixed_number_of_times(chair, cast, count, django_assert_max_num_queries):
    for number in range(count):
        person = account(f"p{number}@harbor.example", f"Person {number}")
        post(person, cast.district, Role.TEACHER, cast.school)
        on_team(cast.maya, person, Relation.AIDE)
        on_team(cast.maya, person, Relation.GENERAL_TEACHER, ends_on=YESTERDAY)
        Guardian.objects.create(**about(cast.maya), name=f"Aunt {number}", relationship="other")
    with django_assert_max_num_queries(14):
        assert chair.get(at("team", cast.maya)).status_code == 200
    with django_assert_max_num_queries(14):
        assert chair.get(at("add_member", cast.maya)).status_code == 200


def test_who_no_longer_works_here_is_not_offered(cast):
    StaffPost.objects.filter(account=cast.okafor).update(ends_on=YESTERDAY)
    assert cast.okafor.name not in offered(cast.maya, Relation.GENERAL_TEACHER)
    with pytest.raises(NotYours):
        actions.change_case_manager(by=cast.chen, student=cast.maya, account=cast.okafor, on=TODAY)


def test_the_action_refuses_a_version_that_is_not_the_stored_one(cast):
    member = TeamMember.objects.get(account=cast.okafor)
    with pytest.raises(Stale):
        actions.end_member(by=cast.chen, member=member, version=9)
