"""The district's trail: each line says whose record, which version and why, and nothing that is only a code."""

from datetime import date

import pytest

from strongsuit.audit.trail import record
from strongsuit.students.models import Guardian
from strongsuit.web.ids import spell
from tests.cast import adopt, student


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def test_the_districts_trail_says_whose_record_which_version_and_why_in_words(as_, cast):
    adopt(cast)
    page = as_(cast.admin).get("/district/trail/").content.decode()
    initials = f"MD · {cast.maya.local_id}"
    assert f'<a href="/students/{spell(cast.maya.pk)}/history/">{initials}</a>' in page
    assert "adopted the plan" in page and "(version 1)" in page
    assert f"chairs the committee for the school of {cast.maya.local_id}" in page
    assert "Maya" not in page and "case_manager" not in page and "%(student)s" not in page


def test_a_reason_that_is_no_relation_stays_out_of_the_districts_trail(as_, cast):
    record("strongsuit import-roster", "changed by roster", cast.maya, because="some_code", student=cast.maya.pk)
    page = as_(cast.admin).get("/district/trail/").content.decode()
    assert "changed by roster" in page and "some_code" not in page


def test_who_may_not_open_a_record_sees_only_its_number_in_the_districts_trail(as_, cast):
    record("strongsuit import-roster", "changed by roster", cast.maya, student=cast.maya.pk)
    Guardian.objects.filter(student=cast.maya, account=cast.paul).update(account=cast.admin)
    page = as_(cast.admin).get("/district/trail/").content.decode()
    assert cast.maya.local_id in page
    assert f"MD · {cast.maya.local_id}" not in page and spell(cast.maya.pk) not in page


def test_the_districts_trail_asks_as_often_for_fifty_lines_as_for_one(as_, cast, django_assert_max_num_queries):
    client = as_(cast.admin)
    for number in range(50):
        child = student(cast.district, cast.school, "Child", "Ren", date(2016, 5, 4), "04", f"n{number}")
        record("a test", "changed", child, student=child.pk, district=cast.district.pk, because="case_manager")
    with django_assert_max_num_queries(15):
        assert client.get("/district/trail/").status_code == 200


@pytest.mark.parametrize("relation", ["self", "adult_self"])
def test_a_student_is_never_said_to_be_a_number(as_, cast, relation):
    record(cast.maya_account, "checked in on a goal", cast.maya, because=relation, student=cast.maya.pk)
    page = as_(cast.admin).get("/district/trail/").content.decode()
    assert f"is {cast.maya.local_id}" not in page
    assert "it is the student&#x27;s own record" in page
