"""Opening a record outside one's list: for a stated reason, for a day, in plain sight of the family."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy

from strongsuit.audit.trail import record
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.people.models import Account
from strongsuit.students.actions import hold_still
from strongsuit.students.models import ReasonedAccess, Student
from strongsuit.students.office_mail import tell_office
from strongsuit.students.queries import outside_student_for
from strongsuit.web import clock
from strongsuit.web.inputs import MERE_WORD
from strongsuit.web.refusals import Cannot

LASTS = timedelta(hours=24)
SUBJECT = gettext_lazy("A record was opened for a stated reason")
BODY = gettext_lazy(
    "%(who)s opened the record of a student outside their own list and gave a reason.\n\n"
    "Sign in to read it:\n%(address)s\n\nThis mail holds no details, to keep them private."
)


@transaction.atomic
def open_for_reason(*, by: Account, student: Student, reason: str) -> ReasonedAccess:
    """For the next 24 hours; the reason stands in the trail, where the family reads it. Asking twice opens once."""
    if not real_sentence(reason):
        raise Cannot(str(MERE_WORD))
    hold_still(student)
    # Asked again behind the lock: a post may have ended since the page was drawn.
    outside_student_for(by, student.pk)
    now = clock.now()
    known = ReasonedAccess.objects.filter(account=by, student=student, until__gt=now).first()
    if known is not None:
        return known
    made = ReasonedAccess.objects.create(
        district_id=student.district_id, student=student, account=by, reason=reason.strip(), opened_at=now,
        until=now + LASTS,
    )  # fmt: skip
    record(by, "opened the record for a reason", made, because=made.reason, detail={"until": made.until.isoformat()})
    transaction.on_commit(lambda: _tell_office(made), robust=True)
    return made


@transaction.atomic
def close_reason(*, by: Account, opened: ReasonedAccess) -> None:
    """Done earlier than a day."""
    now = clock.now()
    if ReasonedAccess.objects.filter(pk=opened.pk, account=by, until__gt=now).update(until=now):
        record(by, "closed the record again", opened)


def _tell_office(made: ReasonedAccess) -> None:
    """The district's office learns that it happened; the mail names no child."""
    tell_office(made.district_id, besides=made.account, subject=SUBJECT, body=BODY, values={"who": made.account.name})
