"""What the clocks do for progress: reports are opened, follow a new plan, and growth words are counted."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.core.cache import cache
from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Least

from strongsuit.knowledge.terms import PlanState
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import ReportDate, School
from strongsuit.plans.facts import numbers_of
from strongsuit.plans.models import Goal, Plan
from strongsuit.plans.queries import in_effect
from strongsuit.progress.actions_reports import carry_report, open_reports
from strongsuit.progress.facts import growths, points_of
from strongsuit.progress.models import GrowthCount, Report
from strongsuit.web import clock

WORKER = "progress"
AHEAD = timedelta(days=60)
# A worker that stood still this long still opens what it missed.
BEHIND = timedelta(days=45)
BATCH = 500
# Looking through all plans is work; dates change once a day and plans are adopted now and then.
SECONDS = 15 * 60


def open_due_reports(*, now: datetime) -> int:
    """Open the reports of the marking periods that end soon, a batch at a time."""
    today = clock.day(now)
    for school in School.objects.filter(closed_on=None).order_by("pk"):
        if not cache.add(f"progress:reports:{school.pk}:{today}", 1, SECONDS):
            continue
        for name, on in dates_of(school, today):
            waiting = plans_without(school, on)[:BATCH]
            if made := open_reports(by=WORKER, plans=waiting, period=name, due_on=on):
                # There may be more of this school: come back at once.
                cache.delete(f"progress:reports:{school.pk}:{today}")
                return made
    return 0


def dates_of(school: School, today: date) -> list[tuple[str, date]]:
    """The ends of marking periods near today; a school's own year stands in place of the district's of that name."""
    rows = ReportDate.objects.filter(
        Q(year__school=school) | Q(year__school=None), year__district=school.district_id,
        on__range=(today - BEHIND, today + AHEAD),
    )  # fmt: skip
    rows = rows.order_by(F("year__school_id").asc(nulls_first=True), "on")
    found: dict[str, list[tuple[str, date]]] = {}
    own: set[str] = set()
    for row in rows.select_related("year"):
        if row.year.school_id and row.year.name not in own:
            own.add(row.year.name)
            found[row.year.name] = []
        found.setdefault(row.year.name, []).append((row.name, row.on))
    return [each for dates in found.values() for each in dates]


def plans_without(school: School, on: date) -> QuerySet[Plan]:
    """Adopted plans that run over ``on`` and have no report for it yet."""
    there = Report.objects.filter(plan=OuterRef("pk"), due_on=on)
    return Plan.objects.filter(
        ~Exists(there), district=school.district_id, student__school=school, student__left_on=None,
        state=PlanState.ADOPTED, adopted_on__lte=on, starts_on__lte=on, ends_on__gte=on,
    ).order_by("pk")  # fmt: skip


def carry_open_reports(*, now: datetime) -> int:
    """An open report whose plan was replaced before its day goes to the plan in effect."""
    today = clock.day(now)
    if not cache.add(f"progress:carried:{today}", 1, SECONDS):
        return 0
    later = Plan.objects.filter(in_effect(today), student=OuterRef("student"), starts_on__lte=OuterRef("due_on"))
    replaced = Report.objects.filter(
        Exists(later.exclude(pk=OuterRef("plan"))), state=Report.State.OPEN, plan__state=PlanState.SUPERSEDED,
        plan__ended_on__lt=Least(F("due_on"), Value(today, DateField())),
    )  # fmt: skip
    found = list(replaced.select_related("plan")[:BATCH])
    for report in found:
        plan = Plan.objects.filter(in_effect(today), student=report.student_id).order_by("-number").first()
        if plan is not None:
            carry_report(by=WORKER, report=report, plan=plan)
    return len(found)


def count_growth(*, now: datetime) -> int:
    """Count the growth words of one school that has not been counted today."""
    today = clock.day(now)
    counted = GrowthCount.objects.filter(school=OuterRef("pk"), counted_on__gte=today)
    school = School.objects.filter(~Exists(counted), closed_on=None).order_by("pk").first()
    if school is None:
        return 0
    found = dict.fromkeys(GrowthCount.Word.values, 0)
    calendar = calendar_of(school)
    for goals in goals_in_batches(school, today):
        grown = growths(map(numbers_of, goals), points_of(goal.pk for goal in goals), calendar=calendar, today=today)
        for growth in grown.values():
            found[growth.word.value if growth.word else GrowthCount.Word.NONE] += 1
    rows = [
        GrowthCount(district_id=school.district_id, school=school, word=word, goals=number, counted_on=today)
        for word, number in found.items()
    ]
    GrowthCount.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["school", "word"], update_fields=["goals", "counted_on"]
    )
    return 1


def goals_in_batches(school: School, today: date) -> Iterator[list[Goal]]:
    """The goals in effect at a school; a large school never stands in memory as a whole."""
    last = 0
    while True:
        goals = Goal.objects.filter(
            pk__gt=last, district=school.district_id, student__school=school, student__left_on=None,
            plan__state=PlanState.ADOPTED,
        ).order_by("pk")[:BATCH]  # fmt: skip
        found = list(goals)
        if found:
            yield found
        if len(found) < BATCH:
            return
        last = found[-1].pk


JOBS = [open_due_reports, carry_open_reports, count_growth]
