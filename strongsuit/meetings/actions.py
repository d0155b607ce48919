"""Planning a meeting, inviting, answering, recording it, and signing the plan that came of it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.meetings.attending import Unexplained, refuse_unexplained
from strongsuit.meetings.deciding import LATEST_ENTRY, decided, decides, may_decide
from strongsuit.meetings.inviting import invite, key_of, refuse_no_name, staying
from strongsuit.meetings.models import Attendee, Meeting, Signature
from strongsuit.people.models import Account
from strongsuit.plans.actions import meeting_was_held
from strongsuit.plans.models import FrozenPlan, Plan
from strongsuit.plans.queries import open_draft
from strongsuit.students.access import require
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours


@transaction.atomic
def plan_meeting(
    *, by: Account, student: Student, kind: Meeting.Kind, starts_at: datetime, minutes: int, place: str, purpose: str
) -> Meeting:
    """Set a meeting, or enter one that was held, with all who belong there. The same time twice is one meeting."""
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
    invite(meeting)
    record(by, "planned a meeting", meeting, because=reason.relation)
    return meeting


@transaction.atomic
def gather(*, by: Account, meeting: Meeting, everybody: bool = False) -> Meeting:
    """Put on the list whoever joined the team, the committee or the family since; nobody is taken off.

    Whoever was taken off on purpose stays off, unless ``everybody`` is asked for again.
    """
    reason = require(by, "meeting.write", meeting.student)
    _locked_list(meeting)
    if everybody:
        _keep_out(meeting, [])
    for person in invite(meeting):
        record(by, "invited somebody", person, because=reason.relation)
    return meeting


@transaction.atomic
def add_to_list(*, by: Account, meeting: Meeting, name: str, part: str) -> Attendee:
    """Somebody who has no part in the record comes to this meeting. The same form twice is one person."""
    reason = require(by, "meeting.write", meeting.student)
    _locked_list(meeting)
    refuse_no_name(meeting, name, part)
    known = Attendee.objects.filter(meeting=meeting, account=None, name=name, part=part).first()
    if known:
        return known
    added = Attendee.objects.create(
        district_id=meeting.district_id, student_id=meeting.student_id, meeting=meeting, name=name, part=part
    )
    record(by, "invited somebody", added, because=reason.relation)
    return added


@transaction.atomic
def take_off_list(*, by: Account, meeting: Meeting, person: int) -> Attendee | None:
    """Somebody is not asked to this meeting after all; None where they are off the list already."""
    reason = require(by, "meeting.write", meeting.student)
    # The row first, as whoever records the meeting does: a person who came is never lost.
    found = Attendee.objects.select_for_update(no_key=True).filter(pk=person, meeting=meeting).first()
    if found is None:
        return None
    _locked_list(meeting)
    if meeting.notice_sent_on and meeting.starts_at <= clock.now():
        raise Cannot(_("The meeting has begun, and the list shows who was invited. Record who came."))
    if found.pk in staying(meeting, [found]):
        raise Cannot(_("The student and the parents who decide always stay on the list. They say if they come."))
    detail = {"part": found.part, "answered": bool(found.answer), "told": found.told_at is not None}
    record(by, "took somebody off the list", found, because=reason.relation, detail=detail)
    Attendee.objects.filter(pk=found.pk).delete()
    _keep_out(meeting, [*meeting.left_out, key_of(found)])
    return found


def _keep_out(meeting: Meeting, keys: list[str]) -> None:
    meeting.left_out = sorted(set(keys))
    Meeting.objects.filter(pk=meeting.pk).update(left_out=meeting.left_out)


def _locked_list(meeting: Meeting) -> None:
    Student.objects.select_for_update(no_key=True).get(pk=meeting.student_id)
    meeting.refresh_from_db(fields=["state", "starts_at", "notice_sent_on", "left_out"])
    _still_planned(meeting)


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
        # An answer that was being written to the old time is not taken for the new one.
        Attendee.objects.filter(meeting=meeting).update(answer="", told_at=None, version=F("version") + 1)
    return change(meeting, by=by, version=version, deed="changed a meeting", because=reason.relation, **values)


def _still_planned(meeting: Meeting) -> None:
    if meeting.state != Meeting.State.PLANNED:
        raise Cannot(_("This meeting is over. Plan a new one."))


@transaction.atomic
def send_notice(*, by: Account, meeting: Meeting, version: int) -> Meeting:
    """The notice counts from today; a worker tells everybody who can be reached, without a child's name in the mail."""
    reason = require(by, "meeting.write", meeting.student)
    _still_planned(meeting)
    if meeting.starts_at <= clock.now():
        raise Cannot(_("The meeting has begun, so a notice would come too late. Record who came."))
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
    reason = require(by, "meeting.invited", invitation.student)
    if invitation.account_id != by.pk:
        raise Cannot(_("This invitation is for somebody else."))
    if invitation.meeting.state != Meeting.State.PLANNED:
        raise Cannot(_("This meeting is over or was called off. It needs no answer any more."))
    # Whoever is taken off the list in this moment is not thanked for an answer that nobody sees.
    kept = Attendee.objects.select_for_update(no_key=True).filter(pk=invitation.pk).first()
    if kept is None:
        raise NotYours
    if (kept.answer, kept.wish) == (answer, wish):
        return kept
    return change(
        kept,
        by=by,
        version=version,
        deed="answered an invitation",
        because=reason.relation,
        answer=answer,
        wish=wish,
    )


