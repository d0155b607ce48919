"""Good moments: written by the team, seen first by the student, read and answered at home."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge.milestones import Joy, Moment
from strongsuit.knowledge.terms import Group
from strongsuit.plans.queries import current_plan
from strongsuit.progress import milestone_actions as actions
from strongsuit.progress import milestone_queries as queries
from strongsuit.progress.milestone_forms import JoyForm, MomentAnswerForm, MomentForm, SendForm
from strongsuit.progress.models import Milestone
from strongsuit.progress.queries import goals_of
from strongsuit.progress.views_own import own_student
from strongsuit.strengths.models import Item
from strongsuit.strengths.queries import group_of
from strongsuit.students.access import student_for
from strongsuit.web import clock, ids
from strongsuit.web.refusals import Cannot, NotYours, Stale

CHANGED = lazily("This note was answered meanwhile. Look at it again.")
JOYS = {Joy.HEART: "interest", Joy.STAR: "ability", Joy.TELL: "voice"}
MOMENTS = {
    Moment.FIRST: "growth", Moment.QUARTER: "continues", Moment.HALF: "graph", Moment.MOST: "big-growth",
    Moment.ALONE: "student", Moment.ASKED: "voice", Moment.OTHER: "ability",
}  # fmt: skip


# The team


def moments(request, pk):
    """Notes of a student's good moments, what could be told next, and a form."""
    posted = request.method == "POST"
    student = student_for(request.user, pk, "milestone.write" if posted else "milestone.read", part="good moments")
    if group_of(student.relation) != Group.SCHOOL:
        raise NotYours
    goals = goals_of(current_plan(student, clock.today()))
    if not posted:
        return render(request, "progress/moments.html", moments_page(request, student, goals))
    form = filled(student, goals, request.POST)
    if form.is_valid() and written(request, student, goals, form):
        messages.success(request, _("The student looks at it first."))
        return redirect("progress:moments", pk)
    return render(request, "progress/moments.html", moments_page(request, student, goals, form), status=422)


def filled(student, goals, sent=None, **first):
    known = {item.pk: item for goal in goals for item in queries.usable_items(student, goal)}
    named = [(goal.pk, Truncator(goal.behavior or goal.student_words).words(14)) for goal in goals]
    return MomentForm(sent, goals=named, items=list(known.values()), initial=first)


def written(request, student, goals, form):
    told = form.cleaned_data
    goal = next(each for each in goals if ids.spell(each.pk) == told["goal"])
    goal.student = goal.plan.student = student
    item = Item.objects.get(pk=ids.read(told["item"])) if told["item"] else None
    try:
        actions.write_note(
            by=request.user, goal=goal, moment=Moment(told["moment"]), what=told["what"], item=item,
            celebrate=told["celebrate"], once=told["once"],
        )  # fmt: skip
    except Cannot as problem:
        form.add_error("what", str(problem))
        return False
    return True


def moments_page(request, student, goals, form=None, send=None):
    may_write = "milestone.write" in student.abilities and bool(goals)
    may_send = "milestone.send" in student.abilities
    notes = list(queries.notes_of(student).prefetch_related("joys")[: queries.MOST])
    prompts = queries.moments_for(student, goals, today=clock.today()) if may_write else []
    asked = {key: request.GET.get(key, "") for key in ("goal", "moment")}
    return {
        "student": student,
        "notes": [(note, MOMENTS[Moment(note.moment)], send_form(note, send) if may_send else None) for note in notes],
        "prompts": [(each, MOMENTS[each.reached.moment], ids.spell(each.goal.pk)) for each in prompts],
        "form": form or (filled(student, goals, **asked) if may_write else None),
    }


def send_form(note, send):
    if note.state != Milestone.State.ASKED:
        return None
    if send is not None and send[0] == note.pk:
        return send[1]
    return SendForm(initial={"version": note.version}, auto_id=f"{ids.spell(note.pk)}-%s")


def of(note, student):
    """A note stands at the address of its own student alone."""
    if note.student_id != student:
        raise NotYours
    return note


@require_POST
def send(request, pk, note):
    """Home, with how the student was asked."""
    note = of(queries.note_for(request.user, note, "milestone.send"), pk)
    form = SendForm(request.POST, auto_id=f"{ids.spell(note.pk)}-%s")
    if form.is_valid():
        try:
            actions.send_note(by=request.user, note=note, **form.cleaned_data)
        except Stale:
            form.add_error(None, str(CHANGED))
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("It is at home now."))
            return redirect("progress:moments", note.student_id)
    goals = goals_of(current_plan(note.student, clock.today()))
    page = moments_page(request, note.student, goals, send=(note.pk, form))
    return render(request, "progress/moments.html", page, status=422)


# The student


@require_safe
def mine(request):
    """My good moments: new ones wait for my yes or no."""
    return render(request, "progress/my_moments.html", my_page(own_student(request, "growth.mine")))


def my_page(student, refused=None):
    notes = queries.notes_of(student).prefetch_related("joys")[: queries.MOST]
    waiting, told = [], []
    for note in notes:
        line = (note, MOMENTS[Moment(note.moment)])
        if note.state == Milestone.State.ASKED:
            form = refused[1] if refused and refused[0] == note.pk else answer_form(note)
            waiting.append((*line, form))
        else:
            told.append(line)
    return {"student": student, "waiting": waiting, "told": told, "joys": JOYS}


def answer_form(note):
    return MomentAnswerForm(initial={"version": note.version}, auto_id=f"{ids.spell(note.pk)}-%s")


@require_POST
def answer(request, pk):
    """The student's yes or no."""
    student = own_student(request, "growth.mine")
    note = queries.note_for(request.user, pk, "growth.mine")
    form = MomentAnswerForm(request.POST, auto_id=f"{ids.spell(pk)}-%s")
    if form.is_valid():
        told = form.cleaned_data
        yes = told["yes"] == "yes"
        try:
            actions.answer_note(by=request.user, note=note, version=told["version"], yes=yes, words=told["words"])
        except Stale:
            form.add_error(None, str(CHANGED))
        except Cannot as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("It goes home. Well done!") if yes else _("It stays with you."))
            return redirect("progress:my_moments")
    if "yes" in form.errors:
        messages.error(request, _("Choose yes or no."))
    return render(request, "progress/my_moments.html", my_page(student, (pk, form)), status=422)


# Home


@require_safe
def family(request, pk):
    """Good moments as they come home, newest first, each with one tap to answer."""
    student = student_for(request.user, pk, "milestone.read", part="good moments")
    if group_of(student.relation) == Group.SCHOOL:
        raise NotYours
    notes = queries.notes_of(student).filter(state=Milestone.State.SENT).order_by("-sent_at", "-id")
    lines = []
    for note in notes.prefetch_related("joys")[: queries.MOST]:
        own = next((each.joy for each in note.joys.all() if each.by_id == request.user.pk), "")
        lines.append((note, MOMENTS[Moment(note.moment)], own))
    may = "milestone.joy" in student.abilities
    return render(
        request,
        "progress/family_moments.html",
        {"student": student, "notes": lines, "joys": list(JOYS.items()), "may": may},
    )


@require_POST
def joy(request, pk, note):
    """One tap."""
    note = of(queries.note_for(request.user, note, "milestone.joy"), pk)
    form = JoyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose one of the answers."))
    else:
        actions.rejoice(by=request.user, note=note, joy=Joy(form.cleaned_data["joy"]))
    return redirect("progress:family_moments", note.student_id)
