"""The same cards as the family and the people of the school meet them: one short form for each deck."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.strengths import (
    actions,
    finder_actions,
    finder_calls,
    finder_cards,
    finder_forms,
    finder_pages,
    finder_queries,
)
from strongsuit.strengths.models import Answer
from strongsuit.strengths.queries import group_of
from strongsuit.strengths.views import refused
from strongsuit.strengths.views_own import family_student
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours


def school_student(request, pk):
    """The student, for somebody of the school who may tell what they see."""
    student = student_for(request.user, pk, "strengths.write", part="strengths finder")
    if group_of(student.relation) != Group.SCHOOL:
        raise NotYours
    return student


@require_safe
def school(request, pk):
    """Which cards this person can answer, who was heard, and where there was no chance to see."""
    student = school_student(request, pk)
    language = finder_cards.read_in("")
    mine = {one.id for one in finder_queries.decks_for(request.user, student)}
    tiles = finder_pages.deck_tiles(student, Group.SCHOOL, language, by=request.user)
    page = {
        "student": student,
        "tiles": [tile for tile in tiles if tile.deck.id in mine],
        "heard": finder_queries.heard_of(student),
        "calls": finder_queries.calls_of(student),
        "no_chance": finder_queries.no_chance_yet(student, request.user),
    }
    return render(request, "strengths/finder_school.html", page)


@require_http_methods(["GET", "POST"])
def school_deck(request, pk, deck):
    student = school_student(request, pk)
    if deck not in {one.id for one in finder_queries.decks_for(request.user, student)}:
        raise NotYours
    return deck_form(request, student, Group.SCHOOL, deck, "strengths:finder_school")


@require_http_methods(["GET", "POST"])
def family(request, pk):
    """The opening question, and the cards."""
    student = family_student(request, pk, "strengths.write")
    form = finder_forms.OpeningForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.tell_strength(
                by=request.user, student=student, kind=ItemKind.ABILITY, words=form.cleaned_data["words"],
                skill_set=None, choice="often", on=clock.today(), once=form.cleaned_data["once"],
            )  # fmt: skip
        except Cannot as reason:
            refused(form, reason)
        else:
            messages.success(request, _("Thank you. It is written down."))
            return redirect("strengths:finder_family", pk=student.pk)
    language = finder_cards.read_in(request.user.language)
    page = {
        "student": student,
        "form": form,
        "tiles": finder_pages.deck_tiles(student, Group.FAMILY, language, by=request.user),
        "card_language": language,
    }
    return render(request, "strengths/finder_family.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def family_deck(request, pk, deck):
    return deck_form(
        request, family_student(request, pk, "strengths.write"), Group.FAMILY, deck, "strengths:finder_family"
    )


@require_safe
def family_print(request, pk):
    """Every card on paper, for families who would rather write by hand."""
    student = family_student(request, pk, "strengths.write")
    language = finder_cards.read_in(request.user.language)
    sheets = [
        (finder_cards.deck_name(one, language, adult=True), form_of(one, Group.FAMILY, language))
        for one in decks.decks()
    ]
    return render(
        request, "strengths/finder_print.html", {"student": student, "sheets": sheets, "card_language": language}
    )


def form_of(deck, group, language, sent=None, given=None):
    return finder_forms.DeckAnswersForm(
        sent, deck=deck, group=group, language=language, initial={"once": uuid4()} | (given or {})
    )


def deck_form(request, student, group, key, back):
    """One deck as a form; what was answered before is chosen already."""
    deck = decks.deck(key)
    if deck is None:
        raise NotYours
    language = finder_cards.read_in(request.user.language)
    form = form_of(deck, group, language, request.POST if request.method == "POST" else None, given(request, student))
    if form.is_bound and form.is_valid():
        try:
            finder_actions.answer_deck(
                by=request.user, student=student, deck=key, lines=form.lines(), language=language,
                once=form.cleaned_data["once"], may_share=form.cleaned_data.get("may_share", True),
            )  # fmt: skip
        except Cannot as reason:
            refused(form, reason)
        else:
            messages.success(request, _("Thank you. Your answers are kept. You can change them at any time."))
            return redirect(back, pk=student.pk)
    page = {
        "student": student,
        "form": form,
        "deck": deck,
        "deck_name": finder_cards.deck_name(deck, language, adult=True),
        "family": group == Group.FAMILY,
        "space_base": "family.html" if group == Group.FAMILY else "educator.html",
        "card_language": language,
        "back": back,
    }
    return render(request, "strengths/finder_deck.html", page, status=422 if form.is_bound else 200)


def given(request, student):
    """What this person answered in the sitting that is open."""
    sitting = finder_queries.open_sitting(student, request.user)
    told: list[Answer] = finder_queries.given_in(sitting) if sitting else []
    return {each.item.key: each.choice for each in told}


@require_POST
def came(request, pk, call):
    """Somebody went to the student who had called."""
    student = school_student(request, pk)
    found = finder_queries.call_of(student, call)
    finder_calls.came(by=request.user, call=found)
    messages.success(request, _("Thank you for going there."))
    return redirect("strengths:finder_school", pk=student.pk)
