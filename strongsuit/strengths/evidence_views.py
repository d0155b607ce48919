"""Saying anew who may see what shows a strength."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.strengths import evidence_actions, queries
from strongsuit.strengths.forms import ConsentForm
from strongsuit.students.access import group_of
from strongsuit.web.refusals import Cannot, NotYours, Stale


@require_POST
def share(request, pk):
    """Whoever gave it chooses anew."""
    found = queries.evidence_for(request.user, pk, "strengths.write")
    form = ConsentForm(request.POST)
    chosen = form.cleaned_data["audience"] if form.is_valid() else ""
    try:
        evidence_actions.share_evidence(by=request.user, evidence=found, audience=chosen)
    except (Cannot, Stale) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Kept. It holds from now on."))
    return to_item(found)


@require_POST
def veto(request, pk):
    """The student lets something be shown, or not."""
    found = queries.evidence_for(request.user, pk, "words.write")
    if group_of(found.student.relation) != "student":
        raise NotYours
    wish = request.POST.get("shown") == "yes"
    try:
        evidence_actions.veto_evidence(by=request.user, evidence=found, shown=wish)
    except Stale as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Others may see it.") if wish else _("Others do not see it any more."))
    return to_item(found)


def to_item(found):
    own = group_of(found.student.relation) == "student"
    return redirect("strengths:my_item" if own else "strengths:item", pk=found.item_id)
