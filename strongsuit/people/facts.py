"""A district's years as the calendar that every clock counts by."""

from datetime import date, timedelta

from django.core.cache import cache
from django.db.models import Q

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.people.models import School, SchoolYear

# A calendar is read on almost every page and edited a few times a year; `forget_calendars` follows an edit.
SECONDS = 300
# Until a district has entered a calendar, every weekday counts.
EVERY_WEEKDAY = SchoolCalendar(date(2000, 1, 1), date(2100, 12, 31))


def calendar_of(school: School) -> SchoolCalendar:
    """The school days of every known year of a school."""
    key = f"calendar:{school.district_id}:{school.pk}"
    found = cache.get(key)
    if found is None:
        found = _read(school)
        cache.set(key, found, SECONDS)
    return found


def forget_calendars(schools: list[School]) -> None:
    cache.delete_many([f"calendar:{school.district_id}:{school.pk}" for school in schools])


def _read(school: School) -> SchoolCalendar:
    years = SchoolYear.objects.filter(Q(school=school.pk) | Q(school=None), district=school.district_id)
    # Where a school has its own year, the district's year of the same name steps back.
    chosen = {year.name: year for year in sorted(years.prefetch_related("closures"), key=lambda y: y.school_id or 0)}
    if not chosen:
        return EVERY_WEEKDAY
    return SchoolCalendar.joined(days_of(year) for year in chosen.values())


def days_of(year: SchoolYear) -> SchoolCalendar:
    """The days one year teaches."""
    closed = frozenset(
        closure.first_day + timedelta(days=number)
        for closure in year.closures.all()
        for number in range((closure.last_day - closure.first_day).days + 1)
    )
    return SchoolCalendar(year.first_day, year.last_day, closed)
