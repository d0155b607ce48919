"""Who is on the list of a meeting: somebody more, somebody less."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from strongsuit.meetings import actions, forms, queries
from strongsuit.meetings.inviting import NoName, left_out
from strongsuit.meetings.views import meeting_page
from strongsuit.web.refusals import Cannot


@require_POST
def add(request, pk):
    """Somebody without a part in the record comes too."""
    found = queries.meeting_for(request.user, pk, "meeting.write")
    form = forms.AddForm(request.POST, auto_id="add-%s")
    if form.is_valid():
        try:
            actions.add_to_list(by=request.user, meeting=found, **form.cleaned_data)
        except Cannot as problem:
            form.add_error("name" if isinstance(problem, NoName) else None, str(problem))
        else:
            messages.success(request, _("This person is on the list. Tell them the day and the place yourself."))
            return redirect("meetings:meeting", pk=found.pk)
    return render(
        request, "meetings/meeting.html", meeting_page(request.user, found, add=form, opened="add"), status=422
    )


@require_POST
def gather(request, pk):
    """Whoever joined since; with ``everybody`` also those who were taken off on purpose."""
    found = queries.meeting_for(request.user, pk, "meeting.write")
    try:
        actions.gather(by=request.user, meeting=found, everybody="everybody" in request.POST)
    except Cannot as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, gathered_words(found))
    return redirect("meetings:meeting", pk=found.pk)


def gathered_words(meeting):
    out = left_out(meeting)
    if out:
        return _("The list is complete, except for those you took off: %(names)s.") % {"names": ", ".join(out)}
    return _("Everybody of the team and the family is on the list.")


@require_POST
def remove(request, pk, person):
    found = queries.meeting_for(request.user, pk, "meeting.write")
    try:
        gone = actions.take_off_list(by=request.user, meeting=found, person=person)
    except Cannot as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, removed_words(found, gone))
    return redirect("meetings:meeting", pk=found.pk)


def removed_words(meeting, gone):
    """Nobody is told by mail; so whoever may expect to come is named to the one who can tell them."""
    if gone is None:
        return _("This person is not on the list.")
    if gone.answer or meeting.notice_sent_on:
        return _("%(name)s is off the list and may have kept the day free. Tell them yourself.") % {"name": gone.name}
    return _("%(name)s is off the list.") % {"name": gone.name}
