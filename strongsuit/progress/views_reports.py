"""Growth reports: the list, the page on which one is written, the page as the family reads it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge.terms import Group
from strongsuit.people.facts import calendar_of
from strongsuit.plans.actions_beside import ask_question
from strongsuit.plans.saving import save
from strongsuit.progress import actions, actions_reports, queries, reporting
from strongsuit.progress.forms import AnswerForm, MinutesForm, NoteForm
from strongsuit.progress.models import Report
from strongsuit.progress.shown import reported
from strongsuit.progress.views import school_only
from strongsuit.students.access import group_of, student_for
from strongsuit.web import clock, ids
from strongsuit.web.refusals import Cannot, NotYours


@require_safe
def reports(request, pk):
    """Every report of one student, those to write first."""
    student = school_only(student_for(request.user, pk, "report.read", part="growth reports"))
    rows = list(queries.reports_for(student))
    context = {
        "student": student,
        "open": sorted((row for row in rows if row.state == Report.State.OPEN), key=lambda row: row.due_on),
        "sent": [row for row in rows if row.state == Report.State.SENT],
        "today": clock.today(),
    }
    return render(request, "progress/reports.html", context)


@require_safe
def report(request, pk):
    """The desk of an open report for those who write it; a sent report as the family got it."""
    found = queries.report_for(request.user, pk)
    if found.state == Report.State.SENT:
        return render(request, "progress/report_read.html", reading_page(request, found, reporting.sent_facts(found)))
    if "report.write" not in found.student.abilities:
        return redirect("progress:preview", pk=found.pk)
    return render(request, "progress/report.html", desk_page(request, found))


def desk_page(request, found, *, refused=None, conflict=None, minutes=None):
    """Per goal the computed word, and the places where the team writes."""
    today = clock.today()
    plan, span = reporting.adopted_facts(found.plan), reporting.span_of(found)
    facts = reporting.report_facts(found, today=today, plan=plan)
    goals = {goal.pk: goal for goal in queries.goals_of(found.plan)}
    notes, given = queries.notes_of(found), queries.minutes_of(goals.values(), span.first, span.last)
    planned = planned_by_plan(found, plan, span)
    cards = []
    for told in facts.goals:
        pk = int(told.goal_id)
        row, form = notes.get(pk), NoteForm(row=notes.get(pk), key=f"note-{pk}")
        counted, kept = planned.get(told.goal_id, 0), given.get(pk)
        typing = minutes is not None and minutes.goal == pk
        mine = refused is not None and refused.key == form.key
        cards.append(
            {
                "goal": goals[pk],
                "told": told,
                "growth": reported(told),
                "row": row,
                "form": refused if mine else form,
                "conflict": conflict if mine else None,
                "planned": counted,
                "differs": kept.planned_minutes if kept and counted and kept.planned_minutes != counted else None,
                "minutes": minutes if typing else minutes_form(pk, kept, counted),
            }
        )
    return {
        "student": found.student,
        "report": found,
        "span": span,
        "today": today,
        "cards": cards,
        "needing": [card for card in cards if card["growth"].shown.word == "needs" and not card["told"].next_step],
        "late": today > found.due_on,
    }


def planned_by_plan(found, plan, span):
    """The minutes that the plan's services promise until today, by goal; nothing where they do not say."""
    calendar = calendar_of(found.student.school)
    return reporting.planned_minutes(plan, span=span, today=clock.today(), calendar=calendar)


def minutes_form(pk, row, counted, data=None):
    initial = {"planned": row.planned_minutes, "given": row.given_minutes} if row else {}
    return MinutesForm(data, goal=pk, counted=counted, initial=initial)


def goal_in(found, pk):
    goal = next((goal for goal in queries.goals_of(found.plan) if goal.pk == pk), None)
    if goal is None or found.state == Report.State.SENT:
        raise NotYours
    goal.student = found.student
    return goal


