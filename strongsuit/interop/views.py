"""The office's roster pages: what came in, what a new set would change, and the yes or no to it."""

from pathlib import Path

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from strongsuit.interop import actions, queries, tables
from strongsuit.interop import runs as told
from strongsuit.interop.forms import ApplyForm, RosterForm
from strongsuit.interop.models import ImportRun
from strongsuit.interop.oneroster.report import as_csv
from strongsuit.people.queries import is_demo
from strongsuit.people.steps import stepped_up
from strongsuit.students.queries import without_birth_date
from strongsuit.web.refusals import Cannot

PAGE = 50
SEVERITIES = ("error", "warning", "notice")


@require_http_methods(["GET", "POST"])
def runs(request):
    district = queries.district_for(request.user)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RosterForm(*sent, demo=is_demo(district))
    if form.is_bound and form.is_valid():
        roster = form.cleaned_data["roster"]
        into_demo = form.cleaned_data.get("invented", False)
        run = actions.import_roster(
            by=request.user,
            district=district,
            source=_source(roster),
            file_name=roster.name,
            source_name=form.cleaned_data["source"],
            choices=actions.Choices(dry_run=True, keep=True, into_demo=into_demo),
        )
        return redirect("interop:run", run.pk)
    page = Paginator(queries.runs_for(request.user), PAGE).get_page(request.GET.get("page"))
    rows = {"columns": tables.run_columns(), "rows": tables.run_rows(page)}
    found = {"form": form, "page": page, **rows, "undated": without_birth_date(district)}
    return render(request, "interop/runs.html", found, status=422 if form.is_bound else 200)


def _source(roster) -> Path | bytes:
    """A large upload lies in a file already and is read from there."""
    return Path(roster.temporary_file_path()) if hasattr(roster, "temporary_file_path") else roster.read()


@require_safe
def run(request, pk):
    return _page(request, queries.run_for(request.user, pk))


def _page(request, shown, form=None, status=200):
    severity = request.GET.get("show", "")
    severity = severity if severity in SEVERITIES else ""
    problems = Paginator(queries.problems_of(shown, severity=severity), PAGE).get_page(request.GET.get("page"))
    found = {
        "run": shown,
        "tone": tables.TONES[shown.state],
        "form": form or ApplyForm(asked=bool(shown.stopped_because)),
        "reasons": told.reasons(shown, _),
        "record_columns": tables.record_columns(),
        "record_rows": tables.record_rows(shown),
        "file_columns": tables.file_columns(),
        "file_rows": tables.file_rows(shown),
        "problems": problems,
        "problem_columns": tables.problem_columns(),
        "problem_rows": tables.problem_rows(problems),
        # What could not even be opened is mended and sent again from here.
        "again": RosterForm(demo=is_demo(shown.district)) if shown.state == ImportRun.State.REFUSED else None,
        "filters": _filters(shown, severity),
        "severity": severity,
    }
    return render(request, "interop/run.html", found, status=status)


def _filters(shown, severity):
    """The report's views: everything, or one gravity, each with its number."""
    found = shown.counts.get("severities", {})
    labels = {"": _("Everything"), "error": _("Errors"), "warning": _("Warnings"), "notice": _("Notices")}
    counts = {"": sum(found.values()), **found}
    return [
        {"label": label, "url": f"?show={name}", "current": name == severity, "count": counts.get(name, 0)}
        for name, label in labels.items()
    ]


def own_run(request, pk):
    return (queries.run_for(request.user, pk),)


@require_POST
@stepped_up(own_run)
def apply(request, shown):
    form = ApplyForm(request.POST, asked=bool(shown.stopped_because))
    if not form.is_valid() and shown.state == ImportRun.State.PREVIEWED:
        return _page(request, shown, form, status=422)
    try:
        done = actions.apply_roster(by=request.user, run=shown, accept=bool(form.cleaned_data.get("accept")))
    except Cannot as reason:
        messages.error(request, str(reason))
        return redirect("interop:run", shown.pk)
    if done.state == ImportRun.State.APPLIED:
        messages.success(request, _("The roster is applied."))
    else:
        messages.warning(request, _("Something changed in the meantime. Look at the question below."))
    return redirect("interop:run", shown.pk)


@require_POST
def refuse(request, pk):
    actions.refuse_run(by=request.user, run=queries.run_for(request.user, pk))
    messages.success(request, _("The roster was not applied. Its report stays here."))
    return redirect("interop:run", pk)


@require_safe
@stepped_up(own_run)
def report(request, shown):
    cells = actions.take_report(by=request.user, run=shown)
    name = f"roster-{shown.started_at:%Y-%m-%d}.csv"
    # The mark tells spreadsheet programs that the letters are UTF-8.
    lines = ("\ufeff" + line if place == 0 else line for place, line in enumerate(as_csv(cells)))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)
