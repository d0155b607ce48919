"""What a student says and what becomes of it: the student's page, the team's and the family's."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge.terms import Group, Mode
from strongsuit.knowledge.voice import FOR_OTHERS, Outcome, Reaction, Source, State, Step
from strongsuit.people.queries_calendar import year_began
from strongsuit.students.access import group_of, student_for
from strongsuit.voice import actions, deeds, queries
from strongsuit.voice.forms import SYMBOLS, TOPICS, FamilyNoteForm, MergeForm, NoteForm, TellForm
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours

TONES = {State.TOLD: "good", State.ANSWERED: "good", State.PRIVATE: "plain", State.WITHDRAWN: "plain"}
ICONS = {State.PRIVATE: "lock", State.TOLD: "check", State.ANSWERED: "check", State.DISCUSSED: "meeting"}
PART = "what the student said"
WORDS_OF = dict(TOPICS)
TRIED = {"wish", "works"}


def own_student(request, ability):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    return student_for(request.user, student.pk, ability, part=PART)


@require_safe
def mine(request):
    """Tell my team, and everything I said with what became of it."""
    return mine_page(request, own_student(request, "voice.own"))


def mine_page(request, student, status=200, **typed):
    found = {
        "student": student,
        "form": typed.get("form") or TellForm(initial=asked_about(request)),
        "symbols": SYMBOLS,
        "cards": [_card(each, deeds.OWN, student, typed) for each in queries.items_of(student)],
    }
    return render(request, "voice/mine.html", found, status=status)


def asked_about(request):
    """A picture that is chosen already, where the page before named it."""
    topic = request.GET.get("about", "")
    return {"topic": topic} if topic in WORDS_OF else {}


def _card(voiced, offered, student, typed, others=()):
    """An item with the step it waits for, the other steps, and its way so far."""
    refused = typed.get("of")
    # A form that came too late stays on the page with its words and the reason.
    open_to = [
        deed
        for deed in offered
        if deed.ability in student.abilities and (deed.offered(voiced) or refused == (voiced.item.pk, deed.name))
    ]
    main = next((deed for deed in open_to if deed.main(voiced)), None)
    there = [each for each in others if each.item.pk != voiced.item.pk]
    forms = [
        (deed, _form(deed, voiced, student, typed, there), typed.get("of") == (voiced.item.pk, deed.name))
        for deed in open_to
        if deed.form is not MergeForm or there
    ]
    decided, reacted = voiced.decision, voiced.reaction
    return {
        "voiced": voiced,
        "state": _(voiced.state.label if offered is deeds.OWN else FOR_OTHERS.get(voiced.state, "")),
        "tone": TONES.get(voiced.state, "calm"),
        "icon": ICONS.get(voiced.state, "forward"),
        "source": _(_source(voiced).label),
        "outcome": _(Outcome(decided.outcome).label) if decided else "",
        "reacted": _(Reaction(reacted.reaction).label) if reacted else "",
        "more_open": any(open_ for deed, _asked, open_ in forms if deed is not main),
        "topic": WORDS_OF.get(voiced.item.topic, voiced.item.topic),
        "main": next((each for each in forms if each[0] is main), None),
        "more": [each for each in forms if each[0] is not main],
        "late": voiced.late(clock.today()),
        # What the student already does or wishes for is tried before it is decided for good (1.4).
        "may_try": voiced.item.topic in TRIED and voiced.is_open and "rating.trial" in student.abilities,
    }


def _source(voiced):
    """The calendar is asked only for what came back."""
    item = voiced.item
    return voiced.source(year_began(item.district_id)) if voiced.last(Step.REOPENED) else Source(item.source)


def _form(deed, voiced, student, typed, others):
    if typed.get("of") == (voiced.item.pk, deed.name):
        return typed["deed_form"]
    return made(deed, voiced.item.pk, student, others)


def made(deed, pk, student, others, posted=None):
    more = {"others": others} if deed.form is MergeForm else {}
    form = deed.form(posted, auto_id=f"{deed.name}-{pk}-%s", **more)
    return form.for_student(student) if hasattr(form, "for_student") else form


@require_POST
def tell(request):
    """The student's words go to the team, or stay private until the student shares them."""
    student = own_student(request, "voice.own")
    form = TellForm(request.POST)
    if form.is_valid():
        told = dict(form.cleaned_data)
        private = told.pop("private")
        kept = _("It is kept. Only you can see it.") if private else _("Your team has it. They will answer you.")
        if heard(request, student, form, kept, source=Source.BUTTON, mode=Mode.TYPED, shared=not private, **told):
            return redirect("voice:mine")
    return mine_page(request, student, status=422, form=form)


