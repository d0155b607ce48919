"""The demo's calendar around today: four school years with holidays, breaks and the ends of marking periods."""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from strongsuit.knowledge.calendar import SchoolCalendar, report_dates
from strongsuit.knowledge.terms import ReportSchedule

DAY = timedelta(days=1)
# One school closes for repairs, so that "just back after a break" can be seen at any time of the year.
REPAIRS_DAYS, REPAIRS_AGO = 10, 12


@dataclass(frozen=True)
class Span:
    name: str
    first: date
    last: date


@dataclass(frozen=True)
class Year:
    """One school year from September to June."""

    begins: int
    closures: tuple[Span, ...]

    @property
    def name(self) -> str:
        return f"{self.begins}-{self.begins + 1}"

    @property
    def first(self) -> date:
        return nth_weekday(self.begins, 9, 0, 1) + 3 * DAY

    @property
    def last(self) -> date:
        return weekday_before(date(self.begins + 1, 6, 26))

    @cached_property
    def calendar(self) -> SchoolCalendar:
        closed = {one.first + n * DAY for one in self.closures for n in range((one.last - one.first).days + 1)}
        return SchoolCalendar(self.first, self.last, frozenset(closed))

    @property
    def report_dates(self) -> tuple[tuple[str, date], ...]:
        ends = report_dates(ReportSchedule.QUARTERLY, self.calendar)
        return tuple((f"Quarter {number}", day) for number, day in enumerate(ends, start=1))


@dataclass(frozen=True)
class Times:
    """The years of one school, seen from today."""

    today: date
    years: tuple[Year, ...]
    days: tuple[date, ...] = field(init=False, repr=False)
    calendar: SchoolCalendar = field(init=False, repr=False)

    def __post_init__(self) -> None:
        calendar = SchoolCalendar.joined(year.calendar for year in self.years)
        object.__setattr__(self, "calendar", calendar)
        object.__setattr__(self, "days", calendar.school_days())

    def ago(self, count: int) -> date:
        """The school day that lies ``count`` school days before the newest one up to today."""
        return self.days[max(0, self.passed(self.today) - 1 - count)]

    def ahead(self, count: int) -> date:
        """The ``count``-th school day after today."""
        return self.days[min(len(self.days) - 1, self.passed(self.today) - 1 + count)]

    def near(self, day: date) -> date:
        """The school day on or just before ``day``."""
        return self.days[max(0, self.passed(day) - 1)]

    def after(self, day: date) -> date:
        """The first school day after ``day``."""
        return self.days[min(len(self.days) - 1, self.passed(day))]

    def between(self, first: date, last: date) -> tuple[date, ...]:
        return self.days[self.passed(first) : self.passed(last)]

    def passed(self, day: date) -> int:
        """How many school days there were up to ``day``; the difference of two is the time between them."""
        return bisect_right(self.days, day)

    @cached_property
    def quarters(self) -> list[tuple[str, date]]:
        return [found for year in self.years for found in year.report_dates]


def times(today: date, *, repairs: bool = False) -> Times:
    """The years around ``today``; with ``repairs``, one of two weeks without school that ended not long ago."""
    now = today.year if today.month >= 7 else today.year - 1
    years = tuple(Year(begins, closures(begins)) for begins in range(now - 2, now + 2))
    found = Times(today, years)
    if not repairs:
        return found
    gap = Span("Heating repairs", found.ago(REPAIRS_AGO + REPAIRS_DAYS), found.ago(REPAIRS_AGO))
    if gap.first.month > 8 >= gap.last.month or gap.first < found.ago(200):
        return found
    return Times(today, tuple(closing(year, gap) for year in years))


def closing(year: Year, gap: Span) -> Year:
    inside = year.first <= gap.first <= year.last
    return Year(year.begins, (*year.closures, gap)) if inside else year


def closures(begins: int) -> tuple[Span, ...]:
    after = begins + 1
    thanksgiving = nth_weekday(begins, 11, 3, 4)
    presidents = nth_weekday(after, 2, 0, 3)
    spring = nth_weekday(after, 4, 0, 2)
    memorial = max(date(after, 5, day) for day in range(25, 32) if date(after, 5, day).weekday() == 0)
    return (
        one_day("Indigenous Peoples' Day", nth_weekday(begins, 10, 0, 2)),
        one_day("Veterans Day", date(begins, 11, 11)),
        Span("Thanksgiving", thanksgiving, thanksgiving + DAY),
        Span("Winter recess", date(begins, 12, 24), date(after, 1, 1)),
        one_day("Martin Luther King Day", nth_weekday(after, 1, 0, 3)),
        Span("Midwinter recess", presidents, presidents + 4 * DAY),
        Span("Spring recess", spring, spring + 4 * DAY),
        one_day("Memorial Day", memorial),
        one_day("Juneteenth", date(after, 6, 19)),
    )


def one_day(name: str, day: date) -> Span:
    return Span(name, day, day)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def weekday_before(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment of a school day, as the tables keep it: in UTC, five hours ahead of New York's winter."""
    return datetime.combine(day, time(hour + 5, minute))


def years_before(day: date, count: int) -> date:
    return day.replace(year=day.year - count, day=min(day.day, 28))
