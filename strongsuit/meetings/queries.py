"""The doors to meetings, invitations and signatures."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from strongsuit.knowledge.terms import PlanState
from strongsuit.meetings.deciding import may_decide
from strongsuit.meetings.models import Attendee, Meeting, Signature
from strongsuit.people.models import Account
from strongsuit.plans.models import Plan
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours


def meeting_for(viewer: Account, pk: int, ability: str = "meeting.read") -> Meeting:
    """A meeting behind the door of its student; ``meeting.student`` carries the abilities."""
    meeting = Meeting.objects.filter(pk=pk).select_related("plan").first()
    if meeting is None:
        raise NotYours
    meeting.student = student_for(viewer, meeting.student_id, ability, part="meeting.read")
    return meeting


def meeting_to_attend(viewer: Account, pk: int) -> Meeting:
    """The same for whoever is asked to this meeting, also without the right to read of the others."""
    asked = Attendee.objects.filter(meeting=pk, account=viewer).exists()
    return meeting_for(viewer, pk, "meeting.invited" if asked else "meeting.read")


def meetings_of(student: Student) -> QuerySet[Meeting]:
    """All meetings, the newest first; ``student`` came through its door."""
    return Meeting.objects.filter(student=student).select_related("plan").order_by("-starts_at")


def meeting_to_name(draft: Plan | None, past: Iterable[Meeting]) -> Meeting | None:
    """The newest held meeting where an open draft that knows of none may have been decided, as the team agreed."""
    if draft is None or draft.meeting_held:
        return None
    return next((meeting for meeting in past if meeting.agreed is not False and may_decide(meeting, draft)), None)


def invited(meeting: Meeting) -> QuerySet[Attendee]:
    return Attendee.objects.filter(meeting=meeting).order_by("id")


def invitation_of(viewer: Account, meeting: Meeting) -> Attendee | None:
    """The viewer's own invitation; nobody reads another family member's answer here."""
    return Attendee.objects.filter(meeting=meeting, account=viewer).first()


def adopted_plan(student: Student) -> Plan | None:
    """The plan in effect with its frozen text, which is what a person signs."""
    return Plan.objects.filter(student=student, state=PlanState.ADOPTED).select_related("frozen").first()


def review_due(student: Student) -> date | None:
    """The last day for the review of the plan in effect."""
    return Plan.objects.filter(student=student, state=PlanState.ADOPTED).values_list("review_on", flat=True).first()


def signatures_of(plan: Plan) -> QuerySet[Signature]:
    return Signature.objects.filter(plan=plan).order_by("signed_at")
