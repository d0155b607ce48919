"""Lists that bring several steps together: a page of students with clock, growth and open work."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet
from django.db.models.fields.tuple_lookups import Tuple as TupleColumns
from django.db.models.fields.tuple_lookups import TupleGreaterThan

from strongsuit.audit.models import Entry
from strongsuit.home.growth_words import Counted, counted
from strongsuit.knowledge.calendar import triennial_due
from strongsuit.knowledge.growth import Growth
from strongsuit.knowledge.terms import Group, PlanState
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import Account
from strongsuit.plans.facts import numbers_of
from strongsuit.plans.models import Goal, Plan
from strongsuit.progress.facts import growths, points_of
from strongsuit.strengths.models import Words
from strongsuit.students.access import group_of
from strongsuit.students.models import Eligibility, Guardian, Student
from strongsuit.web import ids

BY_NAME = ("family_name", "given_name", "id")


@dataclass(slots=True)
class StudentRow:
    """One student of a list with what the plan's clocks and points say."""

    student: Student
    plan: Plan | None = None
    draft: Plan | None = None
    triennial_on: date | None = None
    growth: list[Growth] = field(default_factory=list)
    spoke: bool = False

    @property
    def review_on(self) -> date | None:
        return self.plan.review_on if self.plan else None

    @property
    def growth_words(self) -> list[Counted]:
        return counted(self.growth)


def matching(students: QuerySet[Student], words: str) -> QuerySet[Student]:
    """Students whose name or number begins with each of the words."""
    for word in words.split()[:5]:
        students = students.filter(
            Q(family_name__istartswith=word)
            | Q(given_name__istartswith=word)
            | Q(preferred_name__istartswith=word)
            | Q(local_id=word)
        )
    return students


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a long list. It never counts the whole: page 1 of 100,000 costs what page 1 of 60 does."""

    students: list[Student]
    after: int | None
    more: int | None

    @property
    def more_text(self) -> str:
        return ids.spell(self.more) if self.more else ""


def window(students: QuerySet[Student], *, size: int, after: int | None, begins: str = "") -> Window:
    """The next ``size`` students by name after the one with id ``after``, or from the letters ``begins`` on."""
    if after is not None and (last := students.filter(pk=after).values_list(*BY_NAME).first()):
        students = students.filter(TupleGreaterThan(TupleColumns(*(F(name) for name in BY_NAME)), last))
    elif begins:
        students = students.filter(family_name__gte=begins)
    found = list(students.order_by(*BY_NAME).select_related("school")[: size + 1])
    more = found[size - 1].pk if len(found) > size else None
    return Window(found[:size], after, more)


def rows_for(students: Sequence[Student], *, today: date, with_growth: bool) -> list[StudentRow]:
    """The rows of one page, in a number of queries that does not depend on how many there are."""
    found = {student.pk: StudentRow(student) for student in students}
    states = (PlanState.ADOPTED, PlanState.DRAFT, PlanState.PROPOSED)
    for plan in Plan.objects.filter(student__in=found, state__in=states):
        if plan.state == PlanState.ADOPTED:
            found[plan.student_id].plan = plan
        else:
            found[plan.student_id].draft = plan
    for known in Eligibility.objects.filter(student__in=found, ended_on=None):
        found[known.student_id].triennial_on = triennial_due(known.evaluation_waived_on or known.evaluated_on)
    heard = Words.objects.filter(student__in=found, shared=True, on__gt=today - timedelta(days=365))
    for student in heard.values_list("student", flat=True).distinct():
        found[student].spoke = True
    if with_growth:
        _add_growth(found, today)
    return list(found.values())


def _add_growth(found: dict[int, StudentRow], today: date) -> None:
    plans = [row.plan.pk for row in found.values() if row.plan]
    goals = list(Goal.objects.filter(plan__in=plans).order_by("order", "id"))
    points = points_of(goal.pk for goal in goals)
    by_student: dict[int, list[Goal]] = {}
    for goal in goals:
        by_student.setdefault(goal.student_id, []).append(goal)
    by_school: dict[int, list[Goal]] = {}
    for goal in goals:
        by_school.setdefault(found[goal.student_id].student.school_id, []).append(goal)
    grown: dict[str, Growth] = {}
    for own in by_school.values():
        school = found[own[0].student_id].student.school
        grown |= growths(map(numbers_of, own), points, calendar=calendar_of(school), today=today)
    for student, own in by_student.items():
        found[student].growth = [grown[str(goal.pk)] for goal in own]


def in_order(rows: Iterable[StudentRow], order: str) -> list[StudentRow]:
    """Rows of one caseload by a clock, which no table keeps as a column of the student."""
    far = date.max
    keys = {
        "review": lambda row: (row.review_on or far, row.student.family_name, row.student.pk),
        "triennial": lambda row: (row.triennial_on or far, row.student.family_name, row.student.pk),
        "growth": lambda row: (_least(row), row.student.family_name, row.student.pk),
    }
    return sorted(rows, key=keys[order])


def _least(row: StudentRow) -> int:
    """Who needs more support first; who has no word last."""
    ranks = {"needs": 0, "continues": 1, "big": 2}
    return min((ranks[growth.word.value] for growth in row.growth if growth.word), default=3)


def trail_of(viewer: Account, student: Student) -> QuerySet[Entry]:
    """What happened with one record, newest first, with the person who did it.

    A parent reads what the school and they themselves did, never when the other parent came by (trust.md AZ-10).
    """
    found = Entry.objects.filter(student=student.pk).select_related("actor").order_by("-id")
    if group_of(student.relation) == Group.FAMILY:
        family = Guardian.objects.filter(student=student, account__isnull=False).exclude(account=viewer)
        found = found.exclude(actor__in=family.values("account"))
    return found
