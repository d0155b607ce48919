"""The aimline of a graph: straight in school days, so it rests in breaks and agrees with the growth word."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.lines import Aimline, aimline
from strongsuit.knowledge.shapes import GoalFacts

# Shorter rests bend the line less than its own width.
REST_DAYS = 5


@dataclass(frozen=True, slots=True)
class Expected:
    """What the goal expects on a day between its baseline and its target."""

    line: Aimline
    calendar: SchoolCalendar | None

    @classmethod
    def of(cls, goal: GoalFacts, calendar: SchoolCalendar | None) -> "Expected | None":
        if goal.baseline is None or goal.target is None or goal.baseline_on is None or goal.target_on is None:
            return None
        line = aimline(goal.baseline_on, goal.baseline, goal.target_on, goal.target)
        if line is None:
            return None
        known = calendar.reaching(line.start_on).reaching(line.target_on) if calendar else None
        taught = known and known.school_days_between(line.start_on, line.target_on)
        return cls(line, known if taught else None)

    def on(self, day: date) -> Fraction:
        if self.calendar is None:
            return self.line.at(day)
        gone = self.calendar.school_days_between(self.line.start_on, day)
        whole = self.calendar.school_days_between(self.line.start_on, self.line.target_on)
        return self.line.baseline + (self.line.target - self.line.baseline) * Fraction(gone, whole)

    def shown(self, day: date) -> Decimal | None:
        """The value on ``day`` rounded to a tenth; none outside the goal's dates."""
        if not self.line.start_on <= day <= self.line.target_on:
            return None
        return Decimal(round(self.on(day) * 10)) / 10

    def corners(self) -> tuple[tuple[date, Fraction], ...]:
        """The days where the line begins, rests, goes on and ends, with its values."""
        days = {self.line.start_on, self.line.target_on}
        for rest in self.calendar.breaks(REST_DAYS) if self.calendar else ():
            days |= {day for day in (rest.first, rest.last) if self.line.start_on < day < self.line.target_on}
        return tuple((day, self.on(day)) for day in sorted(days))
