"""What accommodations mean, for the team and the family: the student's answers first, adults' views beside them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge.ratings import STEPS, Asked, Route
from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.terms import Group, TrialEnd
from strongsuit.plans import rating_actions as actions
from strongsuit.plans import rating_queries as queries
from strongsuit.plans.models import Trial
from strongsuit.plans.rating_forms import GIVEN, HELPS, AdultViewForm, EndTrialForm, TrialForm
from strongsuit.students.access import group_of, student_for
from strongsuit.voice import queries as voice
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

PART = "what helps"


@require_safe
def team(request, pk):
    """Every accommodation of the plan in effect with the student's answers, for the team."""
    return page(request, of_team(request, pk, "rating.read"))


@require_safe
def family(request, pk):
    return page(request, of_family(request, pk, "rating.read"))


def of_team(request, pk, ability):
    student = student_for(request.user, pk, ability, part=PART)
    if group_of(student.relation) != Group.SCHOOL:
        raise NotYours
    return student


def of_family(request, pk, ability):
    student = student_for(request.user, pk, ability, part=PART)
    if group_of(student.relation) == Group.SCHOOL:
        raise NotYours
    return student


def page(request, student, status=200, **typed):
    own = group_of(student.relation) != Group.SCHOOL
    cards = [_card(each, typed) for each in queries.mine(student, clock.today())]
    trials = [] if own else [_trial(each, typed) for each in queries.trials_of(student)]
    asked = {} if own else asked_for(request, student)
    template = "plans/rating_family.html" if own else "plans/rating_team.html"
    found = {
        "student": student,
        "cards": cards,
        "trials": trials,
        "may_view": "rating.view" in student.abilities,
        "may_try": "rating.trial" in student.abilities,
        "trial_form": typed.get("trial_form") or TrialForm(auto_id="trial-%s", initial=asked),
        "trial_open": bool(asked) or "trial_form" in typed,
    }
    return render(request, template, found, status=status)


def asked_for(request, student):
    """What the student wished for or told, for the form of a trial."""
    number = whole(request.GET.get("asked"), digits=19)
    said = voice.readable(student).filter(pk=number).first() if number and "voice.read" in student.abilities else None
    return {"asked_in": said.pk, "words": said.words} if said else {}


def _card(rated, typed):
    mine = typed.get("view_form") if typed.get("of") == rated.accommodation.pk else None
    found = rated.outcome
    return {
        "rated": rated,
        "said": said(rated),
        "outcome": _(found.meaning.label) if found else _("Not everything was answered"),
        "tone": "calm" if found is None else "good" if found.route == Route.KEEP else "warm",
        "views": [_view(each) for each in rated.views],
        "form": mine or AdultViewForm(auto_id=f"view-{rated.accommodation.pk}-%s"),
        "open": bool(mine),
    }


def _view(view):
    words = {"help": dict(HELPS), "given": dict(GIVEN)}
    told = {name: known.get(str(getattr(view, name)), "") for name, known in words.items()}
    return {"by": view.by_name, "on": view.on, "seen": view.seen, **told}


def said(rated):
    """The student's four answers: question, picture, words. A skipped question says so."""
    if rated.rating is None:
        return []
    values = [(asked, getattr(rated.rating, asked)) for asked in Asked]
    words = STEPS[Target.UPPER]
    return [
        (asked.label, "", "") if value is None else (asked.label, f"step-{value}", words[asked][value])
        for asked, value in values
    ]


def _trial(trial, typed):
    mine = typed.get("end_form") if typed.get("of") == trial.pk else None
    form = mine or EndTrialForm(auto_id=f"end-{trial.pk}-%s", initial={"version": trial.version})
    return {"trial": trial, "form": form, "open": bool(mine)}


@require_POST
def team_view(request, pk, accommodation):
    return view_told(request, of_team(request, pk, "rating.view"), accommodation, "plans:team_helps")


@require_POST
def family_view(request, pk, accommodation):
    return view_told(request, of_family(request, pk, "rating.view"), accommodation, "plans:family_helps")


def view_told(request, student, pk, back):
    rated = next((each for each in queries.mine(student, clock.today()) if each.accommodation.pk == pk), None)
    if rated is None:
        raise NotYours
    rated.accommodation.student = student
    form = AdultViewForm(request.POST, auto_id=f"view-{pk}-%s")
    if form.is_valid():
        try:
            actions.tell_adult_view(by=request.user, accommodation=rated.accommodation, **form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Your view stands beside the student's answers."))
            return redirect(back, pk=student.pk)
    return page(request, student, status=422, view_form=form, of=pk)


@require_POST
def start_trial(request, pk):
    student = of_team(request, pk, "rating.trial")
    form = TrialForm(request.POST, auto_id="trial-%s")
    if form.is_valid():
        try:
            actions.start_trial(by=request.user, student=student, **form.cleaned_data)
        except Cannot as problem:
            form.add_error("ends_on", str(problem))
        else:
            messages.success(request, _("The trial is written down. On its last day somebody counts again."))
            return redirect("plans:team_helps", pk=student.pk)
    return page(request, student, status=422, trial_form=form)


@require_POST
def end_trial(request, pk, trial):
    student = of_team(request, pk, "rating.trial")
    found = Trial.objects.filter(pk=trial, student=student).first()
    if found is None:
        raise NotYours
    found.student = student
    form = EndTrialForm(request.POST, auto_id=f"end-{trial}-%s")
    if form.is_valid():
        told = form.cleaned_data | {"ended": TrialEnd(form.cleaned_data["ended"])}
        try:
            actions.end_trial(by=request.user, trial=found, **told)
        except Stale:
            messages.error(request, _("Somebody else ended this trial first. Their words stand below."))
            return redirect("plans:team_helps", pk=student.pk)
        except Cannot as problem:
            form.add_error("why", str(problem))
        else:
            messages.success(request, _("What came of it is written down."))
            return redirect("plans:team_helps", pk=student.pk)
    return page(request, student, status=422, end_form=form, of=trial)
