"""Details and eligibility: versions, dates that make sense, and a classification that few may read."""

from datetime import date

import pytest
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.students import actions_record
from strongsuit.students.models import Eligibility, Student
from strongsuit.web.refusals import Cannot, NotYours
from tests.cast import TODAY

ZERO = "\x00"
LABEL = "Learning disability"


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


@pytest.fixture
def chair(as_, cast):
    return as_(cast.chen)


def at(name, student):
    return reverse(f"students:{name}", args=[student.pk])


def details(**values):
    return {
        "given_name": "Maya", "family_name": "Delgado", "preferred_name": "May", "pronouns": "she/her",
        "birth_date": "2016-05-04", "grade": "5", "language": "es", "version": "1",
    } | values  # fmt: skip


def decision(**values):
    return {"disability": "SLD", "eligible_on": "2023-12-01", "evaluated_on": "2024-10-15", "version": "1"} | values


def test_the_record_says_what_the_school_knows(chair, cast):
    page = chair.get(at("record", cast.maya)).content.decode()
    for words in (
        "Maya Delgado",
        "May 4, 2016",
        "Grade 5",
        "Spanish",
        "1001",
        "Lincoln School",
        LABEL,
        "Oct. 15, 2027",
    ):
        assert words in page


@pytest.mark.parametrize("who", ["ruiz", "silva", "chen", "brooks"])
def test_the_classification_is_shown_to_those_who_may_read_it(as_, cast, who):
    assert LABEL in as_(getattr(cast, who)).get(at("record", cast.maya)).content.decode()


@pytest.mark.parametrize("who", ["okafor", "nguyen", "admin"])
def test_the_classification_is_a_field_group_of_its_own(as_, cast, who):
    page = as_(getattr(cast, who)).get(at("record", cast.maya)).content.decode()
    assert "May 4, 2016" in page
    assert LABEL not in page and "SLD" not in page and "Eligibility" not in page


def test_details_are_saved_and_stand_in_the_students_trail(chair, cast):
    for _time in range(2):
        answer = chair.post(at("edit", cast.maya), details(alternate_assessment="on"))
        assert answer.status_code == 302
    cast.maya.refresh_from_db()
    assert (cast.maya.called, cast.maya.pronouns, cast.maya.alternate_assessment) == ("May", "she/her", True)
    entry = Entry.objects.get(deed="changed the details of the student")
    assert (entry.student, entry.district) == (cast.maya.pk, cast.district.pk)
    assert entry.detail == {"columns": ["alternate_assessment", "preferred_name", "pronouns"]}


