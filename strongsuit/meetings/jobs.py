"""Tells invited people by mail that a notice waits; the mail names no child."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from strongsuit.meetings.actions import waiting_notices
from strongsuit.meetings.models import Attendee
from strongsuit.people.models import Account

BATCH = 50


def send_notices(*, now: datetime) -> int:
    """One mail for each invitation that waits; a mail that fails waits for the next round."""
    waiting = Attendee.objects.filter(waiting_notices()).select_related("account", "meeting__student__school")
    done = 0
    for person in waiting.order_by("id")[:BATCH]:
        # Claimed first, so that two workers never write to the same person twice.
        with transaction.atomic():
            if not Attendee.objects.filter(pk=person.pk, told_at=None).update(told_at=now):
                continue
            _mail(person, person.account or Account()).send()
        done += 1
    return done


def _mail(person: Attendee, to: Account) -> EmailMessage:
    with translation.override(to.language):
        subject = _("You have a message from %(school)s") % {"school": person.meeting.student.school.name}
        body = _(
            "You have a message from %(school)s about a meeting.\n\nSign in to read it and to answer:\n%(address)s\n\n"
            "This mail holds no details, to keep them private."
        ) % {"school": person.meeting.student.school.name, "address": settings.SITE_ADDRESS}
    return EmailMessage(subject, body, to=[to.email or ""])


JOBS = [send_notices]
