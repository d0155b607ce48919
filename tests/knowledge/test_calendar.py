"""School days are counted as a person with a wall calendar would count them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.calendar import (
    Break,
    CalendarEnds,
    SchoolCalendar,
    anniversary_due,
    days_left,
    notice_due,
    report_dates,
    triennial_due,
)
from strongsuit.knowledge.terms import ReportSchedule


def days(first, last):
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


WINTER = days(date(2025, 12, 24), date(2026, 1, 2))
SPRING_WEEK = days(date(2026, 4, 6), date(2026, 4, 10))
YEAR = SchoolCalendar(date(2025, 9, 4), date(2026, 6, 26), frozenset([*WINTER, *SPRING_WEEK, date(2025, 11, 27)]))

some_day = st.dates(date(2025, 6, 1), date(2026, 10, 1))
some_calendar = st.builds(
    lambda first, length, closed: SchoolCalendar(first, first + timedelta(days=length), frozenset(closed)),
    st.dates(date(2025, 6, 1), date(2025, 12, 1)),
    st.integers(0, 300),
    st.sets(some_day, max_size=60),
)


def counted_by_hand(calendar, start, end):
    if end < start:
        return -counted_by_hand(calendar, end, start)
    return sum(
        day.isoweekday() <= 5 and calendar.first_day <= day <= calendar.last_day and day not in calendar.closed
        for day in days(start, end)[1:]
    )


def test_weekends_closed_days_and_days_outside_the_year_are_no_school_days():
    assert YEAR.is_school_day(date(2025, 9, 4)) and YEAR.is_school_day(date(2026, 6, 26))
    for off in (date(2025, 9, 6), date(2025, 11, 27), date(2025, 9, 3), date(2026, 6, 29)):
        assert not YEAR.is_school_day(off)


def test_the_trigger_is_day_zero():
    monday = date(2025, 9, 8)
    assert YEAR.school_days_between(monday, monday) == 0
    assert YEAR.school_days_between(monday, date(2025, 9, 9)) == 1
    assert YEAR.school_days_between(date(2025, 9, 12), date(2025, 9, 15)) == 1
    assert YEAR.school_days_between(date(2025, 9, 9), monday) == -1


@given(some_calendar, some_day, some_day)
def test_counting_agrees_with_counting_by_hand(calendar, start, end):
    assert calendar.school_days_between(start, end) == counted_by_hand(calendar, start, end)


def test_adding_school_days_steps_over_breaks_both_ways():
    assert YEAR.add_school_days(date(2025, 12, 23), 1) == date(2026, 1, 5)
    assert YEAR.add_school_days(date(2026, 1, 5), -1) == date(2025, 12, 23)
    assert YEAR.add_school_days(date(2025, 12, 25), 0) == date(2025, 12, 25)


@given(st.integers(1, 120), st.dates(date(2025, 9, 4), date(2025, 12, 1)))
def test_adding_lands_on_a_school_day_that_many_away(count, start):
    landed = YEAR.add_school_days(start, count)
    assert YEAR.is_school_day(landed) and YEAR.school_days_between(start, landed) == count


def test_adding_past_june_carries_on_in_september():
    assert YEAR.add_school_days(date(2026, 6, 26), 1) == date(2026, 9, 3)


def test_a_calendar_without_school_days_cannot_be_counted_along():
    empty = SchoolCalendar(date(2025, 9, 6), date(2025, 9, 7))
    with pytest.raises(CalendarEnds):
        empty.add_school_days(date(2025, 9, 6), 1)


def test_two_closed_weeks_are_a_break_and_one_is_not():
    assert YEAR.breaks() == (Break(date(2025, 12, 24), date(2026, 1, 4)),)
    assert YEAR.breaks()[0].days == 12
    assert [found.days for found in YEAR.breaks(min_days=9)] == [12, 9]


def test_joined_years_have_summer_as_a_break():
    following = SchoolCalendar(date(2026, 9, 3), date(2027, 6, 25))
    both = SchoolCalendar.joined([following, YEAR])
    assert Break(date(2026, 6, 27), date(2026, 9, 2)) in both.breaks()
    assert both.school_days() == YEAR.school_days() + following.school_days()


def test_reaching_repeats_the_known_year_and_keeps_what_is_known():
    far = YEAR.reaching(date(2027, 2, 1))
    assert far.school_days_between(YEAR.first_day, YEAR.last_day) == YEAR.school_days_between(
        YEAR.first_day, YEAR.last_day
    )
    assert not far.is_school_day(date(2026, 7, 15)) and not far.is_school_day(date(2026, 12, 28))
    assert far.is_school_day(date(2026, 10, 5)) and not far.is_school_day(date(2026, 10, 4))
    assert YEAR.reaching(date(2025, 12, 31)) is YEAR
    early = YEAR.reaching(date(2025, 5, 5))
    assert early.is_school_day(date(2025, 5, 5)) and not early.is_school_day(date(2025, 8, 4))


def test_reaching_stops_after_ten_years():
    assert YEAR.reaching(date(2100, 1, 1)).last_day < date(2037, 1, 1)


def test_a_calendar_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError):
        SchoolCalendar(date(2026, 1, 1), date(2025, 1, 1))
    with pytest.raises(ValueError):
        SchoolCalendar.joined([])


def test_annual_review_is_due_365_days_on_also_across_a_leap_day():
    assert anniversary_due(date(2025, 3, 10)) == date(2026, 3, 10)
    assert anniversary_due(date(2023, 3, 10)) == date(2024, 3, 9)


def test_triennial_of_a_leap_day_is_due_the_day_before():
    assert triennial_due(date(2024, 2, 29)) == date(2027, 2, 28)
    assert triennial_due(date(2023, 5, 6)) == date(2026, 5, 6)


def test_notice_and_days_left_count_calendar_days():
    assert notice_due(date(2026, 3, 10), 5) == date(2026, 3, 5)
    assert days_left(date(2026, 3, 10), today=date(2026, 3, 8)) == 2
    assert days_left(date(2026, 3, 10), today=date(2026, 3, 11)) == -1


@pytest.mark.parametrize(("schedule", "number"), [(ReportSchedule.QUARTERLY, 4), (ReportSchedule.TRIMESTER, 3)])
def test_report_dates_cut_the_year_into_equal_parts(schedule, number):
    found = report_dates(schedule, YEAR)
    before = [date(2025, 9, 3), *found[:-1]]
    lengths = [YEAR.school_days_between(start, end) for start, end in zip(before, found, strict=True)]
    assert len(found) == number and found[-1] == YEAR.last_day and max(lengths) - min(lengths) <= 1


def test_monthly_reports_fall_on_the_last_school_day_of_each_month():
    found = report_dates(ReportSchedule.MONTHLY, YEAR)
    assert len(found) == 10 and found[3] == date(2025, 12, 23) and found[0] == date(2025, 9, 30)


def test_a_year_without_school_days_has_no_report_dates():
    weekend = SchoolCalendar(date(2025, 9, 6), date(2025, 9, 7))
    assert all(report_dates(schedule, weekend) == () for schedule in ReportSchedule)


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(2026, 7, 19), date(2026, 9, 3)),
        (date(2025, 7, 19), date(2025, 9, 4)),
        (date(2025, 12, 25), date(2026, 1, 5)),
        (date(2026, 4, 8), date(2026, 4, 8)),
        (date(2025, 11, 15), date(2025, 11, 15)),
    ],
)
def test_what_would_begin_in_the_summer_begins_with_the_school_year(day, found):
    both = SchoolCalendar.joined([YEAR, SchoolCalendar(date(2026, 9, 3), date(2027, 6, 25))])
    assert both.after_break(day) == found
