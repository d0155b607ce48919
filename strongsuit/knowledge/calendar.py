"""School days, breaks and the dates the law counts from them; "today" is always handed in."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from strongsuit.knowledge.terms import ReportSchedule

ONE_DAY = timedelta(days=1)
# Fifty-two whole weeks: the same weekday about a year away.
SAME_WEEK = timedelta(weeks=52)
FARTHEST = timedelta(days=3660)


class CalendarEnds(ValueError):
    """Raised when a count of school days runs ten years past what the calendar knows."""


@dataclass(frozen=True, slots=True)
class Break:
    """A run of calendar days without school, weekends at its edges included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class SchoolCalendar:
    """The days a school teaches: weekdays from ``first_day`` to ``last_day`` that are not ``closed``."""

    first_day: date
    last_day: date
    closed: frozenset[date] = frozenset()
    _closed_weekdays: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError("A school calendar cannot end before it begins.")
        inside = (day for day in self.closed if _is_weekday(day) and self.first_day <= day <= self.last_day)
        object.__setattr__(self, "_closed_weekdays", tuple(sorted(inside)))

    @classmethod
    def joined(cls, years: Iterable["SchoolCalendar"]) -> "SchoolCalendar":
        """One calendar for several years; weekdays between them, such as summer, are closed."""
        years = tuple(years)
        if not years:
            raise ValueError("Joining calendars needs at least one.")
        first, last = min(year.first_day for year in years), max(year.last_day for year in years)
        taught = {day for year in years for day in year.school_days()}
        return cls(first, last, _closed_days(first, last, taught))

    def is_school_day(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day and _is_weekday(day) and day not in self.closed

    def school_days(self) -> tuple[date, ...]:
        return tuple(day for day in _days(self.first_day, self.last_day) if self.is_school_day(day))

    def school_days_between(self, start: date, end: date) -> int:
        """School days after ``start`` up to and with ``end``: ``start`` is day 0. Negative when ``end`` comes first."""
        return self._taught_until(end) - self._taught_until(start)

    def add_school_days(self, day: date, count: int) -> date:
        """The ``count``-th school day after ``day`` (before it, if negative); 0 gives ``day`` itself.

        Past the known years it counts on as ``reaching`` does.
        """
        if count == 0:
            return day
        step = ONE_DAY if count > 0 else -ONE_DAY
        calendar, left = self.reaching(day + step * (2 * abs(count) + 730)), abs(count)
        while left:
            day += step
            if not calendar.first_day <= day <= calendar.last_day:
                raise CalendarEnds("This calendar has too few school days to count that far.")
            left -= calendar.is_school_day(day)
        return day

    def breaks(self, min_days: int = 10) -> tuple[Break, ...]:
        """Runs of at least ``min_days`` calendar days without school, between two school days.

        Calendar days, as 34 CFR 300.11 reads "day": one closed week is 9 days and no break, two closed weeks are.
        """
        return _breaks(self, min_days)

    def after_break(self, day: date) -> date:
        """``day`` itself, or the first school day after the break or the summer in which it lies."""
        if day < self.first_day:
            return self.first_day
        return next((gap.last + ONE_DAY for gap in self.breaks() if gap.first <= day <= gap.last), day)

    def reaching(self, day: date) -> "SchoolCalendar":
        """This calendar carried on to ``day``; an unknown day is like the same weekday 52 weeks nearer to known ones.

        Plans run past the last calendar a district has entered; stopping there would make the target date look near.
        """
        return self if self.first_day <= day <= self.last_day else _reaching(self, day)

    def _taught_until(self, day: date) -> int:
        if day < self.first_day:
            return 0
        day = min(day, self.last_day)
        weeks, rest = divmod((day - self.first_day).days + 1, 7)
        weekdays = 5 * weeks + sum((self.first_day.weekday() + extra) % 7 < 5 for extra in range(rest))
        return weekdays - bisect_right(self._closed_weekdays, day)


def _is_weekday(day: date) -> bool:
    return day.weekday() < 5


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _closed_days(first: date, last: date, taught: set[date]) -> frozenset[date]:
    return frozenset(day for day in _days(first, last) if _is_weekday(day) and day not in taught)


@lru_cache(maxsize=256)
def _breaks(calendar: SchoolCalendar, min_days: int) -> tuple[Break, ...]:
    taught = calendar.school_days()
    gaps = (Break(before + ONE_DAY, after - ONE_DAY) for before, after in zip(taught, taught[1:], strict=False))
    return tuple(gap for gap in gaps if gap.days >= min_days)


@lru_cache(maxsize=256)
def _reaching(calendar: SchoolCalendar, day: date) -> SchoolCalendar:
    # A mistyped year must not make the walk endless.
    first = max(min(day, calendar.first_day), calendar.first_day - FARTHEST)
    last = min(max(day, calendar.last_day), calendar.last_day + FARTHEST)
    taught = set(calendar.school_days())
    for later in _days(calendar.last_day + ONE_DAY, last):
        if later - SAME_WEEK in taught:
            taught.add(later)
    for earlier in reversed(tuple(_days(first, calendar.first_day - ONE_DAY))):
        if earlier + SAME_WEEK in taught:
            taught.add(earlier)
    return SchoolCalendar(first, last, _closed_days(first, last, taught))


def anniversary_due(last: date, days: int = 365) -> date:
    """The last day for the next annual review; day 0 is the day of the last one, weekends do not move it."""
    return last + timedelta(days=days)


def triennial_due(evaluated_on: date) -> date:
    """The third anniversary of an evaluation; one of 29 February is due on 28 February, never a day late."""
    try:
        return evaluated_on.replace(year=evaluated_on.year + 3)
    except ValueError:
        return evaluated_on.replace(year=evaluated_on.year + 3, day=28)


def notice_due(meeting_on: date, days: int) -> date:
    """The last day a notice may reach the family when it must come ``days`` calendar days before the meeting."""
    return meeting_on - timedelta(days=days)


def days_left(due: date, *, today: date) -> int:
    """Calendar days until ``due``; 0 on the day itself, negative when it is late."""
    return (due - today).days


def report_dates(schedule: ReportSchedule, calendar: SchoolCalendar) -> tuple[date, ...]:
    """When progress is reported in the one school year of ``calendar``: ends of equal parts, or of months."""
    taught = calendar.school_days()
    if schedule == ReportSchedule.MONTHLY:
        return tuple({(day.year, day.month): day for day in taught}.values())
    parts = 4 if schedule == ReportSchedule.QUARTERLY else 3
    ends = (-(-len(taught) * part // parts) for part in range(1, parts + 1))
    return tuple(dict.fromkeys(taught[end - 1] for end in ends if taught))
