"""Planning a meeting, inviting, answering, recording it, and signing the plan that came of it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.meetings.models import Attendee, Meeting, Signature
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.plans.actions import Dates, save_dates
from strongsuit.plans.models import FrozenPlan, Plan
from strongsuit.plans.queries import open_draft
from strongsuit.students.access import holding, require
from strongsuit.students.models import Guardian, Student, TeamMember
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot

# A call or a visit is entered after it took place (34 CFR 300.328); what lies further back belongs on paper.
LATEST_ENTRY = timedelta(days=92)


@transaction.atomic
def plan_meeting(
    *, by: Account, student: Student, kind: Meeting.Kind, starts_at: datetime, minutes: int, place: str, purpose: str
) -> Meeting:
    """Set a meeting, or enter one that was held; team and family are listed. The same time twice is one meeting."""
    reason = require(by, "meeting.write", student)
    if starts_at <= clock.now() - LATEST_ENTRY:
        raise Cannot(_("This is too long ago. A meeting can be entered until three months after it was held."))
    Student.objects.select_for_update(no_key=True).get(pk=student.pk)
    known = Meeting.objects.filter(student=student, starts_at=starts_at, state=Meeting.State.PLANNED).first()
    if known:
        return known
    meeting = Meeting.objects.create(
        district_id=student.district_id,
        student=student,
        plan=open_draft(student),
        kind=kind,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        purpose=purpose,
    )
    _invite(meeting)
    record(by, "planned a meeting", meeting, because=reason.relation)
    return meeting


def _invite(meeting: Meeting) -> None:
    """Everybody of the team, each guardian whose rights hold, and the student (34 CFR 300.321)."""
    own = {"district_id": meeting.district_id, "student_id": meeting.student_id, "meeting": meeting}
    day = clock.day(meeting.starts_at)
    people: dict[int | str, Attendee] = {}
    team = TeamMember.objects.filter(holding(day), student=meeting.student_id).select_related("account")
    for member in team.order_by("starts_on", "id"):
        people.setdefault(
            member.account_id, Attendee(**own, account=member.account, name=member.account.name, part=member.relation)
        )
    guardians = Guardian.objects.filter(
        holding(day, "rights_from", "rights_until"), student=meeting.student_id, may_see_record=True
    )
    for guardian in guardians.select_related("account"):
        key = guardian.account_id or f"guardian {guardian.pk}"
        people[key] = Attendee(**own, account=guardian.account, name=guardian.name, part=Relation.GUARDIAN)
    student = meeting.student
    people["student"] = Attendee(**own, account=student.account, name=student.name, part=Relation.SELF)
    Attendee.objects.bulk_create(people.values())


@transaction.atomic
def move_meeting(
    *, by: Account, meeting: Meeting, version: int, starts_at: datetime, minutes: int, place: str, purpose: str
) -> Meeting:
    """Another time or place: the notice has to go out again, and everybody answers again."""
    reason = require(by, "meeting.write", meeting.student)
    _still_planned(meeting)
    if starts_at <= clock.now():
        raise Cannot(_("This time has passed. Choose a day and time to come."))
    moved = starts_at != meeting.starts_at or place != meeting.place
    values: dict[str, Any] = {"starts_at": starts_at, "minutes": minutes, "place": place, "purpose": purpose}
    if moved:
        values["notice_sent_on"] = None
        Attendee.objects.filter(meeting=meeting).update(answer="", told_at=None)
    return change(meeting, by=by, version=version, deed="changed a meeting", because=reason.relation, **values)


def _still_planned(meeting: Meeting) -> None:
    if meeting.state != Meeting.State.PLANNED:
        raise Cannot(_("This meeting is over. Plan a new one."))


@transaction.atomic
def send_notice(*, by: Account, meeting: Meeting, version: int) -> Meeting:
    """The notice counts from today; a worker tells everybody who can be reached, without a child's name in the mail."""
    reason = require(by, "meeting.write", meeting.student)
    _still_planned(meeting)
    return change(
        meeting,
        by=by,
        version=version,
        deed="sent the meeting notice",
        because=reason.relation,
        notice_sent_on=clock.today(),
    )