@require_POST
def note(request, pk, goal):
    """The teacher's words for one goal, saved while they are written."""
    found = queries.report_for(request.user, pk, "report.write")
    about = goal_in(found, goal)
    form = NoteForm(request.POST, row=queries.notes_of(found).get(about.pk), key=f"note-{about.pk}")

    def write(version, values):
        return actions_reports.write_note(by=request.user, report=found, goal=about, version=version, **values)

    def again(form, status, conflict=None):
        page = desk_page(request, found, refused=form, conflict=conflict)
        return render(request, "progress/report.html", page, status=status)

    place, back = f"report:{found.due_on}:{ids.spell(about.pk)}", address(found, about)
    return save(request, found.plan, form, place=place, write=write, back=back, page=again)


def address(found, goal):
    return f"{reverse('progress:report', args=[found.pk])}#goal-{ids.spell(goal.pk)}"


@require_POST
def minutes(request, pk, goal):
    """How much of the support that the plan promises was given, so that the school's part stands before the word."""
    found = queries.report_for(request.user, pk, "report.write")
    about, span = goal_in(found, goal), reporting.span_of(found)
    planned = planned_by_plan(found, reporting.adopted_facts(found.plan), span)
    form = minutes_form(about.pk, None, planned.get(str(about.pk), 0), request.POST)
    if not form.is_valid():
        return render(request, "progress/report.html", desk_page(request, found, minutes=form), status=422)
    actions.write_minutes(by=request.user, goal=about, first=span.first, last=span.last, **form.cleaned_data)
    messages.success(request, _("The minutes are saved."))
    return redirect(address(found, about))


@require_safe
def preview(request, pk):
    """The report as the family will read it, computed now; here it can be sent."""
    found = queries.report_for(request.user, pk)
    if found.state == Report.State.SENT:
        return redirect("progress:report", pk=found.pk)
    return render(request, "progress/report_read.html", preview_page(request, found))


def preview_page(request, found):
    facts = reporting.report_facts(found, today=clock.today())
    may_send = "report.send" in found.student.abilities
    return reading_page(request, found, facts) | {"expected": reporting.sealed(facts)[1], "may_send": may_send}


def reading_page(request, found, facts, form=None):
    group = group_of(found.student.relation)
    return {
        "student": found.student,
        "report": found,
        "facts": facts,
        "goals": [(told, reported(told)) for told in facts.goals],
        "footnotes": dict.fromkeys(reported(told).shown.footnote for told in facts.goals),
        "space_base": "educator.html" if group == Group.SCHOOL else "family.html",
        "for_family": group != Group.SCHOOL,
        "may_answer": found.state == Report.State.SENT and "plan.ask" in found.student.abilities,
        "form": form or AnswerForm(key="answer"),
        "today": clock.today(),
    }


@require_POST
def send(request, pk):
    """The report goes home and never changes again."""
    found = queries.report_for(request.user, pk, "report.send")
    try:
        actions_reports.send_report(by=request.user, report=found, expected=request.POST.get("expected", "")[:64])
    except Cannot as problem:
        messages.error(request, str(problem))
        found = queries.report_for(request.user, pk, "report.send")
        if found.state == Report.State.OPEN:
            return render(request, "progress/report_read.html", preview_page(request, found), status=409)
    else:
        messages.success(request, _("The report is with the family. It stays exactly as it is."))
    return redirect("progress:report", pk=found.pk)


@require_POST
def answer(request, pk):
    """What the family answers to the report; it reaches the case manager like a question about the plan."""
    found = queries.report_for(request.user, pk)
    if found.state != Report.State.SENT or "plan.ask" not in found.student.abilities:
        raise NotYours
    form = AnswerForm(request.POST, key="answer")
    if not form.is_valid():
        page = reading_page(request, found, reporting.sent_facts(found), form)
        return render(request, "progress/report_read.html", page, status=422)
    words = _("About the growth report of %(period)s: %(words)s") % {
        "period": found.period, "words": form.cleaned_data["words"],
    }  # fmt: skip
    ask_question(by=request.user, plan=found.plan, words=words, at=clock.now(), once=form.cleaned_data["once"])
    messages.success(request, _("Thank you. Your words are with the team."))
    return redirect("progress:report", pk=found.pk)