def test_a_stale_change_shows_both(chair, cast):
    Student.objects.filter(pk=cast.maya.pk).update(version=2, pronouns="they/them")
    answer = chair.post(at("edit", cast.maya), details())
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "she/her" in page and "Pronouns: they/them" in page
    assert chair.post(at("edit", cast.maya), details(version="2")).status_code == 302


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"given_name": ""}, "This field is required"),
        ({"given_name": "x" * 301}, "at most 300"),
        ({"family_name": f"D{ZERO}"}, "hidden sign"),
        ({"birth_date": "1900-01-01"}, "Use a date from"),
        ({"birth_date": "2026-11-21"}, "still to come"),
        ({"birth_date": "2100-01-01"}, "Use a date from"),
        ({"grade": "13"}, "Select a valid choice"),
        ({"language": "xx"}, "Select a valid choice"),
        ({"pronouns": "x" * 41}, "at most 40"),
    ],
)
def test_bad_details_get_a_sentence_and_keep_what_was_typed(chair, cast, values, sentence):
    answer = chair.post(at("edit", cast.maya), details(preferred_name="KEPT") | values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode() and "KEPT" in answer.content.decode()
    cast.maya.refresh_from_db()
    assert cast.maya.version == 1


def test_names_in_any_script_and_of_one_letter_are_kept(chair, cast):
    chair.post(at("edit", cast.maya), details(given_name="د", family_name="Ng'ũ-Ōe 王", preferred_name=""))
    cast.maya.refresh_from_db()
    assert cast.maya.legal_name == "د Ng'ũ-Ōe 王"


def test_school_number_and_rights_are_not_in_the_form(chair, cast):
    extra = {"school": str(cast.other_school.pk), "local_id": "9", "rights_transferred_on": "2026-01-01", "sex": "M"}
    chair.post(at("edit", cast.maya), details(**extra))
    cast.maya.refresh_from_db()
    assert (cast.maya.school, cast.maya.local_id, cast.maya.rights_transferred_on) == (cast.school, "1001", None)


def test_a_corrected_birthday_lets_the_rights_be_counted_anew(cast):
    Student.objects.filter(pk=cast.maya.pk).update(rights_transferred_on=date(2026, 1, 1))
    cast.maya.refresh_from_db()
    values = {name: getattr(cast.maya, name) for name in actions_record.DETAILS}
    actions_record.change_student(by=cast.chen, student=cast.maya, version=1, **values | {"birth_date": TODAY})
    assert cast.maya.rights_transferred_on is None


def test_a_student_without_a_birth_date_is_asked_for_it_kindly(chair, cast):
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    page = chair.get(at("record", cast.maya)).content.decode()
    assert "Birth date is missing" in page and "Add the birth date" in page
    assert "Not on file yet" in chair.get(at("edit", cast.maya)).content.decode()
    assert chair.post(at("edit", cast.maya), details(birth_date="")).status_code == 302
    cast.maya.refresh_from_db()
    assert (cast.maya.preferred_name, cast.maya.birth_date) == ("May", None)
    assert chair.post(at("edit", cast.maya), details(version="2")).status_code == 302
    cast.maya.refresh_from_db()
    assert cast.maya.birth_date == date(2016, 5, 4)
    assert "Birth date is missing" not in chair.get(at("record", cast.maya)).content.decode()


def test_who_may_not_write_is_told_whom_to_ask(as_, cast):
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    page = as_(cast.okafor).get(at("record", cast.maya)).content.decode()
    assert "can add it" in page and "Add the birth date" not in page


def test_a_birth_date_on_file_cannot_be_emptied(chair, cast):
    answer = chair.post(at("edit", cast.maya), details(birth_date=""))
    assert answer.status_code == 422 and "This field is required" in answer.content.decode()
    values = {name: getattr(cast.maya, name) for name in actions_record.DETAILS} | {"birth_date": None}
    with pytest.raises(Cannot):
        actions_record.change_student(by=cast.chen, student=cast.maya, version=1, **values)


def test_a_birth_date_the_roster_brought_meanwhile_is_not_lost(chair, cast):
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    chair.get(at("edit", cast.maya))
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=date(2016, 5, 4), version=2)
    answer = chair.post(at("edit", cast.maya), details(birth_date=""))
    assert answer.status_code in (409, 422)
    assert Student.objects.get(pk=cast.maya.pk).birth_date == date(2016, 5, 4)


def test_an_evaluation_is_written_down_without_a_birth_date(chair, cast):
    Student.objects.filter(pk=cast.maya.pk).update(birth_date=None)
    assert chair.post(at("eligibility", cast.maya), decision(evaluated_on="2015-01-01")).status_code == 302


def test_a_decision_is_written_down_once(chair, cast):
    Eligibility.objects.filter(student=cast.maya).delete()
    assert "No eligibility is written down" in chair.get(at("record", cast.maya)).content.decode()
    for _time in range(2):
        assert chair.post(at("eligibility", cast.maya), decision(version="0")).status_code == 302
    made = Eligibility.objects.get(student=cast.maya)
    assert (made.disability, made.district_id) == ("SLD", cast.district.pk)
    entry = Entry.objects.get(deed="wrote down the eligibility")
    assert "SLD" not in str(entry.detail)


