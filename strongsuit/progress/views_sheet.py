"""The data sheet: today's numbers for many students on one screen, a tap or a number each."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.progress import actions, queries
from strongsuit.progress.forms import TapForm
from strongsuit.progress.shown import number
from strongsuit.progress.views import say_saved, school_only, take_back, written
from strongsuit.web import clock, ids
from strongsuit.web.refusals import Cannot

PAGE = 40


@require_safe
def sheet(request):
    """Every student for whom this person takes data, one goal per line."""
    return render(request, "progress/sheet.html", sheet_page(request))


def sheet_page(request, wrong=None):
    today = clock.today()
    page = Paginator(queries.sheet_students(request.user, today=today), PAGE).get_page(request.GET.get("page"))
    parts = queries.sheet_for(request.user, page.object_list, today=today)
    return {
        "today": today,
        "page": page,
        "parts": [(part.student, [line_of(request, line, wrong) for line in part.lines]) for part in parts],
        "measured": sum(line.today is not None for part in parts for line in part.lines),
        "lines": sum(len(part.lines) for part in parts),
    }


def line_of(request, line, wrong=None):
    """One line as its template draws it; ``wrong`` is the form that was just refused."""
    form = wrong if wrong is not None and wrong.goal == line.goal else TapForm(goal=line.goal)
    return {
        "goal": line.goal,
        "student": line.goal.student,
        "form": form,
        "last": line.last,
        "last_value": number(line.last.value) if line.last else "",
        "today": line.today,
        "undo": line.today is not None and actions.may_undo(request.user, line.today),
    }


@require_POST
def tap(request, pk):
    """Today's number for one goal."""
    goal = queries.goal_for(request.user, pk, "progress.record")
    school_only(goal.student)
    form = TapForm(request.POST, goal=goal)
    point = written(request, goal, form)
    if "HX-Request" not in request.headers:
        if point is not None:
            say_saved(request, point)
            return back(request, goal)
        return render(request, "progress/sheet.html", sheet_page(request, wrong=form), status=422)
    return one_line(request, goal, wrong=None if point else form, toast=_("Saved") if point else "")


@require_POST
def undo(request, pk):
    """A number of the sheet taken back."""
    point = queries.point_for(request.user, pk)
    school_only(point.student)
    if "HX-Request" not in request.headers:
        take_back(request, point)
        return back(request, point.goal)
    try:
        actions.undo(by=request.user, point=point)
        toast = _("Taken back")
    except Cannot as problem:
        toast = str(problem)
    return one_line(request, point.goal, toast=toast)


def one_line(request, goal, *, wrong=None, toast=""):
    line = line_of(request, queries.sheet_line(goal, today=clock.today()), wrong)
    return render(request, "progress/_line.html", {"line": line, "toast": toast}, status=422 if wrong else 200)


def back(request, goal):
    page = request.POST.get("page", "")
    query = f"?page={page}" if page.isdecimal() and len(page) < 6 else ""
    return redirect(f"{reverse('progress:sheet')}{query}#line-{ids.spell(goal.pk)}")
