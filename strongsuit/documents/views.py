"""Pages about papers: asking for one, waiting for it, taking it."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.documents import actions, queries
from strongsuit.documents.models import Copy
from strongsuit.people.steps import stepped_up
from strongsuit.plans.models import Plan
from strongsuit.plans.queries import plan_for, plans_of
from strongsuit.progress.models import Report
from strongsuit.progress.queries import report_for, reports_for
from strongsuit.students.access import student_for
from strongsuit.web.refusals import Cannot, NotYours

FAMILY = {"guardian", "informed", "adult_self"}
# What somebody must be able to do with the record to ask for each paper of a plan, besides printing at all.
PAPERS = {Copy.Kind.PLAN: "paper.print", Copy.Kind.SUMMARY: "summary.read"}


def documents(request, pk):
    """The papers of a student, and what can be printed."""
    student = student_for(request.user, pk, "paper.print", part="paper")
    return render(request, "documents/documents.html", page_of(request, student))


def page_of(request, student):
    plans = [plan for plan in plans_of(request.user, student) if plan.state != "withdrawn"]
    reads_reports = "report.read" in student.abilities
    return {
        "student": student,
        "copies": list(queries.copies_of(request.user, student)[:30]),
        "plans": plans[:6],
        "reports": list(reports_for(student).filter(state=Report.State.SENT)[:8]) if reads_reports else [],
        "may_summary": "summary.read" in student.abilities,
        "once": uuid4(),
        "space_base": "family.html" if student.relation in FAMILY else "educator.html",
    }


def of_plan(request, pk):
    """From a plan to the papers of its student."""
    plan = plan_for(request.user, pk, "paper.print", part="paper")
    route = "documents:family" if plan.student.relation in FAMILY else "documents:documents"
    return redirect(route, pk=plan.student_id)


def paper_of_plan(request, pk):
    kind = request.POST.get("kind")
    plan: Plan = plan_for(request.user, pk, "paper.print", part="paper")
    if kind not in PAPERS or PAPERS[kind] not in plan.student.abilities:
        raise NotYours
    return plan, Copy.Kind(kind)


@require_POST
@stepped_up(paper_of_plan)
def ask(request, plan, kind):
    """Ask for one paper of one plan."""
    try:
        made = actions.ask_for_copy(
            by=request.user, plan=plan, kind=kind, once=once_of(request), language=request.user.language
        )
    except Cannot as problem:
        messages.error(request, str(problem))
        return redirect("documents:documents", pk=plan.student_id)
    return redirect("documents:copy", pk=made.pk)


def paper_of_report(request, pk):
    report = report_for(request.user, pk)
    if "paper.print" not in report.student.abilities:
        raise NotYours
    return (report,)


@require_POST
@stepped_up(paper_of_report)
def ask_report(request, report):
    """Ask for the paper of a report that was sent."""
    try:
        made = actions.ask_for_copy(
            by=request.user, plan=with_student(report), kind=Copy.Kind.GROWTH, once=once_of(request), report=report,
            language=request.user.language,
        )  # fmt: skip
    except Cannot as problem:
        messages.error(request, str(problem))
        return redirect("documents:documents", pk=report.student_id)
    return redirect("documents:copy", pk=made.pk)


def with_student(report):
    report.plan.student = report.student
    return report.plan


def once_of(request):
    try:
        return UUID(request.POST.get("once", ""))
    except ValueError:
        return uuid4()


def copy(request, pk):
    """One paper: still being prepared (the page asks again by itself), ready, or failed with what to do."""
    found = queries.copy_for(request.user, pk)
    template = "documents/_state.html" if request.headers.get("HX-Request") else "documents/copy.html"
    base = "family.html" if found.student.relation in FAMILY else "educator.html"
    return render(request, template, {"copy": found, "student": found.student, "space_base": base})


def paper(request, pk):
    return (queries.copy_for(request.user, pk),)


@stepped_up(paper)
def take(request, found):
    """The file itself, through the door; each taking stands in the trail."""
    if found.state != Copy.State.READY:
        return redirect("documents:copy", pk=found.pk)
    actions.note_taken(by=request.user, found=found, because=found.student.relation)
    name = {"plan": "plan", "summary": "summary", "growth": "growth-report"}[found.kind]
    return FileResponse(
        default_storage.open(found.file.name),
        as_attachment=True,
        filename=f"{name}.pdf",
        content_type="application/pdf",
    )


@require_POST
def again(request, pk):
    """Try a failed paper once more."""
    found = queries.copy_for(request.user, pk)
    actions.draw_again(by=request.user, found=found)
    messages.success(request, _("The paper is being prepared again."))
    return redirect("documents:copy", pk=found.pk)
