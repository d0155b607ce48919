"""The calendar of a district: years, days without school, report dates; every clock follows an edit by itself."""

from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from strongsuit.audit.models import Entry
from strongsuit.people import actions_calendar
from strongsuit.people.facts import calendar_of, days_of
from strongsuit.people.models import Account, Closure, ReportDate, School, SchoolYear, StaffPost
from strongsuit.people.roles import Role
from strongsuit.web import clock
from strongsuit.web.ids import spell
from strongsuit.web.refusals import Cannot, NotYours, Stale
from tests.cast import NOW, TODAY, post

HOME = "/district/calendar/"
ZERO = "\x00"


@pytest.fixture(autouse=True)
def _no_old_calendars():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def office(cast, client):
    return cast.sign_in(client, cast.admin)


@pytest.fixture
def year(cast):
    return SchoolYear.objects.get(district=cast.district, name="2026-2027")


def at(name, *args):
    return reverse(f"people:{name}", args=[getattr(each, "pk", each) for each in args])


def new_year(cast, **values):
    return {
        "name": "2027-2028", "first_day": "2027-09-07", "last_day": "2028-06-23",
        "place": f"district-{cast.district.pk}",
    } | values  # fmt: skip


def snow(**values):
    return {"name": "Snow day", "first_day": "2027-01-12", "version": "1"} | values


def test_the_office_sees_its_years_with_their_school_days(office, cast, year):
    page = office.get(HOME).content.decode()
    assert "2026-2027" in page and "2025-2026" in page and "This year" in page
    assert f"{len(days_of(year).school_days())} school days" in page


def test_a_year_is_added_once_however_often_the_form_arrives(office, cast):
    for _time in range(2):
        assert office.post(HOME, new_year(cast)).status_code == 302
    made = SchoolYear.objects.get(name="2027-2028")
    assert (made.district, made.school) == (cast.district, None)
    entry = Entry.objects.get(deed="added a school year")
    assert (entry.district, entry.detail) == (cast.district.pk, {"first": "2027-09-07", "last": "2028-06-23"})


def test_a_school_that_differs_has_its_own_year(office, cast, year):
    values = new_year(cast, name="2026-2027", first_day="2026-09-09", last_day="2027-06-25")
    assert office.post(HOME, values | {"place": f"school-{cast.school.pk}"}).status_code == 302
    assert calendar_of(cast.school).is_school_day(date(2026, 9, 4)) is False
    assert calendar_of(cast.other_school).is_school_day(date(2026, 9, 4)) is True


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 21}, "at most 20"),
        ({"name": f"2027{ZERO}"}, "hidden sign"),
        ({"first_day": "1900-01-01"}, "Use a date from"),
        ({"last_day": "2100-01-01"}, "Use a date from"),
        ({"last_day": "2027-09-07"}, "comes before the first"),
        ({"last_day": "2027-01-01"}, "comes before the first"),
        ({"last_day": "2029-06-23"}, "at most a year long"),
        ({"first_day": "2027-06-26"}, "overlap with the school year 2026-2027"),
        ({"name": "2026-2027"}, "There is a school year of this name already"),
        ({"place": "district-1"}, "Select a valid choice"),
        ({"place": ""}, "This field is required"),
    ],
)
def test_a_year_that_cannot_be_gets_a_sentence_and_keeps_what_was_typed(office, cast, values, sentence):
    answer = office.post(HOME, new_year(cast) | values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert SchoolYear.objects.filter(district=cast.district).count() == 2


def test_the_page_of_a_year_shows_its_months_and_what_is_closed(office, year):
    page = office.get(at("year", year)).content.decode()
    for words in ("September 2026", "June 2027", "Winter recess", "Quarter 3", 'class="closed"', "Thanksgiving"):
        assert words in page
    assert page.count('class="calendar-month"') == 10


def test_a_snow_day_takes_a_school_day_away_from_every_clock(office, cast, year, django_capture_on_commit_callbacks):
    before = calendar_of(cast.school).school_days_between(TODAY, date(2027, 6, 26))
    with django_capture_on_commit_callbacks(execute=True):
        assert office.post(at("add_part", year, "closures"), snow()).status_code == 302
    assert calendar_of(cast.school).school_days_between(TODAY, date(2027, 6, 26)) == before - 1
    closure = Closure.objects.get(name="Snow day")
    assert closure.last_day == date(2027, 1, 12)
    year.refresh_from_db()
    assert year.version == 2


def test_the_same_snow_day_twice_is_one(office, year):
    for _time in range(2):
        assert office.post(at("add_part", year, "closures"), snow()).status_code == 302
    assert Closure.objects.filter(name="Snow day").count() == 1
    assert Entry.objects.filter(deed="added days without school").count() == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 81}, "at most 80"),
        ({"first_day": ""}, "This field is required"),
        ({"first_day": "2027-08-01"}, "lies outside the school year"),
        ({"first_day": "2026-09-01"}, "lies outside the school year"),
        ({"last_day": "2027-01-11"}, "comes before the first"),
        ({"last_day": "soon"}, "Write the date as"),
        ({"version": "x"}, "Enter a whole number"),
    ],
)
def test_days_that_cannot_be_get_a_sentence(office, year, values, sentence):
    answer = office.post(at("add_part", year, "closures"), snow() | values)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Closure.objects.filter(name="Snow day").exists()


