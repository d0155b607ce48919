"""One POST of an autosaving form: kept, refused in words, or set beside what somebody else has saved."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from strongsuit.plans import coaching
from strongsuit.plans.actions_beside import keep_text, settle_text
from strongsuit.plans.forms import PartForm
from strongsuit.plans.models import Plan
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, Stale

# Writes the values on the version they were typed on, and returns the row.
Write = Callable[[int, dict[str, Any]], Any]
# Draws the whole page again around a form that was not taken.
Page = Callable[[PartForm, int, dict[str, Any] | None], HttpResponse]


def save(request, plan: Plan, form: PartForm, *, place: str, write: Write, back: str, page: Page) -> HttpResponse:
    resolve = request.POST.get("resolve", "")
    if resolve == "theirs":
        settle_text(by=request.user, plan=plan, place=place, at=clock.now())
        return redirect(back)
    if coaching.is_asked(request):
        return page(form, coaching.beside(request, plan, form, place), None)
    if not form.is_valid():
        return _refused(request, form, page)
    version, values = form.stood_on(), form.values()
    if resolve in ("mine", "both"):
        version = whole(request.POST.get("their_version"))
    if resolve == "both":
        values = _joined(form)
    try:
        row = write(version, values)
    except Stale as stale:
        return _beside(request, plan, form, stale.current, place, page)
    except Cannot as refusal:
        form.add_error(next(iter(form.names)), str(refusal))
        return _refused(request, form, page)
    if resolve:
        settle_text(by=request.user, plan=plan, place=place, at=clock.now())
    if "X-Autosave" in request.headers:
        return JsonResponse({"version": row.version, "saved": time_words()})
    messages.success(request, _("Saved."))
    return redirect(back)


def time_words() -> str:
    return formats.time_format(timezone.localtime(clock.now()), "TIME_FORMAT")


def _joined(form: PartForm) -> dict[str, Any]:
    """Their words as they stand now, with mine below."""
    row = type(form.row)._default_manager.filter(pk=form.row.pk).first() if form.row is not None else None
    return form.both(row_values(form, row)) if row is not None else form.values()


def row_values(form: PartForm, row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.names if hasattr(row, name)}


def _refused(request, form: PartForm, page: Page) -> HttpResponse:
    if "X-Autosave" in request.headers:
        return JsonResponse({"errors": form.errors}, status=422)
    return page(form, 422, None)


def _beside(request, plan: Plan, form: PartForm, current: Any, place: str, page: Page) -> HttpResponse:
    """Two people's words for one place: both are kept, and the writer chooses."""
    mine, theirs = form.told(form.values()), form.told(row_values(form, current))
    keep_text(by=request.user, plan=plan, place=place, text=mine, at=clock.now())
    editor = getattr(current, "edited_by", None)
    at = getattr(current, "edited_at", None)
    conflict = {
        "mine": mine,
        "theirs": theirs,
        "theirs_by": editor.name if editor else _("Somebody else"),
        "theirs_at": formats.time_format(timezone.localtime(at), "TIME_FORMAT") if at else "",
        "version": current.version,
    }
    if "X-Autosave" in request.headers:
        html = render_to_string("plans/_conflict.html", {"conflict": conflict}, request=request)
        return JsonResponse({"html": html}, status=409)
    return page(form, 409, conflict)
