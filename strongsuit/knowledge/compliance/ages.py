"""Birthdays and anniversaries, and what the span of a plan reaches."""

from datetime import date, timedelta

from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import PlanFacts


def years_after(day: date, years: int) -> date:
    """The same day ``years`` on; 29 February becomes the 28th, so nothing is due a day late."""
    year = min(max(day.year + years, date.min.year), date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def last_day(facts: PlanFacts, today: date) -> date:
    """The last day the plan can be in effect: its end, or a year from its start, or a year from today."""
    return facts.ends_on or years_after(facts.starts_on or today, 1) - timedelta(days=1)


def transition_applies(facts: PlanFacts, *, today: date, profile: Profile) -> bool:
    """True when the student reaches the state's transition age while this plan is in effect.

    Without a birth date nobody can say; then the rule that asks for the date holds the plan back.
    """
    born = facts.student.birth_date
    return born is not None and years_after(born, profile.transition_age) <= last_day(facts, today)
