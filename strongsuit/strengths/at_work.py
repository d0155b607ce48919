"""What the plan makes of a student's strengths: written down higher up the stairs, so the settings name who tells."""

from collections.abc import Callable
from datetime import date
from typing import cast

from django.conf import settings
from django.utils.module_loading import import_string

from strongsuit.knowledge.profile import AtWork
from strongsuit.students.models import Student


def at_work(student: Student, *, today: date) -> AtWork:
    """For a student who came through the door: from the plan that ``abilities`` let this viewer read."""
    found = cast(Callable[..., AtWork], import_string(settings.STRENGTHS_AT_WORK))
    return found(student, today=today)