def test_two_people_at_one_calendar_never_overwrite_each_other(office, year):
    SchoolYear.objects.filter(pk=year.pk).update(version=2)
    answer = office.post(at("add_part", year, "closures"), snow())
    assert answer.status_code == 409
    assert "Somebody else changed this calendar" in answer.content.decode()
    assert 'value="2"' in answer.content.decode() and "Snow day" in answer.content.decode()
    assert office.post(at("add_part", year, "closures"), snow(version="2")).status_code == 302


def test_a_change_keeps_the_old_and_the_new_days_in_the_trail(office, year):
    found = year.closures.get(name="Spring recess")
    values = {"name": "Spring recess", "first_day": "2027-03-29", "last_day": "2027-04-02", "version": "1"}
    for _time in range(2):
        assert office.post(at("part", year, "closures", found), values).status_code == 302
    entry = Entry.objects.get(deed="changed days without school")
    assert entry.detail == {
        "before": {"first": "2027-04-05", "last": "2027-04-09"},
        "after": {"first": "2027-03-29", "last": "2027-04-02"},
    }
    assert entry.target_id == found.pk
    assert Closure.objects.filter(year=year).count() == 3


def test_report_dates_are_added_changed_and_removed(office, year):
    office.post(at("add_part", year, "reports"), {"name": "Summer", "on": "2027-06-25", "version": "1"})
    made = ReportDate.objects.get(name="Summer")
    office.post(at("part", year, "reports", made), {"name": "Summer", "on": "2027-06-24", "version": "2"})
    made.refresh_from_db()
    assert made.on == date(2027, 6, 24)
    for _time in range(2):
        assert office.post(at("remove_part", year, "reports", made), {"version": "3"}).status_code == 302
    assert not ReportDate.objects.filter(name="Summer").exists()
    entry = Entry.objects.get(deed="removed a report date")
    assert entry.detail == {"first": "2027-06-24", "last": "2027-06-24"}


def test_a_stale_removal_removes_nothing(office, year):
    found = year.closures.get(name="Spring recess")
    SchoolYear.objects.filter(pk=year.pk).update(version=7)
    page = office.post(at("remove_part", year, "closures", found), {"version": "1"}, follow=True)
    assert "Somebody else changed this calendar" in page.content.decode()
    assert Closure.objects.filter(pk=found.pk).exists()


def test_a_year_keeps_what_lies_in_it(office, year):
    values = {"name": "2026-2027", "first_day": "2026-12-01", "last_day": "2027-06-26", "version": "1"}
    answer = office.post(at("year", year), values)
    assert answer.status_code == 422
    assert "Thanksgiving lies outside the school year" in answer.content.decode()


def test_other_days_of_a_year_are_saved_with_the_old_ones_in_the_trail(office, cast, year):
    values = {"name": "2026-2027", "first_day": "2026-09-08", "last_day": "2027-06-26", "version": "1"}
    assert office.post(at("year", year), values).status_code == 302
    entry = Entry.objects.get(deed="changed a school year")
    assert entry.detail["before"]["first"] == "2026-09-04" and entry.detail["after"]["first"] == "2026-09-08"
    answer = office.post(at("year", year), values | {"first_day": "2026-09-09"})
    assert answer.status_code == 409
    assert "2026-09-09" in answer.content.decode() and "Somebody else" in answer.content.decode()
    year.refresh_from_db()
    assert year.first_day == date(2026, 9, 8)


def test_a_year_goes_once_with_everything_in_it(office, year):
    for _time in range(2):
        assert office.post(at("remove_year", year), {"version": "1"}).url == HOME
    assert not Closure.objects.filter(year=year.pk).exists()
    assert Entry.objects.filter(deed="removed a school year").count() == 1


def test_a_stale_removal_of_a_year_removes_nothing(office, year):
    office.post(at("remove_year", year), {"version": "8"})
    assert SchoolYear.objects.filter(pk=year.pk).exists()


