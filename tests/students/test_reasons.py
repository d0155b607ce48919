"""A record outside one's list opens only for a reason, for a day, in sight of the family and the office (AZ-09)."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.people.models import StaffPost
from strongsuit.people.roles import Relation, Role
from strongsuit.students import access, actions_reasons, queries
from strongsuit.students.models import Guardian, ReasonedAccess
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import NOW, TODAY, about, account, post, student

REASON = "Evaluation for the reading program asked for by the family"
FIND = "/students/find/"


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def psychologist(cast):
    person = account("psy@harbor.example", "Sol Psych")
    post(person, cast.district, Role.PSYCHOLOGIST, cast.school)
    return person


@pytest.fixture
def opener(as_, psychologist):
    return as_(psychologist)


def at(name, row):
    return reverse(f"students:{name}", args=[row.pk])


def test_a_reason_opens_the_record_for_a_day_and_closes_it_by_itself(opener, cast, psychologist):
    assert opener.get(reverse("plans:plans", args=[cast.leo.pk])).status_code == 404
    assert opener.post(FIND, {"local_id": "1002"}).url == at("reason", cast.leo)
    answer = opener.post(at("reason", cast.leo), {"reason": REASON})
    assert answer.url == reverse("home:thread", args=[cast.leo.pk])
    assert opener.get(reverse("plans:plans", args=[cast.leo.pk])).status_code == 200
    with clock.frozen(NOW + timedelta(hours=23, minutes=59), everywhere=True):
        assert access.grant(psychologist, "plan.read", cast.leo).relation == Relation.REASON
    with clock.frozen(NOW + timedelta(hours=24), everywhere=True):
        assert access.grant(psychologist, "plan.read", cast.leo) is None


def test_the_reason_lets_read_and_nothing_more(cast, psychologist):
    actions_reasons.open_for_reason(by=psychologist, student=cast.leo, reason=REASON)
    for ability in ("plan.write", "plan.draft", "team.write", "contacts.read", "student.write", "paper.print"):
        assert access.grant(psychologist, ability, cast.leo) is None


def test_the_family_reads_who_and_why_in_the_history(opener, as_, cast):
    Guardian.objects.create(**about(cast.leo), account=cast.paul, name="Paul Price", relationship="father")
    opener.post(at("reason", cast.leo), {"reason": REASON})
    page = as_(cast.paul).get(reverse("home:record", args=[cast.leo.pk])).content.decode()
    assert "Sol Psych" in page and REASON in page


def test_the_trail_keeps_the_reason_once_however_often_the_form_arrives(opener, cast, psychologist):
    for _time in range(2):
        opener.post(at("reason", cast.leo), {"reason": REASON})
    assert ReasonedAccess.objects.filter(account=psychologist).count() == 1
    entry = Entry.objects.get(deed="opened the record for a reason")
    assert (entry.student, entry.district, entry.because) == (cast.leo.pk, cast.district.pk, REASON)
    assert entry.detail == {"until": (NOW + timedelta(hours=24)).isoformat()}


def test_the_office_is_told_without_the_name_of_the_child(opener, cast, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        opener.post(at("reason", cast.leo), {"reason": REASON})
    assert [sent.to for sent in mail.outbox] == [["office@harbor.example"]]
    words = mail.outbox[0].subject + mail.outbox[0].body
    assert "Sol Psych" in words and "Leo" not in words and "Martin" not in words and REASON not in words


def test_the_team_and_the_office_see_what_is_open(opener, as_, cast):
    opener.post(at("reason", cast.leo), {"reason": REASON})
    assert REASON in as_(cast.stranger).get(at("team", cast.leo)).content.decode()
    page = as_(cast.admin).get(FIND).content.decode()
    assert "Sol Psych" in page and "Leo Martin" in page and REASON in page


def test_the_own_list_shows_what_is_open_and_closes_it_early(opener, cast, psychologist):
    opener.post(at("reason", cast.leo), {"reason": REASON})
    assert "Leo Martin" in opener.get(FIND).content.decode()
    opened = ReasonedAccess.objects.get()
    for _time in range(2):
        assert opener.post(at("close_reason", opened)).url == FIND
    assert access.grant(psychologist, "plan.read", cast.leo) is None
    assert "Leo Martin" not in opener.get(FIND).content.decode()
    assert Entry.objects.filter(deed="closed the record again").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"reason": ""}, "This field is required"),
        ({"reason": "because"}, "in a whole sentence"),
        ({"reason": "         a  "}, "in a whole sentence"),
        ({"reason": "because because because because"}, "in a whole sentence"),
        ({"reason": "a " * 101}, "at most 200"),
        ({"reason": "a reason\x00 that lies"}, "hidden sign"),
    ],
)
def test_without_a_real_reason_nothing_opens(opener, cast, values, sentence):
    answer = opener.post(at("reason", cast.leo), values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not ReasonedAccess.objects.exists()


def test_the_action_itself_asks_for_a_reason(cast, psychologist):
    with pytest.raises(Cannot, match="whole sentence"):
        actions_reasons.open_for_reason(by=psychologist, student=cast.leo, reason="  short ")


def test_a_student_is_found_by_the_whole_name_and_the_birthday(opener, cast):
    exact = {"family_name": "martin", "birth_date": "2010-02-28"}
    assert opener.post(FIND, exact).url == at("reason", cast.leo)
    for guess in ({"family_name": "Mart"}, {"family_name": "Martin%"}, {"birth_date": "2010-02-27"}):
        answer = opener.post(FIND, exact | guess)
        assert "No student fits exactly" in answer.content.decode()
        assert "Leo" not in answer.content.decode()


def test_part_of_a_number_finds_nobody(opener):
    for number in ("100", "1002 1001", "%", "10_2", "' OR 1=1"):
        assert "No student fits exactly" in opener.post(FIND, {"local_id": number}).content.decode()


def test_a_child_of_another_district_and_nobody_look_alike(opener, cast):
    foreign = opener.post(FIND, {"family_name": "Pine", "birth_date": "2014-01-01"})
    nobody = opener.post(FIND, {"family_name": "Pxne", "birth_date": "2014-01-01"})
    assert (foreign.status_code, len(foreign.content)) == (nobody.status_code, len(nobody.content))
    assert opener.get(at("reason", cast.far_child)).status_code == 404


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Give the student number"),
        ({"family_name": "Martin"}, "Give the student number"),
        ({"birth_date": "2010-02-28"}, "Give the student number"),
        ({"family_name": "Martin", "birth_date": "28.2.10"}, "Write the date as"),
        ({"local_id": "1\x00"}, "hidden sign"),
        ({"local_id": "1" * 41}, "at most 40"),
    ],
)
def test_a_search_that_is_not_exact_is_refused(opener, values, sentence):
    answer = opener.post(FIND, values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_twins_are_told_apart_by_grade_and_school(opener, cast):
    student(cast.district, cast.school, "Lea", "Martin", date(2010, 2, 28), "9", "1003")
    page = opener.post(FIND, {"family_name": "Martin", "birth_date": "2010-02-28"}).content.decode()
    assert "Lea Martin" in page and "Leo Martin" in page


def test_searching_stands_in_the_trail_and_has_a_limit(opener, cast):
    opener.post(FIND, {"local_id": "1002"})
    assert Entry.objects.filter(student=cast.leo.pk, deed="found the student by exact name or number").count() == 1
    for number in range(29):
        assert opener.post(FIND, {"local_id": f"no {number}"}).status_code == 200
    answer = opener.post(FIND, {"local_id": "1002"})
    assert answer.status_code == 422
    assert "Go on later" in answer.content.decode()
    with clock.frozen(NOW + timedelta(minutes=9), everywhere=True):
        assert opener.post(FIND, {"local_id": "1002"}).status_code == 422


def test_a_name_that_was_searched_for_stands_in_no_address(opener):
    assert opener.get(FIND, {"family_name": "Martin", "birth_date": "2010-02-28"}).status_code == 200
    assert 'method="post"' in opener.get(FIND).content.decode()


@pytest.mark.parametrize("who", ["ruiz", "okafor", "silva", "nguyen", "stranger", "rosa", "maya_account"])
def test_who_holds_no_such_post_finds_no_door(as_, cast, who):
    client = as_(getattr(cast, who))
    assert client.get(FIND).status_code == 404
    assert client.post(FIND, {"local_id": "1002"}).status_code == 404
    assert client.get(at("reason", cast.leo)).status_code == 404
    assert client.post(at("reason", cast.leo), {"reason": REASON}).status_code == 404
    with pytest.raises(NotYours):
        actions_reasons.open_for_reason(by=getattr(cast, who), student=cast.leo, reason=REASON)


def test_nobody_closes_what_another_has_opened(opener, as_, cast, psychologist):
    opener.post(at("reason", cast.leo), {"reason": REASON})
    as_(cast.chen).post(at("close_reason", ReasonedAccess.objects.get()))
    assert access.grant(psychologist, "plan.read", cast.leo)


def test_a_record_of_ones_own_list_is_simply_opened(as_, cast):
    assert as_(cast.chen).get(at("reason", cast.maya)).url == reverse("home:thread", args=[cast.maya.pk])


def test_the_district_office_gives_a_reason_to_read_a_plan(as_, cast):
    client = as_(cast.admin)
    assert access.grant(cast.admin, "plan.read", cast.maya) is None
    assert client.get(at("reason", cast.maya)).status_code == 200
    client.post(at("reason", cast.maya), {"reason": REASON})
    assert access.grant(cast.admin, "plan.read", cast.maya).relation == Relation.REASON


def test_staff_whose_child_it_is_find_no_second_way_in(opener, cast, psychologist):
    Guardian.objects.create(
        **about(cast.leo),
        account=psychologist,
        name="Sol",
        relationship="father",
        may_see_record=False,
        may_decide=False,
    )
    assert "No student fits exactly" in opener.post(FIND, {"local_id": "1002"}).content.decode()
    assert opener.get(at("reason", cast.leo)).status_code == 404


def test_an_ended_post_opens_nothing_and_closes_what_was_open(opener, cast, psychologist):
    opener.post(at("reason", cast.leo), {"reason": REASON})
    StaffPost.objects.filter(account=psychologist).update(ends_on=TODAY - timedelta(days=1))
    assert opener.get(FIND).status_code == 404
    assert access.grant(psychologist, "plan.read", cast.leo) is None


def test_the_door_asks_the_database_a_fixed_number_of_times(opener, cast, psychologist, django_assert_max_num_queries):
    for number in range(20):
        child = student(cast.district, cast.other_school, f"Kid{number}", "Doe", date(2015, 1, 1), "5", f"9{number}")
        actions_reasons.open_for_reason(by=psychologist, student=child, reason=REASON)
    assert len(queries.own_reasons(psychologist, now=NOW)) == 20
    with django_assert_max_num_queries(12):
        assert opener.get(FIND).status_code == 200