@transaction.atomic
def call_off(*, by: Account, meeting: Meeting, version: int) -> Meeting:
    reason = require(by, "meeting.write", meeting.student)
    _still_planned(meeting)
    return change(
        meeting,
        by=by,
        version=version,
        deed="called off a meeting",
        because=reason.relation,
        state=Meeting.State.CANCELLED,
    )


@transaction.atomic
def answer_invitation(*, by: Account, invitation: Attendee, version: int, answer: str, wish: str) -> Attendee:
    """A person answers their own invitation, and may say which time would suit, or what they need."""
    reason = require(by, "meeting.read", invitation.student)
    if invitation.account_id != by.pk:
        raise Cannot(_("This invitation is for somebody else."))
    return change(
        invitation,
        by=by,
        version=version,
        deed="answered an invitation",
        because=reason.relation,
        answer=answer,
        wish=wish,
    )


@transaction.atomic
def record_meeting(
    *, by: Account, meeting: Meeting, version: int, came: Collection[int], note: str, agreed: bool
) -> Meeting:
    """The meeting was held: who came, what was agreed; an open draft learns its day."""
    reason = require(by, "meeting.write", meeting.student)
    _still_planned(meeting)
    if meeting.starts_at > clock.now():
        raise Cannot(_("The meeting has not begun yet. Record it when it was held."))
    for person in Attendee.objects.filter(meeting=meeting):
        Attendee.objects.filter(pk=person.pk).update(came=person.pk in came)
    held = change(
        meeting,
        by=by,
        version=version,
        deed="recorded a meeting",
        because=reason.relation,
        state=Meeting.State.HELD,
        held_at=clock.now(),
        agreement_note=note,
        agreed=agreed,
    )
    _tell_the_draft(by, held)
    return held


def _tell_the_draft(by: Account, meeting: Meeting) -> None:
    draft = open_draft(meeting.student)
    if draft is None or draft.meeting_held:
        return
    dates = Dates(**{name: getattr(draft, name) for name in Dates.__dataclass_fields__})
    day = clock.day(meeting.starts_at)
    save_dates(by=by, plan=draft, version=draft.version, dates=replace(dates, meeting_on=day, meeting_held=True))


STATEMENTS = {  # said in the language of the person who signs
    Signature.Meaning.TOOK_PART: lazily("I have read the plan. I took part in making it."),
    Signature.Meaning.CONSENT: lazily("I have read the plan and understood it. I agree that the services may begin."),
    Signature.Meaning.DECLINE: lazily(
        "I have read the plan. I do not agree with it, and I say why below if I want to."
    ),
}


@transaction.atomic
def sign_plan(
    *, by: Account, plan: Plan, sha256: str, meaning: Signature.Meaning, words: str, understood: bool
) -> Signature:
    """Put one's name under the plan in effect, for the exact text that was shown (34 CFR 300.9, 99.30(d))."""
    reason = require(by, "meeting.sign", plan.student)
    known = Signature.objects.filter(plan=plan, account=by, meaning=meaning).first()
    if known:
        return known
    if not understood:
        raise Cannot(_("Tick that you have read and understood the plan, then sign."))
    frozen = FrozenPlan.objects.filter(plan=plan).first()
    if frozen is None or frozen.sha256 != sha256:
        raise Cannot(_("This is not the plan you read. Open the plan again, then sign."))
    made = Signature(
        district_id=plan.district_id,
        student_id=plan.student_id,
        plan=plan,
        sha256=sha256,
        account=by,
        name=by.name,
        capacity=reason.relation,
        meaning=meaning,
        statement=str(STATEMENTS[meaning]),
        words=words,
        signed_at=clock.now(),
    )
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        return Signature.objects.get(plan=plan, account=by, meaning=meaning)
    record(by, "signed the plan", made, because=reason.relation, detail={"meaning": meaning, "sha256": sha256})
    return made


def waiting_notices() -> Q:
    """Invitations whose notice is out and whose person has an address and was not told yet."""
    return Q(
        meeting__state=Meeting.State.PLANNED,
        meeting__notice_sent_on__isnull=False,
        told_at=None,
        account__email__isnull=False,
        account__is_active=True,
    )
