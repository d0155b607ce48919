"""The student looked at what a meeting will show (R-35)."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.trail import record
from strongsuit.meetings.models import Meeting, Preview
from strongsuit.meetings.queries_preview import shown_at
from strongsuit.people.models import Account
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot


@transaction.atomic
def look(*, by: Account, meeting: Meeting, seen: Collection[str], apart: Collection[str], once: UUID) -> Preview:
    """Keep at what the student looked, and what is to be talked of without the student. Only the student does."""
    reason = require(by, "preview.own", meeting.student)
    hold_still(meeting.student)
    if told := Preview.objects.filter(once=once, meeting=meeting).first():
        return told
    if meeting.state != Meeting.State.PLANNED or meeting.starts_at <= clock.now():
        raise Cannot(_("This meeting has begun or is over."))
    there = {each.mark for each in shown_at(meeting.student)}
    now = clock.now()
    made = Preview.objects.create(
        district_id=meeting.district_id, student_id=meeting.student_id, meeting=meeting, seen=sorted(there & set(seen)),
        apart=sorted(there & set(apart)), by=by, on=clock.day(now), at=now, once=once,
    )  # fmt: skip
    record(by, "looked at what a meeting will show", made, because=reason.relation)
    return made
