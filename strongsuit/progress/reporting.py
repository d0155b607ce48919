"""Everything a growth report says, gathered for one day and frozen as one exact text when it is sent."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.canonical import digest, freeze_report, thaw_report
from strongsuit.knowledge.graph import progress_graph
from strongsuit.knowledge.growth import Growth, GrowthWord
from strongsuit.knowledge.shapes import PlanFacts, Point
from strongsuit.knowledge.shapes_report import GoalGrowthFacts, GrowthReportFacts
from strongsuit.knowledge.terms import ItemKind, Per
from strongsuit.people.facts import calendar_of
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.frozen import thawed
from strongsuit.plans.models import Plan
from strongsuit.plans.reading import ReadGoal, Reading
from strongsuit.progress.facts import growths, lines_of, points_of
from strongsuit.progress.models import Delivery, Report, ReportNote
from strongsuit.progress.queries import goals_of, minutes_of, notes_of
from strongsuit.progress.shown import goal_words, line_of
from strongsuit.strengths.queries import words_of
from strongsuit.students.queries import case_manager_name
from strongsuit.web import clock

MOST_STRENGTHS = 5
# A period begins where the one before it ended, or with the plan, and never in the summer; a school year has at most
# four of three months.
LONGEST_PERIOD = timedelta(days=120)
SCHOOL_DAYS = {Per.DAY: 1, Per.WEEK: 5, Per.CYCLE: 6, Per.MONTH: 20}


@dataclass(frozen=True, slots=True)
class Span:
    """The days a report tells about."""

    first: date
    last: date


def span_of(report: Report) -> Span:
    before = Report.objects.filter(student=report.student_id, due_on__lt=report.due_on)
    ended = before.order_by("-due_on").values_list("due_on", flat=True).first()
    begins = [report.due_on - LONGEST_PERIOD]
    begins += [ended + timedelta(days=1)] if ended else []
    begins += [report.plan.starts_on] if report.plan.starts_on else []
    first = calendar_of(report.student.school).after_break(max(begins))
    return Span(min(first, report.due_on), report.due_on)


def adopted_facts(plan: Plan) -> PlanFacts:
    """The plan as it was adopted, word for word."""
    frozen = getattr(plan, "frozen", None)
    return thawed(frozen) if frozen is not None else plan_facts(plan)


def report_facts(report: Report, *, today: date, plan: PlanFacts | None = None) -> GrowthReportFacts:
    """The report as it would be sent on ``today``; the same rows give the same facts whoever asks."""
    with translation.override(settings.LANGUAGE_CODE):
        return _gathered(report, today, plan or adopted_facts(report.plan))


def _gathered(report: Report, today: date, plan: PlanFacts) -> GrowthReportFacts:
    student, span = report.student, span_of(report)
    reading = Reading(plan)
    said = words_of(student, shared_only=True).filter(on__range=(span.first, today)).first()
    keeper = case_manager_name(student)
    return GrowthReportFacts(
        id=str(report.pk),
        student_name=student.name,
        called=student.called,
        school=student.school.name,
        period=report.period,
        starts_on=span.first,
        ends_on=span.last,
        plan_number=report.plan.number,
        good_at=_good_at(reading),
        goals=_goals(report, reading, span, today),
        reported_by=keeper,
        answer_to=_("Answer on this page, or talk to %(name)s at school.") % {"name": keeper or _("the case manager")},
        own_words=said.words if said else "",
        own_words_on=said.on if said else None,
        own_words_language=said.language if said else "en",
    )


def _good_at(reading: Reading) -> tuple[str, ...]:
    """What the report opens with: abilities the plan builds on, then the others."""
    able = [each for each in reading.glance_strengths if each.kind == ItemKind.ABILITY]
    able += [each for each in reading.facts.strengths if each.kind == ItemKind.ABILITY and each not in able]
    return tuple(each.words for each in (able or reading.glance_strengths)[:MOST_STRENGTHS])


def _goals(report: Report, reading: Reading, span: Span, today: date) -> tuple[GoalGrowthFacts, ...]:
    rows = {str(goal.pk): goal for goal in goals_of(report.plan)}
    facts = [read.goal for read in reading.goals if read.goal.id in rows]
    lines = lines_of(int(goal.id) for goal in facts)
    points = points_of(lines, lines)
    calendar = calendar_of(report.student.school)
    grown = growths(facts, points, calendar=calendar, today=today, since=span.first, lines=lines)
    notes, minutes = notes_of(report), minutes_of(rows.values(), span.first, span.last)
    return tuple(
        _goal(
            read,
            grown[read.goal.id],
            points.get(int(read.goal.id), []),
            notes.get(int(read.goal.id)),
            _school_did(read, reading, minutes.get(int(read.goal.id))),
            reading.called,
            today,
            calendar,
        )
        for read in reading.goals
        if read.goal.id in rows
    )


def _goal(
    read: ReadGoal,
    growth: Growth,
    points: list[Point],
    note: ReportNote | None,
    school_did: tuple[str, ...],
    called: str,
    today: date,
    calendar: SchoolCalendar,
) -> GoalGrowthFacts:
    return GoalGrowthFacts(
        goal_id=read.goal.id,
        words=goal_words(read.goal.behavior),
        strength="; ".join(each.strength.words for each in read.built_on),
        line=line_of(growth),
        graph=progress_graph(read.goal, points, today=today, calendar=calendar),
        school_did=school_did,
        next_step=note.next_step if note else "",
        note=note.text if note else "",
        note_by=note.edited_by.name if note and note.text and note.edited_by else "",
        note_on=clock.day(note.edited_at) if note and note.text else None,
        question=question(growth, called),
    )


def _school_did(read: ReadGoal, reading: Reading, minutes: Delivery | None) -> tuple[str, ...]:
    """The school's own part: what it gives by the plan, and how much of it was given."""
    often = {each.name: each.how_much for each in reading.services if each.how_much}
    told = [f"{name} ({often[name]})" if name in often else name for name in read.supports]
    if minutes is not None:
        values = {"given": minutes.given_minutes, "planned": minutes.planned_minutes}
        told.append(_("%(given)d of %(planned)d planned minutes were given in this period.") % values)
    return tuple(told)


