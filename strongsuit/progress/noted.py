"""The notes on a goal that tell whether its strength is in use: on its measurements, and from the student."""

from datetime import date

from strongsuit.progress.facts import lines_of
from strongsuit.progress.models import CheckIn, DataPoint


def noted(goal: int) -> tuple[tuple[date, str], ...]:
    """Each with its day, in three queries; a measurement that was set aside tells nothing."""
    line = lines_of([goal])[goal].goals
    notes = DataPoint.objects.filter(goal__in=line, invalid_because="").exclude(note="")
    said = CheckIn.objects.filter(goal__in=line).exclude(words="")
    return (*notes.values_list("on", "note"), *said.values_list("on", "words"))
