"""Pages that belong to nobody's work: help, display, and what people see when something went wrong."""

import logging

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import Error as DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from strongsuit.web import display as displays
from strongsuit.web import symbols

log = logging.getLogger(__name__)


@login_not_required
@require_GET
def help_page(request):
    return render(request, "web/help.html", {"base": frame(request), "picture_sets": symbols.credits()})


@login_not_required
@require_http_methods(["GET", "POST"])
def display(request):
    """One's own letters and colors; kept with the account, so that they follow to every device."""
    if request.method == "GET":
        form = displays.DisplayForm(initial=displays.DEFAULTS | displays.chosen(request))
        return render(request, "web/display.html", {"form": form, "base": frame(request), "next": back(request)})
    form = displays.DisplayForm(request.POST)
    if not form.is_valid():
        context = {"form": form, "base": frame(request), "next": back(request)}
        return render(request, "web/display.html", context, status=422)
    response = redirect(back(request) or "web:display")
    keep_display(request, response, displays.clean(form.cleaned_data))
    messages.success(request, _("Your choices are saved. They follow you to every device."))
    return response


def keep_display(request, response, chosen):
    if request.user.is_authenticated:
        # Whatever else stands beside the choices, such as a demo person's place in the tour, stays.
        others = {name: value for name, value in request.user.display.items() if name not in displays.CHOICES}
        request.user.display = others | chosen
        request.user.save(update_fields=["display"])
    response.set_cookie(
        displays.COOKIE, displays.spell(chosen), max_age=31_536_000, samesite="Lax", secure=request.is_secure()
    )


def back(request):
    """The page to return to: only one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    # Without a stroke at its beginning Django would look for a page of that name.
    ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else ""


def frame(request):
    """The template of the space the person is in."""
    return "base.html" if request.user.is_authenticated else "entrance_wide.html"


def bad_request(request, exception=None):
    return bare(request, 400)


def forbidden(request, exception=None):
    return trouble(request, 403)


def csrf_failure(request, reason=""):
    return trouble(request, 403)


def not_found(request, exception=None):
    return trouble(request, 404)


def only_forms(request, form_page):
    return trouble(request, 405, form_page=form_page)


def too_large(request):
    return bare(request, 413)


def server_error(request):
    return bare(request, 500)


def unavailable(request):
    return bare(request, 503)


def trouble(request, status, **more):
    """A calm page within the person's own; the bare one when even that cannot be drawn."""
    try:
        return render(request, f"{status}.html", {"reference": getattr(request, "id", ""), **more}, status=status)
    except DatabaseError:
        log.exception("the page for status %s could not be drawn", status)
        return bare(request, status)


def bare(request, status):
    """The same page with no look at the person or the database, which may be what is wrong."""
    return HttpResponse(render_to_string(f"{status}.html", {"reference": getattr(request, "id", "")}), status=status)
