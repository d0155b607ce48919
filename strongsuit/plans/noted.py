"""What was written down of the work on a goal. Who keeps such notes stands higher; the settings name them."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

# Each note with its day.
Noted = Iterable[tuple[date, str]]


def noted(goal: int) -> Noted:
    """The notes on one goal, and on the unchanged goals that it continues."""
    found = cast(Callable[[int], Noted], import_string(settings.NOTES_ON_A_GOAL))
    return found(goal)


def nothing() -> Noted:
    """For goals that are only imagined."""
    return ()
