"""Remembering that somebody finished a short lesson: which one and when, never what was answered."""

from datetime import datetime

from django.db import transaction

from strongsuit.audit.trail import record
from strongsuit.knowledge.lessons import lesson_of
from strongsuit.people.models import Account, LessonFinished
from strongsuit.people.queries_learning import require_staff
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours


@transaction.atomic
def finish_lesson(*, by: Account, lesson: str, edition: int, at: datetime) -> LessonFinished:
    """Keep that ``by`` came to the end of a lesson for staff. Twice is once."""
    require_staff(by, today=clock.day(at))
    return keep_finished(by=by, lesson=lesson, audience="staff", edition=edition, at=at)


def keep_finished(*, by: Account, lesson: str, audience: str, edition: int, at: datetime) -> LessonFinished:
    """The line itself, once the door of its audience was passed."""
    known = lesson_of(lesson, audience)
    if known is None or not 1 <= edition <= known.edition:
        raise NotYours
    finished, made = LessonFinished.objects.get_or_create(
        account=by, lesson=lesson, edition=edition, defaults={"at": at}
    )
    if made:
        record(by, "finished a lesson", finished)
    return finished
