"""The district's numbers by school: whose clocks ran out, who was heard, what was reported in time."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from strongsuit.home import voice_counts
from strongsuit.knowledge.calendar import triennial_due
from strongsuit.knowledge.shares import SMALLEST
from strongsuit.knowledge.terms import Group, PlanState
from strongsuit.people.models import District, ReportDate, School
from strongsuit.plans.models import Goal, Plan, Weave
from strongsuit.progress.models import GrowthCount, Milestone, Report
from strongsuit.strengths.models import Answer
from strongsuit.students.models import Eligibility, Student
from strongsuit.students.queries import without_birth_date

WORDS = ("big", "continues", "needs", "none")


@dataclass(frozen=True, slots=True)
class SchoolLine:
    school: School
    students: int
    reviews_late: int
    triennials_late: int
    reports_late: int
    heard: int
    goals: int
    woven: int
    told: int
    growth: dict[str, int]
    said: voice_counts.Heard

    @property
    def words(self) -> list[tuple[str, int]]:
        """The share of goals with each growth word, in the order of the words; empty before the first count."""
        counted = sum(self.growth.values())
        return [(word, round(100 * self.growth.get(word, 0) / counted)) for word in WORDS] if counted else []

    @property
    def small(self) -> bool:
        return self.students < SMALLEST

    @property
    def heard_percent(self) -> int:
        return round(100 * self.heard / self.students) if self.students else 0

    @property
    def told_percent(self) -> int:
        """Goals with a good moment told since the last reports, of all goals (M-16)."""
        return round(100 * self.told / self.goals) if self.goals else 0

    @property
    def woven_percent(self) -> int:
        return round(100 * self.woven / self.goals) if self.goals else 0


def _by_school(rows, key: str = "student__school") -> dict[int, int]:
    return dict(rows.values_list(key).annotate(number=Count("pk")).order_by())


def last_report_date(district: District, today: date) -> date:
    """The end of the marking period before this one; a year ago where none is known."""
    found = ReportDate.objects.filter(year__district=district, year__school=None, on__lte=today)
    return found.order_by("-on").values_list("on", flat=True).first() or today - timedelta(days=365)


def build(district: District, *, today: date) -> dict[str, object]:
    here = {"district": district}
    present = Student.objects.filter(**here, left_on=None)
    adopted = Q(state=PlanState.ADOPTED, student__left_on=None)
    students = _by_school(present, "school")
    late = _by_school(Plan.objects.filter(adopted, **here, review_on__lt=today))
    three_years_ago = triennial_due(today).replace(year=today.year - 3)
    triennials = _by_school(
        Eligibility.objects.filter(
            Q(evaluation_waived_on=None) | Q(evaluation_waived_on__lt=three_years_ago), **here, ended_on=None,
            evaluated_on__lt=three_years_ago, student__left_on=None,
        )
    )  # fmt: skip
    reports = _by_school(
        Report.objects.filter(**here, state=Report.State.OPEN, due_on__lt=today, student__left_on=None)
    )
    own = Answer.objects.filter(student=OuterRef("pk"), group=Group.STUDENT)
    heard = _by_school(present.filter(Exists(own)), "school")
    goals = Goal.objects.filter(**here, plan__state=PlanState.ADOPTED)
    all_goals = _by_school(goals)
    woven = _by_school(goals.filter(Exists(Weave.objects.filter(goal=OuterRef("pk")))))
    since = last_report_date(district, today)
    moments = Milestone.objects.filter(goal=OuterRef("pk"), state=Milestone.State.SENT, made_at__date__gt=since)
    told = _by_school(goals.filter(Exists(moments)))
    growth: dict[int, dict[str, int]] = {}
    for counted in GrowthCount.objects.filter(district=district):
        growth.setdefault(counted.school_id, {})[counted.word] = counted.goals
    said = voice_counts.by_school(district, today=today)
    lines = [
        SchoolLine(
            school, students.get(school.pk, 0), late.get(school.pk, 0), triennials.get(school.pk, 0),
            reports.get(school.pk, 0), heard.get(school.pk, 0), all_goals.get(school.pk, 0), woven.get(school.pk, 0),
            told.get(school.pk, 0), growth.get(school.pk, {}), said.get(school.pk, voice_counts.Heard()),
        )
        for school in School.objects.filter(district=district, closed_on=None).order_by("name")
    ]  # fmt: skip
    return {
        "district": district,
        "lines": lines,
        "totals": {
            "students": sum(line.students for line in lines),
            "reviews_late": sum(line.reviews_late for line in lines),
            "triennials_late": sum(line.triennials_late for line in lines),
            "reports_late": sum(line.reports_late for line in lines),
            "undated": without_birth_date(district),
        },
    }
