"""The same strengths as the student sees and tells them, and as the family does."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.knowledge.profile import Status, claims
from strongsuit.knowledge.terms import Group, Mode
from strongsuit.knowledge.voice import Source
from strongsuit.strengths import actions, forms, queries
from strongsuit.strengths.at_work import at_work
from strongsuit.strengths.gallery import gallery
from strongsuit.strengths.media_queries import pictures_of
from strongsuit.strengths.models import Paraphrase
from strongsuit.strengths.views import PROMPT, refused, told
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

# A page with several forms has ids of its own for each.
SAID = "said-%s"
FAMILY = {"guardian", "informed", "adult_self"}


def mine(request):
    """The student's own page: what I do well, like and prefer, and my words."""
    student = own_student(request, "strengths.write")
    return render(request, "strengths/mine.html", mine_page(request, student))


def own_student(request, ability):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    return student_for(request.user, student.pk, ability, part="my strengths")


def mine_page(request, student, **filled):
    today = clock.today()
    work = at_work(student, today=today)
    eyes = queries.eyes_of(student, request.user)
    known = queries.profile_of(student, today=today, with_private=True, work=work, eyes=eyes)
    return {
        "student": student,
        "gallery": gallery(known, pictures_of(student)),
        "words": list(queries.words_of(student, shared_only=False)[:20]),
        "form": forms.MineForm(initial={"kind": "ability"}),
        "words_form": forms.WordsForm(initial={"prompt": PROMPT}, auto_id=SAID),
        "answers": forms.OFFERED,
        "prompt": PROMPT,
        "kind_symbols": {"ability": "ability", "interest": "interest", "preference": "preference"},
        "choice_symbols": {
            "a_lot": "like",
            "mostly": "yes-face",
            "a_little": "sometimes",
            "not_yet": "growth",
            "skip": "forward",
        },
        **filled,
    }


@require_POST
def add_mine(request):
    student = own_student(request, "strengths.write")
    form = forms.MineForm(request.POST)
    if form.is_valid() and told(request, student, form, private=form.cleaned_data["private"]):
        return redirect("strengths:mine")
    return render(request, "strengths/mine.html", mine_page(request, student, form=form), status=422)


@require_POST
def say(request):
    """The student's own words, kept letter for letter."""
    student = own_student(request, "words.write")
    form = forms.WordsForm(request.POST, auto_id=SAID)
    if form.is_valid():
        try:
            said = dict(form.cleaned_data)
            answer = Source.BUTTON if said.pop("answer_me") else None
            actions.say(
                by=request.user, student=student, mode=Mode.TYPED, language=student.language, to_answer=answer, **said
            )
        except Cannot as problem:
            refused(form, problem)
        else:
            messages.success(request, _("Your words are kept exactly as you wrote them."))
            return redirect("strengths:mine")
    return render(request, "strengths/mine.html", mine_page(request, student, words_form=form), status=422)


@require_POST
def meant(request, pk):
    """The student says whether an adult's shorter version is what was meant."""
    student = own_student(request, "words.write")
    found = Paraphrase.objects.filter(pk=pk, student=student).select_related("student").first()
    if found is None:
        raise NotYours
    try:
        actions.approve_paraphrase(
            by=request.user,
            found=found,
            version=whole(request.POST.get("version")),
            meant=request.POST.get("meant") == "yes",
        )
    except Stale:
        messages.error(request, _("The short version changed. Please read it again."))
    return redirect("strengths:mine")


def family(request, pk):
    """Our view: what the child does well, likes and prefers at home."""
    posted = request.method == "POST"
    student = family_student(request, pk, "strengths.write" if posted else "strengths.read")
    if not posted:
        return render(request, "strengths/family.html", family_page(request, student))
    form = forms.FamilyForm(request.POST)
    if form.is_valid() and told(request, student, form, may_share=form.cleaned_data["may_share"]):
        return redirect("strengths:family", pk=student.pk)
    return render(request, "strengths/family.html", family_page(request, student, form=form), status=422)


def family_student(request, pk, ability):
    student = student_for(request.user, pk, ability, part="our view")
    if student.relation not in FAMILY:
        raise NotYours
    return student


def family_page(request, student, **filled):
    today = clock.today()
    work = at_work(student, today=today)
    known = queries.profile_of(student, today=today, work=work, eyes=queries.eyes_of(student, request.user))
    # What nobody has seen yet stands on no page; what there was no chance to see is the school's to plan.
    known = [each for each in known if each.view.status not in {Status.NO_CHANCE, Status.NOT_SEEN}]
    ours = [each for each in known if claims(each.view.values.get(Group.FAMILY), Group.FAMILY)]
    alone = {Status.HIDDEN_HOME, Status.SINGLE}
    return {
        "student": student,
        "group": "family",
        "may_write": "strengths.write" in student.abilities,
        "all_see": [each for each in ours if each.view.status not in alone],
        "ours": [each for each in ours if each.view.status in alone],
        "others": [each for each in known if each not in ours],
        "form": forms.FamilyForm(initial={"kind": "ability"}),
        **filled,
    }
