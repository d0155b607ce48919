"""Asking for a paper: a waiting row that a worker turns into a file."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.documents.models import Copy
from strongsuit.people.models import Account
from strongsuit.plans.models import Plan
from strongsuit.plans.queries import OPENS
from strongsuit.progress.models import Report
from strongsuit.students.access import require
from strongsuit.students.actions_lists import watch_papers
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot


@transaction.atomic
def ask_for_copy(
    *, by: Account, plan: Plan, kind: Copy.Kind, once: UUID, language: str = "en", report: Report | None = None
) -> Copy:
    """A numbered copy with the name of the person who asked; the same request twice is one copy."""
    reason = require(by, "paper.print", plan.student)
    require(by, OPENS[plan.state], plan.student)
    if kind == Copy.Kind.SUMMARY:
        require(by, "summary.read", plan.student)
    if kind == Copy.Kind.GROWTH and (report is None or report.state != Report.State.SENT):
        raise Cannot(_("This report has not been sent yet. Print it when it is."))
    if known := Copy.objects.filter(once=once).first():
        return known
    number = Copy.objects.filter(plan=plan, kind=kind).aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            made = Copy.objects.create(
                district_id=plan.district_id,
                student_id=plan.student_id,
                kind=kind,
                plan=plan,
                report=report,
                language=language,
                number=number + 1,
                asked_by=by,
                asked_by_name=by.name,
                asked_at=clock.now(),
                once=once,
            )
    except IntegrityError:
        return Copy.objects.get(once=once)
    record(by, "asked for a paper", made, because=reason.relation, detail={"kind": kind, "copy": made.number})
    return made


@transaction.atomic
def draw_again(*, by: Account, found: Copy) -> None:
    """Let a paper that could not be made wait for the worker once more."""
    reason = require(by, "paper.print", found.student)
    failed = Copy.objects.filter(pk=found.pk, state=Copy.State.FAILED)
    if failed.update(state=Copy.State.WAITING, attempts=0):
        record(by, "asked for a paper again", found, because=reason.relation, detail={"kind": found.kind})


@transaction.atomic
def note_taken(*, by: Account, found: Copy, because: str) -> None:
    """A paper left the system: who took which copy, and why they might."""
    watch_papers(by=by, student=found.student)
    record(
        by,
        "took a paper",
        found,
        because=because,
        kind=Kind.TOOK_OUT,
        detail={"kind": found.kind, "copy": found.number},
    )
