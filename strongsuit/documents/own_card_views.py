"""Goal cards: each goal in the student's words and numbers, with a first step, people and a goal of one's own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from strongsuit.documents import own_card_actions as actions
from strongsuit.documents import own_card_queries as queries
from strongsuit.documents.own_forms import GoalCardForm
from strongsuit.documents.own_paper_views import sent
from strongsuit.documents.own_queries import reads_at
from strongsuit.documents.own_views import CHANGED, own_student, renewed
from strongsuit.documents.paper import own_paper
from strongsuit.documents.sheets.own import SIZES
from strongsuit.documents.sheets.own_cards import CARD_SHAPES, cards_sheet
from strongsuit.web import clock, ids
from strongsuit.web.refusals import NotYours, Stale


@require_safe
def goal_cards(request):
    """My goals as cards, for the desk and for the pocket."""
    return render(request, "documents/own_cards.html", page_of(own_student(request)))


def page_of(student, refused=None):
    target = reads_at(student)
    cards = []
    for card in queries.cards_of(student, clock.today()):
        wrong = refused is not None and refused[0] == card.goal.pk
        cards.append((card, card.rows(target), refused[1] if wrong else form_of(card), wrong))
    return {"student": student, "cards": cards}


def form_of(card):
    own = card.own
    first = {name: getattr(own, name) for name in ("first_step", "people", "stretch")}
    first["version"] = 0 if own._state.adding else own.version
    return GoalCardForm(initial=first, auto_id=f"{ids.spell(card.goal.pk)}-%s")


@require_POST
def add(request, pk):
    """What the student adds to one of the goals in effect."""
    student = own_student(request)
    card = next((each for each in queries.cards_of(student, clock.today()) if each.goal.pk == pk), None)
    if card is None:
        raise NotYours
    card.goal.student = student
    form = GoalCardForm(request.POST, auto_id=f"{ids.spell(pk)}-%s")
    if form.is_valid():
        try:
            actions.add_to_goal(by=request.user, goal=card.goal, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(CHANGED))
            renewed(form, stale.current.version)
        else:
            messages.success(request, _("It is on your card."))
            return redirect("documents:own_cards")
    return render(request, "documents/own_cards.html", page_of(student, (pk, form)), status=422)


@require_safe
def paper(request, shape):
    """All cards on paper: large, or four for a pocket on one sheet."""
    student = own_student(request)
    cards = queries.cards_of(student, clock.today())
    if shape not in CARD_SHAPES or not cards:
        raise NotYours
    target, asked = reads_at(student), request.GET.get("size")
    size = asked if asked in SIZES else SIZES[0]
    made = own_paper(
        lambda: cards_sheet(student.called, cards, target, shape=shape, size=size), at=clock.now(),
        language=request.user.language,
    )  # fmt: skip
    return sent(request, student, made, f"goal-{shape}")
