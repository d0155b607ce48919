"""The educator's pages about one student's progress: all goals, one goal, its measurements."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.knowledge.terms import Group
from strongsuit.plans.queries import current_plan
from strongsuit.plans.reading import goal_sentence
from strongsuit.progress import actions, pages, queries
from strongsuit.progress.facts import lines_of
from strongsuit.progress.forms import AsideForm, PointForm
from strongsuit.progress.models import DataPoint
from strongsuit.progress.shown import axis, goal_words, number, shown_growth
from strongsuit.students.access import group_of, student_for
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale

# A page lists this many measurements; the table under the graph has all of them.
LISTED = 12


def school_only(student):
    """These are the team's pages; families and students have their own."""
    if group_of(student.relation) != Group.SCHOOL:
        raise NotYours
    return student


def progress(request, pk):
    """Every goal of the plan in effect with its growth word, its numbers and its graph."""
    student = school_only(student_for(request.user, pk, "progress.read", part="progress"))
    today = clock.today()
    plan = current_plan(student, today)
    goals = queries.goals_of(plan)
    grown = pages.growth_of_goals(student, goals, today=today)
    earlier, coming = queries.goals_beside(student, plan, today)
    return render(
        request,
        "progress/progress.html",
        {
            "student": student,
            "plan": plan,
            "goals": [(goal, grown[goal.pk]) for goal in goals],
            "earlier": earlier,
            "coming": coming,
            "may_record": "progress.record" in student.abilities,
            "reports": list(queries.reports_for(student)[:4]),
        },
    )


def goal(request, pk):
    """One goal: the form for a phone, the graph, why the word is what it is, and every measurement."""
    found = queries.goal_for(request.user, pk)
    school_only(found.student)
    return render(request, "progress/goal.html", goal_page(request, found))


def goal_page(request, found, **filled):
    student, today = found.student, clock.today()
    line = lines_of([found.pk])[found.pk]
    rows = queries.points(found, line)
    facts, growth, graph = pages.one_goal(found, line, rows, today=today)
    listed = rows if request.GET.get("all") else rows[:LISTED]
    writes = "report.write" in student.abilities
    in_effect = current_plan(student, today) == found.plan
    return {
        "student": student,
        "goal": found,
        "words": goal_words(found.behavior),
        "axis": axis(found.unit),
        "sentence": goal_sentence(facts, student.called),
        "shown": shown_growth(growth),
        "former": line.former,
        "many_invalid": growth.many_invalid,
        "graph": graph,
        "key": f"goal-{found.pk}",
        "rows": [point_row(request, row, writes) for row in listed],
        "more": len(rows) - len(listed),
        "form": PointForm(goal=found, initial={"on": min(today, found.plan.ended_on or today)}),
        "last": next((number(row.value) for row in rows if not row.invalid_because), ""),
        "may_record": in_effect and "progress.record" in student.abilities,
        "in_effect": in_effect,
        "to_come": found in queries.goals_to_come([found], today),
        "woven": pages.woven_in(found, facts),
        "check_ins": queries.check_ins_of([found])[found.pk] if "words.read" in student.abilities else [],
        "as_of": pages.as_of(found.plan, today),
        **filled,
    }


def point_row(request, row, writes):
    """One measurement with what this person may do about it."""
    own = row.by_id == request.user.pk
    return {
        "row": row,
        "value": number(row.value),
        "undo": actions.may_undo(request.user, row),
        "change": own or writes,
        "form": AsideForm(key=row.pk, initial={"version": row.version}),
    }


@require_POST
def record(request, pk):
    """One measurement from the goal's own page."""
    found = queries.goal_for(request.user, pk, "progress.record")
    school_only(found.student)
    form = PointForm(request.POST, goal=found)
    if point := written(request, found, form):
        say_saved(request, point)
        return redirect("progress:goal", pk=found.pk)
    return render(request, "progress/goal.html", goal_page(request, found, form=form), status=422)


def written(request, goal, form):
    """The point that the form makes, or None with the reason in the form."""
    if not form.is_valid():
        return None
    values = {"on": clock.today()} | {name: form.cleaned_data[name] for name in form.fields}
    try:
        return actions.record_point(by=request.user, goal=goal, **values)
    except actions.WrongDay as problem:
        form.add_error("on" if "on" in form.fields else None, str(problem))
    except actions.WrongValue as problem:
        form.add_error("value", str(problem))
    except Cannot as problem:
        form.add_error(None, str(problem))
    return None


def say_saved(request, point):
    messages.success(request, _("Saved: %(value)s %(unit)s.") % {"value": number(point.value), "unit": point.goal.unit})


@require_POST
def aside(request, pk):
    """A measurement that does not count, with the reason."""
    point = queries.point_for(request.user, pk)
    form = AsideForm(request.POST, key=point.pk)
    if form.is_valid():
        try:
            actions.mark_invalid(by=request.user, point=point, **form.cleaned_data)
        except Stale:
            messages.error(request, _("Somebody else has just changed this measurement. Look at it again."))
        else:
            messages.success(request, _("It no longer counts. It stays on the graph as a hollow point."))
        return redirect("progress:goal", pk=point.goal_id)
    page = goal_page(request, point.goal)
    for row in page["rows"]:
        if row["row"].pk == point.pk:
            row |= {"form": form, "open": True}
    return render(request, "progress/goal.html", page, status=422)


@require_POST
def count(request, pk):
    """A measurement counts again."""
    point = queries.point_for(request.user, pk)
    version = request.POST.get("version", "")
    try:
        actions.restore(
            by=request.user, point=point, version=int(version) if version.isdecimal() and len(version) < 9 else 0
        )
    except Stale:
        messages.error(request, _("Somebody else has just changed this measurement. Look at it again."))
    else:
        messages.success(request, _("It counts again."))
    return redirect("progress:goal", pk=point.goal_id)


@require_POST
def undo(request, pk):
    """One's own number taken back."""
    point = queries.point_for(request.user, pk)
    take_back(request, point)
    return redirect("progress:goal", pk=point.goal_id)


def take_back(request, point: DataPoint):
    try:
        actions.undo(by=request.user, point=point)
    except Cannot as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Taken back. It stays in the list, marked as typed by mistake."))
