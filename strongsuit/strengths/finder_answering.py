"""The student's page "How I answer": it follows to every device."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from strongsuit.strengths import finder_actions
from strongsuit.strengths.finder_models import Way
from strongsuit.strengths.finder_queries import open_sitting
from strongsuit.strengths.finder_ways import SCANNED, AnsweringForm, answering_of, keep_answering
from strongsuit.strengths.views_own import own_student


@require_http_methods(["GET", "POST"])
def answering(request):
    """How I answer cards: by touch, keys, switches, a look, or with somebody's help."""
    student = own_student(request, "strengths.write")
    if request.method == "GET":
        form = AnsweringForm(initial=answering_of(request.user).chosen)
        return render(request, "strengths/answering.html", page(student, form))
    form = AnsweringForm(request.POST)
    if not form.is_valid():
        return render(request, "strengths/answering.html", page(student, form), status=422)
    wanted = {name: value for name, value in form.cleaned_data.items() if value}
    keep_answering(request.user, wanted)
    going = open_sitting(student, request.user)
    if going is not None and going.way != wanted["way"]:
        finder_actions.adjust(by=request.user, sitting=going, way=Way(wanted["way"]))
    messages.success(request, _("Your choices are saved. They follow you to every device."))
    return redirect("strengths:finder")


def page(student, form):
    return {"student": student, "form": form, "scanned": [form[name] for name in SCANNED]}