def test_the_office_of_a_school_keeps_that_school_only(cast, client, year):
    person = Account.objects.create_user("clerk@harbor.example", None, name="Cleo Clerk")
    post(person, cast.district, Role.REGISTRAR, cast.school)
    own = SchoolYear.objects.create(
        district=cast.district,
        school=cast.school,
        name="2026-2027",
        first_day=date(2026, 9, 8),
        last_day=date(2027, 6, 25),
    )
    cast.sign_in(client, person)
    page = client.get(HOME).content.decode()
    assert "2026-2027, Lincoln School" in page and "2025-2026" not in page
    assert "All schools of" not in page
    assert client.get(at("year", own)).status_code == 200
    assert client.get(at("year", year)).status_code == 404
    with pytest.raises(NotYours):
        actions_calendar.remove_year(by=person, year=year, version=1)
    with pytest.raises(NotYours):
        actions_calendar.add_year(
            by=person,
            district=cast.district,
            school=cast.other_school,
            name="x",
            first_day=TODAY,
            last_day=date(2027, 5, 1),
        )


@pytest.mark.parametrize("who", ["ruiz", "chen", "brooks", "stranger", "outsider", "rosa", "maya_account"])
def test_nobody_else_finds_the_calendar(cast, client, year, who):
    cast.sign_in(client, getattr(cast, who))
    part = year.closures.first()
    assert client.get(HOME).status_code == 404
    assert client.post(HOME, new_year(cast)).status_code == 404
    for address in (at("year", year), at("add_part", year, "closures"), at("part", year, "closures", part)):
        assert client.get(address).status_code == 404
        assert client.post(address, snow()).status_code == 404
    for address in (at("remove_part", year, "closures", part), at("remove_year", year)):
        assert client.post(address, {"version": "1"}).status_code == 404
    with pytest.raises(NotYours):
        actions_calendar.remove_part(by=getattr(cast, who), year=year, part=part, version=1)
    assert SchoolYear.objects.filter(district=cast.district).count() == 2


def test_the_calendar_of_another_district_is_not_there(office, cast):
    foreign = SchoolYear.objects.filter(district=cast.other_district).first()
    assert office.get(at("year", foreign)).status_code == 404
    assert office.post(at("remove_year", foreign), {"version": "1"}).status_code == 302
    assert SchoolYear.objects.filter(pk=foreign.pk).exists()


def test_unknown_addresses_are_not_there(office, cast, year):
    other = SchoolYear.objects.get(district=cast.district, name="2025-2026")
    assert office.get(f"{HOME}{spell(year.pk)}/nonsense/add/").status_code == 404
    assert office.get(at("part", year, "closures", other.closures.first())).status_code == 404
    assert office.get(at("part", year, "reports", year.closures.first())).status_code == 404


def test_without_any_year_every_weekday_counts_and_the_page_says_so(office, cast):
    SchoolYear.objects.filter(district=cast.district).delete()
    page = office.get(HOME).content.decode()
    assert "No school year yet" in page and "every weekday counts" in page


def test_the_post_that_has_ended_keeps_no_calendar(cast, office):
    StaffPost.objects.filter(account=cast.admin).update(ends_on=TODAY)
    with clock.frozen(NOW.replace(day=21), everywhere=True):
        assert office.get(HOME).status_code in {302, 404}


def test_the_action_refuses_what_the_form_would(cast, year):
    with pytest.raises(Cannot, match="outside"):
        actions_calendar.add_part(by=cast.admin, year=year, kind="reports", version=1, name="x", on=date(2028, 1, 1))
    with pytest.raises(Stale):
        actions_calendar.add_part(by=cast.admin, year=year, kind="reports", version=4, name="x", on=date(2027, 1, 4))
    with pytest.raises(Cannot, match="of this name already"):
        actions_calendar.change_year(
            by=cast.admin, year=year, version=1, name="2025-2026", first_day=year.first_day, last_day=year.last_day
        )


@pytest.mark.parametrize("count", [1, 12])
def test_the_pages_ask_the_database_a_fixed_number_of_times(office, cast, year, count, django_assert_max_num_queries):
    for number in range(count):
        school = School.objects.create(district=cast.district, name=f"School {number}", code=f"S{number}")
        own = SchoolYear.objects.create(
            district=cast.district, school=school, name="y", first_day=date(2026, 9, 1), last_day=date(2027, 6, 1)
        )
        Closure.objects.create(year=own, name="x", first_day=date(2026, 10, 1), last_day=date(2026, 10, 2))
        Closure.objects.create(year=year, name=f"Day {number}", first_day=date(2027, 2, 1), last_day=date(2027, 2, 1))
    with django_assert_max_num_queries(15):
        assert office.get(HOME).status_code == 200
    with django_assert_max_num_queries(12):
        assert office.get(at("year", year)).status_code == 200
