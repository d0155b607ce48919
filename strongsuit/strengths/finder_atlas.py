"""The student's pages of the interest atlas: pick from pictures, then tap the three best."""

from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from strongsuit.strengths import finder_cards, finder_forms, finder_interests, finder_pages
from strongsuit.strengths.finder_cards import ATLAS
from strongsuit.strengths.finder_interests import MOST, RANKS
from strongsuit.strengths.finder_ways import level_of
from strongsuit.strengths.views import refused
from strongsuit.strengths.views_own import own_student
from strongsuit.web.inputs import plain_key
from strongsuit.web.refusals import Cannot


@require_http_methods(["GET", "POST"])
def atlas(request):
    """What I like: up to ten pictures, and one thing in my own words."""
    student = own_student(request, "strengths.write")
    picked = finder_interests.picked_of(student)
    form = finder_forms.InterestsForm(request.POST or None)
    chosen = [plain_key(key) for key in request.POST.getlist("picked")[:200]] if request.POST else list(picked)
    if request.method == "POST" and form.is_valid():
        try:
            finder_interests.pick(
                by=request.user, student=student, keys=chosen, level=level_of(request.user, student.grade),
                **form.cleaned_data,
            )  # fmt: skip
        except Cannot as reason:
            refused(form, reason)
        else:
            return redirect("strengths:favorites" if chosen or form.cleaned_data["own"] else "strengths:finder")
    page = {
        "student": student,
        "form": form,
        "pictures": finder_pages.pictures(finder_cards.read_in(request.user.language), chosen),
        "own": [answer.item for key, answer in picked.items() if not key.startswith(ATLAS)],
        "chosen": chosen,
        "most": MOST,
    }
    return render(request, "strengths/atlas.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def favorites(request):
    """The three I like most: one tap each, and one may stop after any of them."""
    student = own_student(request, "strengths.write")
    picked = finder_interests.picked_of(student)
    sent = [plain_key(key) for key in request.POST.getlist("tapped") + request.POST.getlist("tap")]
    tapped = [key for key in dict.fromkeys(sent) if key in picked][: len(RANKS)]
    form = finder_forms.FavoritesForm(request.POST or None)
    done = len(tapped) == min(len(RANKS), len(picked)) or "done" in request.POST
    problem = ""
    if request.method == "POST" and form.is_valid() and done:
        try:
            finder_interests.favor(
                by=request.user, student=student, keys=tapped, level=level_of(request.user, student.grade),
                once=form.cleaned_data["once"],
            )  # fmt: skip
        except Cannot as reason:
            problem = str(reason)
        else:
            messages.success(request, _("Your answers are kept. You can go on whenever you like."))
            return redirect("strengths:finder")
    elif request.method == "POST" and not form.is_valid():
        problem = _("That did not arrive whole. Try it again.")
    language = finder_cards.read_in(request.user.language)
    page = {
        "student": student,
        "once": form["once"].value() if form.is_bound and form.is_valid() else uuid4(),
        "tapped": tapped,
        "place": len(tapped) + 1,
        "total": min(len(RANKS), len(picked)),
        "pictures": [
            (key, key.removeprefix(ATLAS), finder_cards.named(key, language) or answer.item.words)
            for key, answer in picked.items()
            if key not in tapped
        ],
        "problem": problem,
    }
    return render(request, "strengths/favorites.html", page, status=422 if problem else 200)
