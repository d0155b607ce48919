"""Finding a student outside one's list, and opening the record for a stated reason."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.students import actions_reasons as actions
from strongsuit.students import forms, queries
from strongsuit.students.models import ReasonedAccess
from strongsuit.students.views import posted
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot

HOUR = 3600
# Enough for a hard day in the office, too few to try out names.
MOST_SEARCHES = 30


@require_http_methods(["GET", "POST"])
def find(request):
    """Exactly one known student, never a list to leaf through. The names searched for reach no address."""
    queries.outside_students(request.user)
    form = forms.FindForm(posted(request))
    found, status = None, 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and within_limit(request, form):
            found, status = looked_up(request, form.cleaned_data), 200
            if len(found) == 1:
                return redirect("students:reason", found[0].pk)
    now = clock.now()
    context = {
        "form": form,
        "found": found,
        "own": queries.own_reasons(request.user, now=now),
        "office": queries.reasons_in_office(request.user, now=now),
    }
    return render(request, "students/find.html", context, status=status)


def within_limit(request, form):
    now = clock.now().timestamp()
    recent = [at for at in request.session.get("looked_at", []) if 0 <= now - at < HOUR]
    if len(recent) >= MOST_SEARCHES:
        form.add_error(None, _("You have looked for many students within an hour. Go on later, or ask the office."))
        return False
    request.session["looked_at"] = [*recent, now]
    return True


def looked_up(request, wanted):
    found = queries.students_exactly(
        request.user, local_id=wanted["local_id"], family_name=wanted["family_name"], born=wanted["birth_date"]
    )
    for student in found:
        record(request.user, "found the student by exact name or number", student, kind=Kind.SAW)
    return found


@require_http_methods(["GET", "POST"])
def reason(request, pk):
    student, is_open = queries.outside_student_for(request.user, pk)
    if is_open:
        return redirect("home:thread", student.pk)
    form = forms.ReasonForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            actions.open_for_reason(by=request.user, student=student, reason=form.cleaned_data["reason"])
        except Cannot as problem:
            form.add_error("reason", str(problem))
        else:
            messages.success(request, _("The record is open to you for 24 hours."))
            return redirect("home:thread", student.pk)
    status = 422 if form.is_bound else 200
    return render(request, "students/reason.html", {"student": student, "form": form}, status=status)


@require_POST
def close(request, pk):
    opened = ReasonedAccess.objects.filter(pk=pk, account=request.user).first()
    queries.outside_students(request.user)
    if opened is not None:
        actions.close_reason(by=request.user, opened=opened)
        messages.success(request, _("The record is closed again."))
    return redirect("students:find")
