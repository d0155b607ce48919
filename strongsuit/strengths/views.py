"""The team's page about a student's strengths, the page of one strength, and forms of the adults at school."""

from uuid import uuid5

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily
from django.views.decorators.http import require_POST

from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.terms import ItemKind, Mode, SkillSet
from strongsuit.strengths import actions, finder_queries, forms, media_actions, profile_page, queries
from strongsuit.strengths.at_work import at_work
from strongsuit.strengths.gallery import Tile, concept_of
from strongsuit.strengths.media_forms import AUDIENCES
from strongsuit.strengths.media_queries import pictures_of
from strongsuit.strengths.models import Evidence, Words
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale

PROMPT = lazily("What should people know about me?")
# A page with several forms has ids of its own for each.
SCRIBE = "scribe-%s"


def refused(form, problem):
    """The action's own sentence, shown with the form as it was typed."""
    form.add_error(None, str(problem))
    return form


def voice(request, pk):
    """What student, family and school see, side by side, with the student's own words first."""
    student = student_for(request.user, pk, "strengths.read")
    if queries.group_of(student.relation) != "school":
        raise NotYours
    return render(request, "strengths/voice.html", voice_page(request, student))


def voice_page(request, student, **filled):
    today = clock.today()
    work = at_work(student, today=today)
    known = queries.profile_of(student, today=today, work=work, eyes=queries.eyes_of(student, request.user))
    narrowed = forms.NarrowForm(request.GET)
    words = list(queries.words_of(student, shared_only=True)) if "words.read" in student.abilities else []
    return {
        "student": student,
        "words": words,
        "profile": profile_page.profile(known, **narrowed.wanted()),
        "narrowed": narrowed,
        "work": work,
        "heard": [each for each in finder_queries.heard_of(student) if not each.spoke],
        "calls": finder_queries.calls_of(student) if "strengths.write" in student.abilities else [],
        "may_write": "strengths.write" in student.abilities,
        "may_scribe": "words.scribe" in student.abilities,
        **told_by_staff(student, filled),
    }


def told_by_staff(student, filled):
    """The forms whose words the student reads, each as it was filled or new."""
    new = {
        "form": forms.StrengthForm(initial={"kind": "ability"}),
        "scribe": forms.ScribeForm(initial={"prompt": PROMPT}, auto_id=SCRIBE),
    }
    found = new | filled
    for form in (found[name] for name in ("form", "scribe", "short") if name in found):
        form.for_student(student)
    return found


@require_POST
def add(request, pk):
    """A person of the school writes down a strength."""
    student = student_for(request.user, pk, "strengths.write")
    form = forms.StrengthForm(request.POST)
    if form.is_valid() and told(request, student, form):
        return redirect("strengths:voice", pk=student.pk)
    return render(
        request, "strengths/voice.html", voice_page(request, student, form=form, open_form="strength"), status=422
    )


def told(request, student, form, **more):
    """Writes the strength; False leaves the reason in the form."""
    found = form.cleaned_data
    try:
        actions.tell_strength(
            by=request.user,
            student=student,
            kind=ItemKind(found["kind"]),
            words=found["words"],
            skill_set=SkillSet(found["skill_set"]) if found.get("skill_set") else None,
            choice=found["choice"],
            on=clock.today(),
            once=found["once"],
            story=found.get("story", ""),
            setting=found.get("setting", ""),
            **more,
        )
    except Cannot as problem:
        refused(form, problem)
        return False
    messages.success(request, _("Thank you. It is written down."))
    return True


def item(request, pk):
    """One strength with everything that is known of it: answers, evidence, a place to add some."""
    found = queries.item_for(request.user, pk)
    return render(request, "strengths/item.html", item_page(request, found))


def item_page(request, found, **filled):
    student = found.student
    eyes = queries.eyes_of(student, request.user)
    today = clock.today()
    work = at_work(student, today=today)
    profile = queries.profile_of(student, today=today, with_private=True, work=work, eyes=eyes)
    known = next(each for each in profile if each.item.pk == found.pk)
    group = queries.group_of(student.relation)
    start = {"on": clock.today(), "kind": "observation" if group == "school" else "story"}
    form = filled.pop("form", None) or forms.EvidenceForm(initial=start, group=group)
    # Nobody tells a student or a family how to write.
    if group not in ("student", "family"):
        form.for_student(student)
    return {
        "student": student,
        "known": known,
        "answers": {"student": forms.STUDENT, "family": forms.ADULT}.get(group, forms.STAFF),
        "answer_once": forms.OnceForm(),
        "form": form,
        "may_write": "strengths.write" in student.abilities,
        "space_base": {"student": "student.html", "family": "family.html"}.get(group, "educator.html"),
        "group": group,
        "audiences": AUDIENCES[group],
        **(own_strength(student, known) if group == "student" else {}),
        **filled,
    }


