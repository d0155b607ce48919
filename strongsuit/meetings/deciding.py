"""Which meeting decided which draft (34 CFR 300.501(c)); the plan itself knows only the day."""

from datetime import date, timedelta

from strongsuit.meetings.models import Meeting
from strongsuit.plans.models import Plan
from strongsuit.plans.queries import FINAL, year_adopted_on
from strongsuit.web import clock

# A call or a visit is entered after it took place (34 CFR 300.328); what lies further back belongs on paper.
LATEST_ENTRY = timedelta(days=92)


def decides(meeting: Meeting, draft: Plan) -> bool:
    """Whether recording the meeting tells the draft without asking: of its kind, and the team agreed."""
    return meeting.kind == draft.kind and meeting.agreed is not False and may_decide(meeting, draft)


def may_decide(meeting: Meeting, draft: Plan | None) -> bool:
    """Whether this held meeting can be the one where the open draft was decided, and the draft does not know it yet."""
    if draft is None or meeting.state != Meeting.State.HELD:
        return False
    day, planned_for_it = clock.day(meeting.starts_at), meeting.plan_id == draft.pk
    if draft.meeting_held and draft.meeting_on is not None and draft.meeting_on >= day:
        return False
    if not planned_for_it and (_decided_another(meeting) or day < clock.today() - LATEST_ENTRY):
        return False
    former = year_adopted_on(draft)
    return former is None or day > former


def _decided_another(meeting: Meeting) -> bool:
    return _decided_its_plan(meeting) and meeting.plan is not None and meeting.plan.state in FINAL


def _decided_its_plan(meeting: Meeting) -> bool:
    plan = meeting.plan
    return plan is not None and plan.meeting_held and plan.meeting_on == clock.day(meeting.starts_at)


def decided_without_agreement(meeting: Meeting) -> bool:
    """Whether the district decided the plan of a meeting where the team did not come to agree."""
    return meeting.agreed is False and _decided_its_plan(meeting)


def planned_late(meeting: Meeting, draft: Plan | None, due: date | None) -> bool:
    """Whether the annual review would only be held after its last day, and no meeting has decided the next plan yet."""
    if meeting.kind != Meeting.Kind.ANNUAL or meeting.state != Meeting.State.PLANNED or due is None:
        return False
    return clock.day(meeting.starts_at) > due and not (draft is not None and draft.meeting_held)


def decided(meeting: Meeting, draft: Plan | None) -> bool:
    """Whether the open draft knows this meeting as its own."""
    if draft is None or not draft.meeting_held or meeting.plan_id != draft.pk:
        return False
    return draft.meeting_on == clock.day(meeting.starts_at)
