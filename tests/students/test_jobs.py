"""The rights of adulthood: on the birthday, where the state says so, also for those born on 29 February."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.people.roles import Relation
from strongsuit.students import access, jobs
from strongsuit.students.facts import coming_of_age
from strongsuit.students.models import Guardian, Student
from tests.cast import TODAY

pytestmark = pytest.mark.django_db


def passing(_code):
    """A state that lets the rights pass, as 34 CFR 300.520 allows."""
    return replace(load_profile("ny"), rights_transfer=True)


def at(day, hour=12, zone="America/New_York"):
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone))


@pytest.fixture(autouse=True)
def _only_maya(cast):
    Student.objects.exclude(pk=cast.maya.pk).update(left_on=date(2020, 1, 1))


def born(student, day):
    Student.objects.filter(pk=student.pk).update(birth_date=day)
    student.refresh_from_db()


@pytest.mark.parametrize(
    ("birthday", "before", "on"),
    [
        (date(2008, 11, 20), date(2026, 11, 19), date(2026, 11, 20)),
        (date(2008, 2, 29), date(2026, 2, 27), date(2026, 2, 28)),
        (date(2010, 3, 1), date(2028, 2, 29), date(2028, 3, 1)),
        (date(2010, 2, 28), date(2028, 2, 27), date(2028, 2, 28)),
        (date(2008, 12, 31), date(2026, 12, 30), date(2026, 12, 31)),
    ],
)
def test_the_rights_pass_on_the_birthday_and_not_a_day_before(cast, birthday, before, on):
    born(cast.maya, birthday)
    assert jobs.pass_rights(now=at(before), profile_of=passing) == 0
    assert jobs.pass_rights(now=at(on), profile_of=passing) == 1
    assert jobs.pass_rights(now=at(on), profile_of=passing) == 0
    cast.maya.refresh_from_db()
    assert (cast.maya.rights_transferred_on, cast.maya.version) == (on, 2)
    entry = Entry.objects.get(deed="passed the rights to the student")
    assert (entry.student, entry.agent, entry.detail) == (cast.maya.pk, "work", {"on": on.isoformat()})


def test_a_missed_birthday_is_caught_up_with_its_own_date(cast):
    born(cast.maya, date(2007, 6, 1))
    jobs.pass_rights(now=at(TODAY), profile_of=passing)
    cast.maya.refresh_from_db()
    assert cast.maya.rights_transferred_on == date(2025, 6, 1)


def test_where_the_state_is_silent_nothing_passes(cast):
    born(cast.maya, date(2000, 1, 1))
    assert jobs.pass_rights(now=at(TODAY)) == 0


def test_who_has_left_is_left_alone(cast):
    born(cast.maya, date(2000, 1, 1))
    Student.objects.filter(pk=cast.maya.pk).update(left_on=date(2026, 1, 1))
    assert jobs.pass_rights(now=at(TODAY), profile_of=passing) == 0


def test_nobody_comes_of_age_on_an_unknown_day(cast, client):
    born(cast.maya, None)
    assert jobs.pass_rights(now=at(TODAY), profile_of=passing) == 0
    assert coming_of_age(cast.maya, today=TODAY, profile_of=passing) is None
    assert access.relations(cast.rosa, cast.maya) == (Relation.GUARDIAN,)
    assert access.relations(cast.maya_account, cast.maya) == (Relation.SELF,)
    cast.sign_in(client, cast.rosa)
    assert client.get(reverse("students:family_team", args=[cast.maya.pk])).status_code == 200


def test_midnight_is_that_of_the_district(cast):
    born(cast.maya, date(2008, 11, 20))
    cast.district.time_zone = "Pacific/Honolulu"
    cast.district.save()
    assert jobs.pass_rights(now=at(TODAY, hour=1), profile_of=passing) == 0
    assert jobs.pass_rights(now=at(TODAY, hour=1, zone="Pacific/Honolulu"), profile_of=passing) == 1


def test_afterwards_the_student_decides_and_the_parents_stay_informed(cast):
    born(cast.maya, date(2008, 11, 20))
    assert access.relations(cast.rosa, cast.maya) == (Relation.GUARDIAN,)
    jobs.pass_rights(now=at(TODAY), profile_of=passing)
    cast.maya.refresh_from_db()
    assert access.relations(cast.rosa, cast.maya) == (Relation.INFORMED,)
    assert access.relations(cast.maya_account, cast.maya) == (Relation.ADULT_SELF,)
    assert access.grant(cast.rosa, "plan.read", cast.maya)
    assert access.grant(cast.rosa, "meeting.sign", cast.maya) is None
    assert access.grant(cast.maya_account, "meeting.sign", cast.maya)
    assert cast.maya not in access.children(cast.rosa, "meeting.sign")
    assert cast.maya in access.children(cast.rosa, "plan.read")


def test_a_guardian_appointed_for_the_adult_decides_by_the_order(cast):
    born(cast.maya, date(2008, 11, 20))
    jobs.pass_rights(now=at(TODAY), profile_of=passing)
    cast.maya.refresh_from_db()
    own = Guardian.objects.filter(account=cast.rosa)
    own.update(order="Surrogate's Court 2026-5", rights_from=date(2026, 11, 19))
    assert access.relations(cast.rosa, cast.maya) == (Relation.INFORMED,)
    own.update(rights_from=TODAY)
    assert access.relations(cast.rosa, cast.maya) == (Relation.GUARDIAN,)
    assert cast.maya in access.children(cast.rosa, "meeting.sign")


@pytest.mark.parametrize(
    ("today", "near", "past"),
    [
        (date(2025, 11, 19), False, False),
        (date(2025, 11, 20), True, False),
        (date(2026, 11, 19), True, False),
        (date(2026, 11, 20), False, True),
    ],
)
def test_families_are_told_from_a_year_before(cast, today, near, past):
    born(cast.maya, date(2008, 11, 20))
    age = coming_of_age(cast.maya, today=today, profile_of=passing)
    assert (age.on, age.is_near, age.is_past, age.decisions_pass) == (date(2026, 11, 20), near, past, True)


def test_the_notice_stands_on_the_record_and_on_the_familys_page(cast, client):
    born(cast.maya, date(2009, 2, 28))
    cast.sign_in(client, cast.ruiz)
    page = client.get(reverse("students:record", args=[cast.maya.pk])).content.decode()
    assert "Maya turns 18 on Feb. 28, 2027" in page
    cast.rosa.language = "en"
    cast.rosa.save()
    cast.sign_in(client, cast.rosa)
    page = client.get(reverse("students:family_team", args=[cast.maya.pk])).content.decode()
    assert "Maya turns 18" in page and "99.5" in page