def planned_minutes(plan: PlanFacts, *, span: Span, today: date, calendar: SchoolCalendar) -> dict[str, int]:
    """What the plan's services promise for each goal from the first day of the period until today."""
    reaching = calendar.reaching(today)
    found: dict[str, int] = {}
    for service in plan.services:
        if service.times and service.minutes and service.per:
            first = max(span.first, service.starts_on or span.first)
            last = min(today, span.last, service.ends_on or span.last)
            days = reaching.school_days_between(first - timedelta(days=1), last) if first <= last else 0
            promised = service.times * service.minutes * days // SCHOOL_DAYS[service.per]
            for goal in service.goal_ids:
                found[goal] = found.get(goal, 0) + promised
    return found


def question(growth: Growth, called: str) -> str:
    """One thing the team would like to hear from the family."""
    asked = {
        GrowthWord.BIG: _("What would you and %(name)s like to work on next?"),
        GrowthWord.CONTINUES: _("Where do you see this at home?"),
        GrowthWord.NEEDS: _("What helps %(name)s at home when this is hard?"),
    }
    found = asked.get(growth.word) if growth.word else None
    return (found or _("What do you see %(name)s do at home?")) % {"name": called}


def sealed(facts: GrowthReportFacts) -> tuple[str, str]:
    """The text that would be sent, and its SHA-256."""
    body = freeze_report(facts)
    return body, digest(body)


def sent_facts(report: Report) -> GrowthReportFacts:
    """What the family got, as it was on that day."""
    return thaw_report(report.body)