@transaction.atomic
def record_meeting(
    *, by: Account, meeting: Meeting, version: int, came: Collection[int], note: str, agreed: bool,
    family_tried: str = "", stayed_away: str = "", unheard_because: str = "",
) -> Meeting:  # fmt: skip
    """The meeting was held: who came, why a seat stayed empty; where the team agreed, its open draft learns the day."""
    reason = require(by, "meeting.write", meeting.student)
    _still_planned(meeting)
    if meeting.starts_at > clock.now():
        raise Cannot(_("The meeting has not begun yet. Record it when it was held."))
    people = Attendee.objects.filter(meeting=meeting)
    if not people.filter(pk__in=came).update(came=True):
        raise Cannot(_("Tick who came. Where nobody came, there was no meeting: move it or call it off."))
    people.exclude(pk__in=came).update(came=False)
    refuse_unexplained(
        meeting, people, family_tried=family_tried, stayed_away=stayed_away, unheard_because=unheard_because
    )
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
        family_tried=family_tried,
        stayed_away=stayed_away,
        unheard_because=unheard_because,
    )
    draft = open_draft(held.student)
    if draft is None or not decides(held, draft):
        return held
    return _tell_the_draft(by, held, draft, held.version, reason.relation)


@transaction.atomic
def decide_draft(
    *, by: Account, meeting: Meeting, version: int, agreed: bool | None = None,
    family_tried: str = "", stayed_away: str = "",
) -> Meeting:  # fmt: skip
    """The team says: the open draft was decided here, at a meeting recorded before it or called another kind.

    Where the team had not agreed, ``agreed`` says whether it did since, or the district decided (34 CFR 300.503).
    Words that the record lacks are written now; those that stand there stay.
    """
    reason = require(by, "meeting.write", meeting.student)
    draft = open_draft(meeting.student)
    if decided(meeting, draft):
        return meeting
    if draft is None or not may_decide(meeting, draft):
        raise Cannot(_("The open draft cannot have been decided at this meeting. Enter the meeting where it was."))
    words = {
        "family_tried": meeting.family_tried if real_sentence(meeting.family_tried) else family_tried,
        "stayed_away": meeting.stayed_away if real_sentence(meeting.stayed_away) else stayed_away,
    }
    refuse_unexplained(
        meeting, Attendee.objects.filter(meeting=meeting), **words, unheard_because=meeting.unheard_because
    )
    if meeting.agreed is not False:
        return _tell_the_draft(by, meeting, draft, version, reason.relation, **words)
    if agreed is None:
        raise Unexplained({"agreed": _("Choose whether the team agreed since then, or the district decided.")})
    deed = "noted that the team agreed since" if agreed else "noted that the district decided without agreement"
    record(by, deed, meeting, because=reason.relation)
    return _tell_the_draft(by, meeting, draft, version, reason.relation, agreed=agreed, **words)


def _tell_the_draft(by: Account, meeting: Meeting, draft: Plan, version: int, because: str, **values: Any) -> Meeting:
    draft.student = meeting.student
    meeting_was_held(by=by, plan=draft, on=clock.day(meeting.starts_at))
    values["plan"] = draft
    return change(meeting, by=by, version=version, deed="named the plan of a meeting", because=because, **values)


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