def test_a_second_decision_beside_the_first_is_refused(chair, cast):
    answer = chair.post(at("eligibility", cast.maya), decision(version="0", disability="AUT"))
    assert answer.status_code == 422
    assert "already holds" in answer.content.decode()


def test_a_waiver_moves_the_three_year_clock(chair, cast):
    answer = chair.post(at("eligibility", cast.maya), decision(evaluation_waived_on="2026-10-01"))
    assert answer.status_code == 302
    assert "Oct. 1, 2029" in chair.get(at("record", cast.maya)).content.decode()
    entry = Entry.objects.get(deed="changed the eligibility")
    assert entry.detail["before"] == {"eligible_on": "2023-12-01", "evaluated_on": "2024-10-15"}
    assert chair.post(at("eligibility", cast.maya), decision()).status_code == 409


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"disability": ""}, "This field is required"),
        ({"disability": "XXX"}, "Select a valid choice"),
        ({"disability": "DD"}, "Select a valid choice"),
        ({"eligible_on": "2027-01-01"}, "still to come"),
        ({"evaluated_on": "2015-01-01"}, "before the day of birth"),
        ({"evaluation_waived_on": "2024-10-14"}, "before the last evaluation"),
        ({"evaluated_on": "yesterday"}, "Write the date as"),
    ],
)
def test_a_bad_decision_gets_a_sentence(chair, cast, values, sentence):
    answer = chair.post(at("eligibility", cast.maya), decision(**values))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Eligibility.objects.get(student=cast.maya).version == 1


def test_an_eligibility_ends_once_and_stays_readable(chair, cast):
    for _time in range(2):
        answer = chair.post(at("end_eligibility", cast.maya), {"ended_on": "2026-11-20", "version": "1"})
        assert answer.status_code == 302
    page = chair.get(at("record", cast.maya)).content.decode()
    assert "No eligibility is written down" in page and LABEL in page
    assert Entry.objects.filter(deed="ended the eligibility").count() == 1


@pytest.mark.parametrize(
    ("day", "sentence"), [("2023-01-01", "cannot end before"), ("2027-01-01", "still to come"), ("", "required")]
)
def test_an_end_that_cannot_be_is_refused(chair, cast, day, sentence):
    answer = chair.post(at("end_eligibility", cast.maya), {"ended_on": day, "version": "1"})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("who", ["okafor", "silva", "nguyen", "brooks", "admin", "stranger", "outsider", "rosa"])
def test_who_may_not_write_finds_no_form(as_, cast, who):
    client = as_(getattr(cast, who))
    for name, values in (("edit", details()), ("eligibility", decision()), ("end_eligibility", {})):
        assert client.get(at(name, cast.maya)).status_code == 404
        assert client.post(at(name, cast.maya), values).status_code == 404
    with pytest.raises(NotYours):
        found = Eligibility.objects.get(student=cast.maya)
        actions_record.end_eligibility(by=getattr(cast, who), eligibility=found, version=1, on=TODAY)


def test_what_has_ended_is_changed_by_nobody(cast):
    found = Eligibility.objects.get(student=cast.maya)
    actions_record.end_eligibility(by=cast.chen, eligibility=found, version=1, on=TODAY)
    with pytest.raises(Cannot, match="has ended"):
        values = {name: getattr(found, name) for name in actions_record.DECIDED}
        actions_record.change_eligibility(by=cast.chen, eligibility=found, version=2, **values)


def test_the_record_asks_the_database_a_fixed_number_of_times(chair, cast, django_assert_max_num_queries):
    for number in range(20):
        day = date(2000 + number, 1, 1)
        Eligibility.objects.create(
            district=cast.district, student=cast.maya, disability="SLI", eligible_on=day, evaluated_on=day, ended_on=day
        )
    with django_assert_max_num_queries(12):
        assert chair.get(at("record", cast.maya)).status_code == 200
