"""The growth report: opened on its date, written by the team, frozen when it goes home."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.people.models import Account
from strongsuit.plans.models import Goal, Plan
from strongsuit.progress.models import Report, ReportNote
from strongsuit.progress.reporting import report_facts, sealed
from strongsuit.students.access import require
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale

SENT = "This report was sent and stays as it is. Write what is new into the next one."


@transaction.atomic
def open_reports(*, by: Account | str, plans: Iterable[Plan], period: str, due_on: date) -> int:
    """Begin the report of one marking period for each of these plans; one that is there already stays."""
    plans = list(plans)
    had = set(Report.objects.filter(plan__in=plans, due_on=due_on).values_list("plan", flat=True))
    made = [
        Report(district_id=plan.district_id, student_id=plan.student_id, plan=plan, period=period, due_on=due_on)
        for plan in plans
        if plan.pk not in had
    ]
    Report.objects.bulk_create(made, ignore_conflicts=True)
    # Another worker may have opened some of them in the same moment; those are not ours to tell of.
    kept = list(Report.objects.filter(pk__in=[row.pk for row in made]))
    for row in kept:
        record(by, "opened a growth report", row)
    return len(kept)


@transaction.atomic
def carry_report(*, by: Account | str, report: Report, plan: Plan) -> None:
    """Move an open report to the plan that took the place of its own; the notes follow the goals that go on."""
    going_on = dict(Goal.objects.filter(plan=plan, continues__isnull=False).values_list("continues", "pk"))
    there = Report.objects.filter(plan=plan, due_on=report.due_on).first()
    for note in ReportNote.objects.filter(report=report):
        goal = going_on.get(note.goal_id)
        if goal is None or (there and ReportNote.objects.filter(report=there, goal=goal).exists()):
            continue
        ReportNote.objects.filter(pk=note.pk).update(goal=goal, report=there or report)
    if there is None:
        change(report, by=by, version=report.version, deed="moved a growth report to the new plan", plan=plan)
        return
    record(by, "joined a growth report with that of the new plan", report)
    report.delete()


def open_report(report: Report) -> Report:
    """The report as it is now, held until the end of the transaction, if it was not sent meanwhile."""
    row = Report.objects.select_for_update(no_key=True).filter(pk=report.pk).first()
    if row is None:
        raise NotYours
    if row.state == Report.State.SENT:
        raise Cannot(_(SENT))
    return row


@transaction.atomic
def write_note(*, by: Account, report: Report, goal: Goal, version: int, text: str, next_step: str) -> ReportNote:
    """Keep the teacher's words and the next step for one goal."""
    reason = require(by, "report.write", report.student)
    if goal.plan_id != open_report(report).plan_id:
        raise NotYours
    values: dict[str, Any] = {"text": text, "next_step": next_step}
    note = ReportNote.objects.filter(report=report, goal=goal).first()
    if note is None:
        try:
            with transaction.atomic():
                note = ReportNote.objects.create(
                    district_id=report.district_id, student_id=report.student_id, report=report, goal=goal,
                    edited_by=by, edited_at=clock.now(), **values,
                )  # fmt: skip
        except IntegrityError as other:
            note = ReportNote.objects.get(report=report, goal=goal)
            raise Stale(_("Somebody else began this note in the same moment."), note) from other
        record(by, "wrote in a growth report", note, because=reason.relation)
        return note
    if all(getattr(note, name) == value for name, value in values.items()):
        return note
    return change(note, by=by, version=version, deed="wrote in a growth report", because=reason.relation, **values)


@transaction.atomic
def send_report(*, by: Account, report: Report, expected: str) -> Report:
    """Send the report home exactly as it was read: ``expected`` is the SHA-256 of what ``by`` had before their eyes."""
    reason = require(by, "report.send", report.student)
    row = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if row.state == Report.State.SENT:
        if row.sha256 == expected:
            return row
        raise Cannot(_(SENT))
    row.student, row.plan = report.student, report.plan
    body, sha256 = sealed(report_facts(row, today=clock.today()))
    if sha256 != expected:
        raise Cannot(_("Something was added since you read the report. Read it again, then send it."))
    return change(
        row, by=by, version=row.version, deed="sent a growth report", because=reason.relation,
        detail={"sha256": sha256, "late": clock.today() > row.due_on}, state=Report.State.SENT,
        sent_at=clock.now(), sent_by=by, body=body, sha256=sha256,
    )  # fmt: skip
