"""The doors to progress: goals with their points, reports that may be read, the data sheet of a caseload."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from strongsuit.audit.trail import saw
from strongsuit.knowledge.terms import Group, PlanState
from strongsuit.people.models import Account
from strongsuit.plans import queries as plans
from strongsuit.plans.models import Goal, Plan
from strongsuit.plans.queries import FINAL, current_plans
from strongsuit.progress.facts import Line, lines_of
from strongsuit.progress.models import CheckIn, DataPoint, Delivery, Report, ReportNote
from strongsuit.students.access import caseload, group_of, student_for
from strongsuit.students.models import Student, TeamMember
from strongsuit.web.refusals import NotYours

# How far back the data sheet looks for the last measurement of a goal.
RECENT = timedelta(days=120)


def goal_for(viewer: Account, pk: int, ability: str = "progress.read") -> Goal:
    """A goal behind the door of its plan; ``goal.student`` carries the abilities."""
    return plans.goal_for(viewer, pk, ability)


def point_for(viewer: Account, pk: int, ability: str = "progress.record") -> DataPoint:
    """One measurement with its goal, behind the same door."""
    point = DataPoint.objects.select_related("by").filter(pk=pk).first()
    if point is None:
        raise NotYours
    point.goal = goal_for(viewer, point.goal_id, ability)
    point.student = point.goal.student
    return point


def points(goal: Goal, line: Line) -> list[DataPoint]:
    """The measurements of a goal and of the unchanged goals it continues, newest first."""
    rows = DataPoint.objects.filter(goal__in=line.goals).select_related("by")
    return list(rows.order_by("-on", "-made_at", "-id"))


def goals_of(plan: Plan | None) -> list[Goal]:
    return list(Goal.objects.filter(plan=plan).order_by("order", "id")) if plan else []


def goals_beside(student: Student, plan: Plan | None, today: date) -> tuple[list[Goal], list[Goal]]:
    """Goals of earlier plans that no later plan carries on, and those of the adopted plan that is still to begin."""
    later = Goal.objects.filter(continues=OuterRef("pk"), plan__state__in=FINAL)
    rows = Goal.objects.filter(~Exists(later), student=student, plan__state__in=FINAL).exclude(plan=plan)
    found = list(rows.select_related("plan").order_by("-plan__number", "order", "id"))
    coming = goals_to_come(found, today)
    return [goal for goal in found if goal not in coming], coming


def goals_to_come(goals: Iterable[Goal], today: date) -> list[Goal]:
    """Those whose plan is adopted and begins on a later day."""
    return [
        goal
        for goal in goals
        if goal.plan.state == PlanState.ADOPTED and goal.plan.starts_on and goal.plan.starts_on > today
    ]


def check_ins_of(goals: Iterable[Goal], most: int = 6) -> dict[int, list[CheckIn]]:
    """What the student said about each goal, newest first, a few of each."""
    found: dict[int, list[CheckIn]] = defaultdict(list)
    for said in CheckIn.objects.filter(goal__in=list(goals)).order_by("-on", "-made_at", "-id"):
        if len(found[said.goal_id]) < most:
            found[said.goal_id].append(said)
    return found


def report_for(viewer: Account, pk: int, ability: str = "report.read") -> Report:
    """A report behind its student's door; a family opens it once it was sent."""
    report = Report.objects.select_related("plan", "sent_by").filter(pk=pk).first()
    if report is None:
        raise NotYours
    report.student = student_for(viewer, report.student_id, ability, part="growth report")
    report.plan.student = report.student
    if report.state == Report.State.OPEN and group_of(report.student.relation) != Group.SCHOOL:
        raise NotYours
    return report


def reports_for(student: Student) -> QuerySet[Report]:
    """The reports that the person at the student's door may open, newest first."""
    if "report.read" not in student.abilities:
        return Report.objects.none()
    found = Report.objects.filter(student=student).select_related("plan").order_by("-due_on", "-id")
    return found if group_of(student.relation) == Group.SCHOOL else found.filter(state=Report.State.SENT)


def notes_of(report: Report) -> dict[int, ReportNote]:
    rows = ReportNote.objects.filter(report=report).select_related("edited_by")
    return {note.goal_id: note for note in rows}


def minutes_of(goals: Iterable[Goal], first: date, last: date) -> dict[int, Delivery]:
    rows = Delivery.objects.filter(goal__in=list(goals), first_day=first, last_day=last)
    return {row.goal_id: row for row in rows}


@dataclass(slots=True)
class SheetLine:
    """One goal on the data sheet: the last measurement, and today's where there is one."""

    goal: Goal
    last: DataPoint | None = None
    today: DataPoint | None = None


@dataclass(slots=True)
class SheetPart:
    """One student of the data sheet."""

    student: Student
    lines: list[SheetLine] = field(default_factory=list)


def sheet_students(viewer: Account, *, today: date) -> QuerySet[Student]:
    """The students of this person's teams for whom data may be taken, in the order of their names."""
    found = caseload(viewer, "progress.record", today=today)
    return found.select_related("school").order_by("family_name", "given_name", "id")


def sheet_for(viewer: Account, students: Iterable[Student], *, today: date) -> list[SheetPart]:
    """The lines of these students' goals, in a number of queries that does not grow with them."""
    parts = {student.pk: SheetPart(student) for student in students}
    plan_of = {plan.student_id: plan.pk for plan in current_plans([part.student for part in parts.values()], today)}
    for goal in Goal.objects.filter(plan__in=plan_of.values()).order_by("order", "id"):
        goal.student = parts[goal.student_id].student
        parts[goal.student_id].lines.append(SheetLine(goal))
    _fill([line for part in parts.values() for line in part.lines], today)
    _note(viewer, parts)
    return [part for part in parts.values() if part.lines]


def sheet_line(goal: Goal, *, today: date) -> SheetLine:
    """One line again, after something was recorded on it."""
    line = SheetLine(goal)
    _fill([line], today)
    return line


def _fill(lines: list[SheetLine], today: date) -> None:
    by_goal: dict[int, list[SheetLine]] = defaultdict(list)
    shown = {line.goal.pk: line for line in lines}
    for pk, taken_over in lines_of(shown).items():
        for part in taken_over.goals:
            by_goal[part].append(shown[pk])
    rows = DataPoint.objects.filter(goal__in=list(by_goal), on__gt=today - RECENT, on__lte=today, invalid_because="")
    for point in rows.order_by("on", "made_at", "id"):
        for line in by_goal[point.goal_id]:
            line.last = point
            line.today = point if point.on == today else None


def _note(viewer: Account, parts: dict[int, SheetPart]) -> None:
    """The sheet shows a little of many records; the trail says whose."""
    relations = dict(TeamMember.objects.filter(account=viewer, student__in=parts).values_list("student", "relation"))
    for pk, part in parts.items():
        saw(viewer, "data sheet", student=pk, district=part.student.district_id, because=relations.get(pk, ""))
