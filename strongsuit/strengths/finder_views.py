"""The finder as the student meets it: choose cards, one question a screen, stop anywhere, go on at the same card."""

from uuid import uuid5

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily
from django.views.decorators.http import require_POST, require_safe

from strongsuit.knowledge.voice import Source
from strongsuit.people.middleware import wants_fragment
from strongsuit.strengths import actions, finder_actions, finder_calls, finder_forms, finder_pages
from strongsuit.strengths.finder_models import Level, Way
from strongsuit.strengths.finder_queries import place_of, sitting_for
from strongsuit.strengths.finder_ways import answering_of, keep_answering, level_of
from strongsuit.strengths.media_actions import add_media
from strongsuit.strengths.media_models import Audience
from strongsuit.strengths.views import refused
from strongsuit.strengths.views_own import own_student
from strongsuit.web.refusals import Cannot, NotYours

OPEN = lazily("Something I am good at that nobody asked")


@require_safe
def start(request):
    """Choose which cards; or go on where one stopped."""
    student = own_student(request, "strengths.write")
    return render(request, "strengths/finder_start.html", finder_pages.start(request.user, student))


@require_POST
def begin(request):
    student = own_student(request, "strengths.write")
    form = finder_forms.DeckForm(request.POST)
    problem = _("Choose some cards from the list.")
    if form.is_valid():
        try:
            sitting = finder_actions.begin(
                by=request.user, student=student, level=level_of(request.user, student.grade),
                language=request.user.language, way=Way(answering_of(request.user).way), **form.cleaned_data,
            )  # fmt: skip
        except Cannot as reason:
            problem = str(reason)
        else:
            return redirect("strengths:sitting", sitting.pk)
    page = finder_pages.start(request.user, student) | {"problem": problem}
    return render(request, "strengths/finder_start.html", page, status=422)


def own_sitting(request, pk):
    """A sitting of the student who is signed in."""
    found = sitting_for(request.user, pk)
    if found.group != "student":
        raise NotYours
    return found


@require_safe
def sitting(request, pk):
    """The card where this sitting stands; after the last one the open card, and then a rest."""
    return page(request, own_sitting(request, pk))


def page(request, found, *, status=200, **more):
    place = place_of(found)
    if found.way == Way.PARTNER and not found.helped_by:
        form = more.pop("form", finder_forms.PartnerForm())
        return render(request, "strengths/finder_partner.html", {"sitting": found, "form": form} | more, status=status)
    values = finder_pages.frame(place) | more
    # What was typed at the open card stays there, wherever another device has gone meanwhile.
    if place.now and "open_form" not in more:
        name, values = "card", values | finder_pages.card(place, place.now, finder_pages.photos_of(place, [place.now]))
    elif not place.has_told or "open_form" in more:
        name, values = "open", finder_pages.open_card(place, request.POST.getlist("pictures")) | values
    else:
        name, values = "rest", values | finder_pages.rest(place)
    return render(request, f"strengths/finder_{name}.html", values, status=status)


@require_safe
def cards(request, pk):
    """Every card of the deck in hand, for a page that goes on without a connection."""
    found = own_sitting(request, pk)
    return render(request, "strengths/_finder_cards.html", finder_pages.every_card(place_of(found)))


@require_POST
def answer(request, pk):
    """One tap. With a helper, the student confirms it first."""
    found = own_sitting(request, pk)
    form = finder_forms.TapForm(request.POST)
    if not form.is_valid():
        return not_kept(request, found, _("That answer did not arrive whole. Choose it again."))
    tap = form.tap()
    if found.way == Way.PARTNER and "confirmed" not in request.POST:
        return ask_whether_right(request, found, tap)
    try:
        kept = finder_actions.answer_card(by=request.user, sitting=found, tap=tap)
    except Cannot as reason:
        return not_kept(request, found, str(reason))
    told = _("You answered this on another device, too. Both answers are kept. The newest one counts.")
    if wants_fragment(request):
        return JsonResponse({"kept": str(kept.answer.once), "told": told if kept.elsewhere else ""})
    if kept.elsewhere:
        messages.info(request, told)
    return redirect("strengths:sitting", pk)


def not_kept(request, found, problem):
    if wants_fragment(request):
        return JsonResponse({"problem": problem}, status=422)
    return page(request, found, status=422, problem=problem)