def heard(request, student, form, kept, **told):
    """Writes what was said; False leaves the reason in the form."""
    try:
        actions.hear(by=request.user, student=student, **told)
    except Cannot as problem:
        form.add_error("words", str(problem))
        return False
    messages.success(request, kept)
    return True


@require_POST
def my_deed(request, pk, name):
    """One of the student's own steps."""
    return step(request, pk, deeds.named(deeds.OWN, name), "voice:mine", mine_page)


def step(request, pk, deed, back, page):
    voiced = queries.item_for(request.user, pk, deed.ability)
    student = voiced.item.student
    others = [each for each in queries.open_items(student) if each.item.pk != pk]
    form = made(deed, pk, student, others, request.POST)
    if form.is_valid():
        try:
            deed.do(request.user, voiced.item, form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            where = [] if back == "voice:mine" else [student.pk]
            return redirect(f"{reverse(back, args=where)}#said-{pk}")
    return page(request, student, status=422, deed_form=form, of=(pk, deed.name))


@require_safe
def team(request, pk):
    """Everything the student said: first what waits for an answer, the one due first at the top."""
    return team_page(request, of_group(request, pk, "voice.page", school=True))


def of_group(request, pk, ability, *, school):
    student = student_for(request.user, pk, ability, part=PART)
    if (group_of(student.relation) == Group.SCHOOL) != school:
        raise NotYours
    return student


def team_page(request, student, status=200, **typed):
    found = queries.items_of(student)
    waiting = sorted((each for each in found if each.is_open), key=lambda each: (each.standing.due_on, each.item.pk))
    note = typed.get("form") or NoteForm()
    page = {
        "student": student,
        "waiting": [_card(each, deeds.TEAM, student, typed, waiting) for each in waiting],
        "answered": [_card(each, deeds.TEAM, student, typed, waiting) for each in found if not each.is_open],
        "form": note.for_student(student),
        "may_note": "voice.note" in student.abilities,
        "may_read": "voice.read" in student.abilities,
    }
    return render(request, "voice/team.html", page, status=status)


@require_POST
def note(request, pk):
    """An adult of the school writes down what the student said in passing."""
    student = of_group(request, pk, "voice.note", school=True)
    form = NoteForm(request.POST)
    if form.is_valid():
        kept = _("It is kept. Show it to the student: “Is that what you mean?”")
        if heard(request, student, form, kept, source=Source.HALLWAY, mode=Mode.SCRIBED, **form.cleaned_data):
            return redirect("voice:team", pk=student.pk)
    return team_page(request, student, status=422, form=form)


@require_POST
def deed(request, pk, name):
    """One step of the team."""
    of_group(request, queries.student_of(pk), "voice.read", school=True)
    return step(request, pk, deeds.named(deeds.TEAM, name), "voice:team", team_page)


@require_safe
def family(request, pk):
    """What my child said to the team, and the answers."""
    return family_page(request, of_group(request, pk, "voice.read", school=False))


def family_page(request, student, status=200, **typed):
    page = {
        "student": student,
        "cards": [_card(each, deeds.FAMILY, student, typed) for each in queries.items_of(student)],
        "form": typed.get("form") or FamilyNoteForm(),
        "may_note": "voice.note" in student.abilities,
    }
    return render(request, "voice/family.html", page, status=status)


@require_POST
def family_deed(request, pk, name):
    """A step that a parent may take for a child without an account."""
    of_group(request, queries.student_of(pk), "voice.read", school=False)
    return step(request, pk, deeds.named(deeds.FAMILY, name), "voice:family", family_page)


@require_POST
def family_note(request, pk):
    student = of_group(request, pk, "voice.note", school=False)
    form = FamilyNoteForm(request.POST)
    if form.is_valid():
        kept = _("Thank you. The team has it and will answer.")
        if heard(request, student, form, kept, source=Source.FAMILY, mode=Mode.SCRIBED, **form.cleaned_data):
            return redirect("voice:family", pk=student.pk)
    return family_page(request, student, status=422, form=form)
