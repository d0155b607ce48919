"""A student at a card calls for a person, and somebody goes there."""

from uuid import UUID

from django.db import transaction

from strongsuit.audit.trail import record
from strongsuit.people.models import Account
from strongsuit.strengths.finder_actions import welcome
from strongsuit.strengths.finder_models import Call, Sitting
from strongsuit.students.access import require
from strongsuit.students.actions import hold_still
from strongsuit.web import clock


@transaction.atomic
def call_somebody(*, by: Account, sitting: Sitting, card: str, once: UUID) -> Call:
    """The student asks for a person; the team sees it until somebody came."""
    reason = welcome(by, sitting.student)
    if told := Call.objects.filter(once=once).first():
        return told
    waiting = Call.objects.filter(sitting=sitting, came_at=None, card=card).first()
    if waiting is not None:
        return waiting
    made = Call.objects.create(
        district_id=sitting.district_id, student_id=sitting.student_id, sitting=sitting, card=card, at=clock.now(),
        once=once,
    )  # fmt: skip
    record(by, "called somebody to the finder", made, because=reason.relation)
    return made


@transaction.atomic
def came(*, by: Account, call: Call) -> Call:
    """Somebody of the team went there. The first who says so is remembered."""
    reason = require(by, "strengths.write", call.student)
    hold_still(call.student)
    call.refresh_from_db()
    if call.came_at is None:
        call.came, call.came_name, call.came_at = by, by.name, clock.now()
        call.save(update_fields=["came", "came_name", "came_at"])
        record(by, "came to help with the finder", call, because=reason.relation)
    return call