def ask_whether_right(request, found, tap):
    """Did I get that right? Nothing is written before the student says yes."""
    place = place_of(found)
    step = place.step(f"{tap.card}.again" if tap.again else tap.card)
    shown = place.card(step, level=tap.level) if step else None
    chosen = finder_pages.chosen(shown, tap.choice) if shown else None
    if chosen is None:
        return not_kept(request, found, _("This card is not among yours. Go back to the cards and choose again."))
    values = finder_pages.frame(place) | {"shown": shown, "chosen": chosen, "tap": tap}
    return render(request, "strengths/finder_confirm.html", values)


@require_POST
def undo(request, pk):
    found = own_sitting(request, pk)
    form = finder_forms.UndoForm(request.POST)
    if not form.is_valid():
        return not_kept(request, found, _("That did not arrive whole. Try it again."))
    try:
        finder_actions.take_back(by=request.user, sitting=found, once=form.cleaned_data["once"], of=form.named())
    except Cannot as reason:
        return not_kept(request, found, str(reason))
    return JsonResponse({"kept": True}) if wants_fragment(request) else redirect("strengths:sitting", pk)


@require_POST
def words(request, pk):
    """Easier or harder words, or another language, from this card on; the level stays for the next time, too."""
    found = own_sitting(request, pk)
    form = finder_forms.WordsForm(request.POST)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    if not wanted:
        return not_kept(request, found, _("Choose the words you want."))
    try:
        finder_actions.adjust(by=request.user, sitting=found, **wanted)
    except Cannot as reason:
        return not_kept(request, found, str(reason))
    if "level" in wanted:
        keep_answering(request.user, {"level": Level(wanted["level"])})
    return redirect("strengths:sitting", pk)


@require_POST
def partner(request, pk):
    """Who helps, and how; asked once in a sitting, before the first card."""
    found = own_sitting(request, pk)
    form = finder_forms.PartnerForm(request.POST)
    if form.is_valid():
        try:
            finder_actions.adjust(by=request.user, sitting=found, way=Way.PARTNER, **form.cleaned_data)
        except Cannot as reason:
            refused(form, reason)
        else:
            return redirect("strengths:sitting", pk)
    return render(request, "strengths/finder_partner.html", {"sitting": found, "form": form}, status=422)


@require_POST
def call(request, pk):
    """Help me: somebody is called, and the card is explained."""
    found = own_sitting(request, pk)
    form = finder_forms.CallForm(request.POST)
    if not form.is_valid():
        return not_kept(request, found, _("That did not arrive whole. Try it again, or ask out loud."))
    try:
        finder_calls.call_somebody(by=request.user, sitting=found, **form.cleaned_data)
    except Cannot as reason:
        return not_kept(request, found, str(reason))
    if wants_fragment(request):
        return JsonResponse({"kept": True})
    return page(request, found, helping=True)


@require_POST
def tell(request, pk):
    """The open card at the end of a deck: own words, a picture, or nothing this time."""
    found = own_sitting(request, pk)
    form = finder_forms.OpenForm(request.POST, request.FILES)
    try:
        if "skip" not in request.POST:
            if not form.is_valid():
                return page(request, found, status=422, open_form=form)
            keep_open_words(request, found, form)
            messages.success(request, _("Your words are kept exactly as you wrote them."))
        finder_actions.pass_open_card(by=request.user, sitting=found)
    except Cannot as reason:
        return page(request, found, status=422, open_form=refused(form, reason))
    return redirect("strengths:sitting", pk)


def keep_open_words(request, found, form):
    """What was typed, picked or recorded; a recording is seen by whoever may read the words."""
    said = form.cleaned_data
    recording = None
    if said["medium"] is not None:
        recording = add_media(
            by=request.user, student=found.student, taken=said["medium"],
            audience=Audience.BOTH if said["shared"] else Audience.MINE, once=uuid5(said["once"], "recording"),
        )  # fmt: skip
    words, mode = form.said(found.language), form.mode(by_helper=found.way == Way.PARTNER)
    told = {"by": request.user, "student": found.student, "words": words, "mode": mode, "once": said["once"]}
    told |= {"language": found.language, "helped_by": found.helped_by, "shared": said["shared"]}
    actions.say(**told, prompt=str(OPEN), media=recording, to_answer=Source.FINDER if said["answer_me"] else None)


@require_POST
def stop(request, pk):
    """Enough for now. Everything is kept; what was left can be taken up again."""
    found = own_sitting(request, pk)
    try:
        if "end" in request.POST:
            finder_actions.end(by=request.user, sitting=found)
    except Cannot as reason:
        messages.info(request, str(reason))
    else:
        messages.success(request, _("Your answers are kept. You can go on whenever you like."))
    return redirect("strengths:finder")
