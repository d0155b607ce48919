"""What the first page of a student and of a family says, gathered from every step below."""

from datetime import date, timedelta

from strongsuit.home.growth_words import grown
from strongsuit.home.threads import Grown
from strongsuit.knowledge.terms import Group, PlanState
from strongsuit.meetings.models import Attendee, Meeting, Signature
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.plans.facts import numbers_of
from strongsuit.plans.models import Goal, Plan
from strongsuit.plans.queries import adopted_plan, current_plan
from strongsuit.progress.facts import growths, points_of
from strongsuit.progress.models import CheckIn, Report
from strongsuit.strengths.eyes import OWN
from strongsuit.strengths.models import Answer, Item
from strongsuit.strengths.queries import Told, told_of
from strongsuit.students.models import Student
from strongsuit.web import clock

FAMILY = {Relation.GUARDIAN, Relation.INFORMED, Relation.ADULT_SELF}
# A view older than this is asked for again (strengths-and-student-voice 2.5: interests fade after 90 days).
FRESH_DAYS = 90
AHEAD_DAYS = 60


def next_meeting(student: Student, today: date) -> Meeting | None:
    planned = Meeting.objects.filter(student=student, state=Meeting.State.PLANNED, starts_at__gte=clock.now())
    return planned.order_by("starts_at").first()


def _days_to(meeting: Meeting | None, today: date) -> int | None:
    return (clock.day(meeting.starts_at) - today).days if meeting else None


def for_student(student: Student, *, today: date) -> dict[str, object]:
    """The student's own page: never a list of duties, one step."""
    plan = current_plan(student, today)
    goals = list(Goal.objects.filter(plan=plan).order_by("order", "id")) if plan else []
    mine = Answer.objects.filter(student=student, group=Group.STUDENT).order_by("-on", "-made_at")
    newest = mine.values_list("on", flat=True).first()
    checked = set(CheckIn.objects.filter(student=student, on=today).values_list("goal", flat=True))
    if newest is None or newest < today - timedelta(days=FRESH_DAYS):
        step = "strengths"
    elif any(goal.pk not in checked for goal in goals):
        step = "goals"
    else:
        step = "done"
    meeting = next_meeting(student, today)
    days = _days_to(meeting, today)
    return {
        "step": step,
        "meeting": meeting,
        "days": days if days is not None and days <= AHEAD_DAYS else None,
        "claimed": claimed_by(student)[:6],
        "goals": goals,
    }


def claimed_by(student: Student) -> list[Told]:
    """What the student says is so, by the newest answers; what was taken back or answered otherwise is not."""
    answered = Answer.objects.filter(student=student, group=Group.STUDENT).values("item")
    items = Item.objects.filter(student=student, retired_on=None, pk__in=answered).order_by("kind", "words")
    return [told for told in told_of(items, OWN) if any(claim.group == Group.STUDENT for claim in told.claims)]


def for_family(student: Student, viewer: Account, *, today: date) -> dict[str, object]:
    """The family's page: the one thing that waits, then what is next and what grew."""
    plan = adopted_plan(student, today)
    proposed = Plan.objects.filter(student=student, state=PlanState.PROPOSED).first()
    goals = list(Goal.objects.filter(plan=plan).order_by("order", "id")) if plan else []
    own = Answer.objects.filter(student=student, by=viewer).order_by("-on").values_list("on", flat=True).first()
    signed = plan is not None and Signature.objects.filter(plan=plan, account=viewer).exists()
    meeting = next_meeting(student, today)
    invitation = Attendee.objects.filter(meeting=meeting, account=viewer).first() if meeting else None
    if proposed:
        waiting = "read"
    elif plan and not signed and "meeting.sign" in student.abilities:
        waiting = "sign"
    elif own is None or own < today - timedelta(days=2 * FRESH_DAYS):
        waiting = "view"
    elif invitation and not invitation.answer:
        waiting = "invitation"
    else:
        waiting = "nothing"
    return {
        "plan": plan,
        "proposed": proposed,
        "waiting": waiting,
        "meeting": meeting,
        "invitation": invitation,
        "days": _days_to(meeting, today),
        "growth": growth_of(goals, student, today),
        "report": Report.objects.filter(student=student, state=Report.State.SENT).order_by("-due_on").first(),
    }


def growth_of(goals: list[Goal], student: Student, today: date) -> list[tuple[Goal, Grown]]:
    """Each goal with its word of growth, computed from the measurements that stand today."""
    found = growths(
        map(numbers_of, goals), points_of(goal.pk for goal in goals), calendar=calendar_of(student.school), today=today
    )
    return [(goal, grown(found[str(goal.pk)])) for goal in goals]