def own_strength(student, known):
    """What only the student's own page needs: the picture, and whether it stands on a card."""
    key = known.item.key
    tile = Tile(known, concept_of(known), pictures_of(student, [key]).get(key))
    return {"tile": tile, "has_card": decks.card(key) is not None}


@require_POST
def answer(request, pk):
    found = queries.item_for(request.user, pk, "strengths.write")
    form = forms.AnswerForm(request.POST)
    if not form.is_valid():
        return render(request, "strengths/item.html", item_page(request, found), status=422)
    try:
        actions.answer_item(by=request.user, item=found, on=clock.today(), **form.cleaned_data)
    except Cannot as problem:
        messages.error(request, str(problem))
        return render(request, "strengths/item.html", item_page(request, found), status=422)
    return back(request, found.student)


@require_POST
def still(request, pk):
    """What one said once is still true."""
    found = queries.item_for(request.user, pk, "strengths.write")
    form = forms.OnceForm(request.POST)
    try:
        if form.is_valid():
            actions.still_true(by=request.user, item=found, on=clock.today(), **form.cleaned_data)
    except Cannot as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Thank you. It holds from today."))
    return back(request, found.student)


@require_POST
def evidence(request, pk):
    found = queries.item_for(request.user, pk, "strengths.write")
    group = queries.group_of(found.student.relation)
    form = forms.EvidenceForm(request.POST, request.FILES, group=group)
    if not form.is_valid() or not shown(request, found, form):
        return render(request, "strengths/item.html", item_page(request, found, form=form), status=422)
    messages.success(request, _("The evidence is added."))
    return redirect("strengths:my_item" if group == "student" else "strengths:item", pk=found.pk)


def shown(request, found, form):
    """Keeps the file and what is told with it; False leaves the reason in the form."""
    values = dict(form.cleaned_data)
    taken, in_words, kind = values.pop("medium"), values.pop("in_words"), values.pop("kind")
    given = {"by": request.user, "audience": values["audience"]}
    try:
        media = None
        if taken is not None:
            kind = kind if values["words"] and kind != Evidence.Kind.STORY else taken.kind
            media = media_actions.add_media(
                student=found.student, taken=taken, in_words=in_words, once=uuid5(values["once"], "media"), **given
            )
        actions.show_evidence(item=found, kind=Evidence.Kind(kind), media=media, **(given | values))
    except Cannot as problem:
        refused(form, problem)
        return False
    return True


def back(request, student):
    """To the page about strengths of the space this person is in."""
    group = queries.group_of(student.relation)
    if group == "student":
        return redirect("strengths:mine")
    return redirect("strengths:family" if group == "family" else "strengths:voice", pk=student.pk)


@require_POST
def scribe(request, pk):
    """An adult writes down what the student said, word for word."""
    student = student_for(request.user, pk, "words.scribe")
    form = forms.ScribeForm(request.POST, auto_id=SCRIBE)
    if not form.is_valid():
        page = voice_page(request, student, scribe=form, open_form="words")
        return render(request, "strengths/voice.html", page, status=422)
    actions.say(by=request.user, student=student, mode=Mode.SCRIBED, language=student.language, **form.cleaned_data)
    messages.success(request, _("The student's words are kept exactly as you wrote them."))
    return redirect("strengths:voice", pk=student.pk)


@require_POST
def shorten(request, pk):
    """An adult's shorter version beside the student's words."""
    words = words_for(request.user, pk, "words.scribe")
    form = forms.ParaphraseForm(request.POST)
    if form.is_valid():
        try:
            actions.paraphrase(by=request.user, words=words, **form.cleaned_data)
        except Stale as problem:
            messages.error(request, str(problem))
        return redirect("strengths:voice", pk=words.student_id)
    page = voice_page(request, words.student, short=form, short_of=words.pk)
    return render(request, "strengths/voice.html", page, status=422)


def words_for(viewer, pk, ability):
    words = Words.objects.filter(pk=pk).first()
    if words is None:
        raise NotYours
    words.student = student_for(viewer, words.student_id, ability, part="words.read")
    return words
