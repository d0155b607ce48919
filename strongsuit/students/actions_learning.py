"""Remembering that somebody of a family finished a short lesson: which one and when, and nothing about a child."""

from datetime import datetime

from django.db import transaction

from strongsuit.people.actions_learning import keep_finished
from strongsuit.people.models import Account, LessonFinished
from strongsuit.students.queries_learning import require_family
from strongsuit.web import clock


@transaction.atomic
def finish_family_lesson(*, by: Account, lesson: str, edition: int, at: datetime) -> LessonFinished:
    """Keep that ``by`` came to the end of a lesson for families. Twice is once."""
    require_family(by, today=clock.day(at))
    return keep_finished(by=by, lesson=lesson, audience="family", edition=edition, at=at)
