"""The doors to plans: who asks comes first, and every door gives the same 404 to those it is not for."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max, Q, QuerySet

from strongsuit.knowledge.terms import PlanKind, PlanState, Section
from strongsuit.people.models import Account
from strongsuit.plans.models import Goal, LeftWording, Plan, PlanSection, Question
from strongsuit.students.access import opened
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours

FINAL = (PlanState.ADOPTED, PlanState.SUPERSEDED)
OPEN = (PlanState.DRAFT, PlanState.PROPOSED)
# The ability that opens a plan, by its state: a draft is not yet anybody's plan.
OPENS: dict[str, str] = {
    PlanState.DRAFT: "plan.draft",
    PlanState.PROPOSED: "plan.proposed",
    PlanState.ADOPTED: "plan.read",
    PlanState.SUPERSEDED: "plan.read",
    PlanState.WITHDRAWN: "plan.draft",
}


def plan_for(viewer: Account, pk: int, ability: str = "", *, part: str = "plan") -> Plan:
    """The plan behind the door; ``ability`` asks for more than reading. ``plan.student`` carries the abilities."""
    # One question for the plan, its student and its seal; the frozen text itself waits until a page needs it.
    wanted = Plan.objects.select_related("student__school", "student__district", "frozen").defer("frozen__body")
    plan = wanted.filter(pk=pk).first()
    if plan is None:
        raise NotYours
    return _opened(viewer, plan, ability, part)


def _opened(viewer: Account, plan: Plan, ability: str, part: str) -> Plan:
    opens = OPENS[plan.state]
    plan.student = opened(viewer, plan.student, ability or opens, part=part)
    if opens not in plan.student.abilities:
        raise NotYours
    return plan


def goal_for(viewer: Account, pk: int, ability: str = "") -> Goal:
    """A goal with its need and plan, behind the door of that plan."""
    beside = ("plan__student__school", "plan__student__district", "need__level")
    goal = Goal.objects.select_related(*beside).filter(pk=pk).first()
    if goal is None:
        raise NotYours
    goal.plan = _opened(viewer, goal.plan, ability, "goal")
    goal.student = goal.plan.student
    return goal


def plans_of(viewer: Account, student: Student) -> list[Plan]:
    """Every version that ``viewer`` may open, newest first; ``student`` came through its own door."""
    states = [state for state, ability in OPENS.items() if ability in student.abilities]
    rows = Plan.objects.filter(student=student, state__in=states).select_related("made_by").order_by("-number")
    return list(rows)


def in_effect(today: date) -> Q:
    """Adopted, begun and not yet replaced. A plan past its last day stays in effect until another takes its place."""
    begun = Q(starts_on__isnull=True) | Q(starts_on__lte=today)
    lasting = Q(ended_on__isnull=True) | Q(ended_on__gte=today)
    return Q(state__in=FINAL, adopted_on__lte=today) & begun & lasting


def current_plan(student: Student, today: date) -> Plan | None:
    """The plan in effect on ``today``; the newer one where two meet on the day of change."""
    return Plan.objects.filter(in_effect(today), student=student).order_by("-number").first()


def adopted_plan(student: Student, today: date) -> Plan | None:
    """The plan in effect, or the adopted one whose first day is still to come."""
    found = current_plan(student, today)
    return found or Plan.objects.filter(student=student, state=PlanState.ADOPTED).first()


def current_plans(students: Iterable[Student] | QuerySet[Student], today: date) -> QuerySet[Plan]:
    """The plans in effect of many students, oldest first, so that a mapping by student keeps the newest."""
    return Plan.objects.filter(in_effect(today), student__in=students).order_by("number")


def open_draft(student: Student) -> Plan | None:
    """The one version still in work, if there is one."""
    return Plan.objects.filter(student=student, state__in=OPEN).first()


def earlier_plans(plan: Plan, most: int = 8) -> list[Plan]:
    """The plans adopted before this one, newest first, with what was frozen."""
    rows = Plan.objects.filter(student_id=plan.student_id, state__in=FINAL, number__lt=plan.number)
    return list(rows.select_related("frozen").order_by("-number")[:most])


def year_adopted_on(plan: Plan) -> date | None:
    """When the plan was adopted that this one follows: for a new year the last year's, whatever amended it since."""
    rows = Plan.objects.filter(student_id=plan.student_id, state__in=FINAL, number__lt=plan.number)
    if plan.kind != PlanKind.AMENDMENT:
        rows = rows.exclude(kind=PlanKind.AMENDMENT)
    return rows.aggregate(last=Max("adopted_on"))["last"]


def year_before(plan: Plan, earlier: list[Plan]) -> Plan | None:
    """The plan that closed the year before; an amendment belongs to the year of the plan it changes."""
    yearly = [each for each in earlier if each.kind != PlanKind.AMENDMENT]
    if plan.kind == PlanKind.AMENDMENT:
        yearly = yearly[1:]
    return yearly[0] if yearly else None


def goals_continued(plan: Plan, former: Plan) -> dict[str, str]:
    """Which goal of ``plan`` goes on with which goal of ``former``, through all the versions between them."""
    rows = Goal.objects.filter(student_id=plan.student_id).values_list("pk", "plan", "continues")
    plan_of = {pk: of for pk, of, _former in rows}
    before = {pk: continues for pk, _of, continues in rows}
    found: dict[str, str] = {}
    for goal in (pk for pk, of in plan_of.items() if of == plan.pk):
        seen, old = {goal}, before[goal]
        while old is not None and old not in seen and plan_of[old] != former.pk:
            seen.add(old)
            old = before[old]
        if old is not None and plan_of[old] == former.pk:
            found[str(goal)] = str(old)
    return found


def section_of(plan: Plan, section: Section) -> PlanSection | None:
    return PlanSection.objects.filter(plan=plan, section=section).select_related("edited_by").first()


def left_wordings(plan: Plan, *places: str) -> list[LeftWording]:
    """What the team leaves as it is at some places of a draft; ``plan`` came through its own door."""
    rows = LeftWording.objects.filter(plan=plan, place__in=places)
    return list(rows.select_related("by").order_by("at", "pk"))


def open_questions(student: Student) -> list[Question]:
    """What the family has asked and nobody has answered yet, the oldest first."""
    return list(Question.objects.filter(student=student, answered_at=None).order_by("at"))
