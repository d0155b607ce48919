"""Nothing at a meeting is new to the student: seen at least two school days ahead, or marked as new (R-35)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.preview import AHEAD, Kind, Look, Shown, standing

CALENDAR = SchoolCalendar(date(2026, 9, 10), date(2027, 6, 25), frozenset({date(2026, 11, 26), date(2026, 11, 27)}))
MEETING = date(2026, 12, 1)
GOAL = Shown(Kind.GOAL, "I read faster", "I read faster\nreads a page")


def told(*looks, shown=(GOAL,)):
    return standing(shown, looks, meeting=MEETING, calendar=CALENDAR)


def seen(day, *things, apart=()):
    return Look(day, frozenset(each.mark for each in things), frozenset(each.mark for each in apart))


@pytest.mark.parametrize(
    ("day", "in_time"),
    [
        # The meeting is on a Tuesday; the two days before the weekend are free.
        (date(2026, 11, 25), True),
        (date(2026, 11, 29), True),
        (date(2026, 11, 30), False),
        (date(2026, 12, 1), False),
    ],
)
def test_two_school_days_before_is_in_time(day, in_time):
    (each,) = told(seen(day, GOAL))
    assert (each.seen_on, each.in_time) == (day, in_time)


def test_what_was_added_or_changed_after_the_look_is_new():
    later = Shown(Kind.GOAL, "I read faster", "I read faster\nreads two pages")
    found = told(seen(date(2026, 11, 20), GOAL), shown=(GOAL, later))
    assert [each.seen_on for each in found] == [date(2026, 11, 20), None]
    assert GOAL.mark == Shown(Kind.GOAL, "other words for it", "I read faster \n reads a  page").mark


def test_a_later_look_does_not_make_it_late_and_the_newest_choice_counts():
    need = Shown(Kind.NEED, "Reading", "reads slowly")
    first, second = seen(date(2026, 11, 20), need, apart=[need]), seen(date(2026, 11, 30), need)
    assert (told(first, shown=(need,))[0].apart, told(second, first, shown=(need,))[0].apart) == (True, False)
    assert told(second, first, shown=(need,))[0].in_time and need.hard and not GOAL.hard


@given(st.integers(0, 30))
def test_it_is_the_naive_count_of_school_days(days):
    day = MEETING - timedelta(days=days)
    counted = sum(CALENDAR.is_school_day(day + timedelta(days=n)) for n in range(1, days + 1))
    assert told(seen(day, GOAL))[0].in_time == (counted >= AHEAD)
