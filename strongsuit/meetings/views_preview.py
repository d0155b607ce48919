"""Before a meeting: the student looks at everything that will be shown, and the team reads what is still new."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from strongsuit.meetings import queries_preview as queries
from strongsuit.meetings.actions_preview import look
from strongsuit.meetings.queries import meeting_for
from strongsuit.students.access import student_for
from strongsuit.voice.forms import OnceForm
from strongsuit.web.refusals import Cannot, NotYours

# Who reads the draft and what the student said reads what a meeting will show of them.
READS_ALL = {"plan.draft", "voice.read"}


def mine(request):
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    student = student_for(request.user, student.pk, "preview.own", part="my meeting")
    meeting = queries.coming(student)
    form = OnceForm(request.POST or None)
    if request.method == "POST" and meeting is not None and form.is_valid():
        meeting.student = student
        marks = {name: request.POST.getlist(name) for name in ("seen", "apart")}
        try:
            look(by=request.user, meeting=meeting, **form.cleaned_data, **marks)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Thank you. Your team sees that you looked, and what you chose."))
            return redirect("meetings:mine")
    found = queries.standing_of(meeting, student) if meeting else []
    page = {"student": student, "meeting": meeting, "found": found, "form": form}
    return render(request, "meetings/mine.html", page, status=422 if form.errors else 200)


@require_safe
def seen(request, pk):
    """For the team, apart from the page that is shown at the meeting: what is new to the student."""
    meeting = meeting_for(request.user, pk)
    student = meeting.student
    if not student.abilities >= READS_ALL:
        raise NotYours
    return render(
        request,
        "meetings/seen.html",
        {"student": student, "meeting": meeting, "found": queries.standing_of(meeting, student)},
    )
