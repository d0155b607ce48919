"""A district's calendar: every closure counts, and a school's own year goes before the district's."""

from datetime import date

from strongsuit.people.facts import EVERY_WEEKDAY, calendar_of, forget_calendars
from strongsuit.people.models import Closure, District, School, SchoolYear


def test_closures_and_summers_are_no_school_days(cast):
    calendar = calendar_of(cast.school)
    assert [calendar.is_school_day(date(2026, 11, day)) for day in (25, 26, 27, 30)] == [True, False, False, True]
    assert not calendar.is_school_day(date(2026, 7, 15))


def test_a_schools_own_year_replaces_the_districts(cast):
    own = SchoolYear.objects.create(
        district=cast.district,
        school=cast.school,
        name="2026-2027",
        first_day=date(2026, 9, 4),
        last_day=date(2027, 6, 26),
    )
    Closure.objects.create(year=own, name="Storm", first_day=date(2026, 11, 25), last_day=date(2026, 11, 25))
    forget_calendars([cast.school])
    calendar = calendar_of(cast.school)
    assert [calendar.is_school_day(date(2026, 11, day)) for day in (25, 26)] == [False, True]


def test_without_a_calendar_every_weekday_counts(db):
    district = District.objects.create(name="New", code="new")
    assert calendar_of(School.objects.create(district=district, name="New", code="n")) == EVERY_WEEKDAY


def test_a_calendar_is_asked_for_once(cast, django_assert_num_queries):
    calendar_of(cast.school)
    with django_assert_num_queries(0):
        calendar_of(cast.school)
