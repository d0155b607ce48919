"""Pages on which the school keeps the family: contact facts, rights, and the invitation to sign in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from strongsuit.people.steps import stepped_up
from strongsuit.students import actions_family as actions
from strongsuit.students import forms, queries
from strongsuit.students.actions import today_of
from strongsuit.students.views import again, done, posted, same_already, version_in
from strongsuit.web.refusals import Cannot, NotYours, Stale

NEW = {"rights": "decides", "lives_with": True, "version": 0}


def contacts_writer(request, pk):
    return (queries.staff_student(request.user, pk, "contacts.write", part="team.read"),)


def entry_writer(request, pk, person):
    """An entry that is gone already is None: removing it twice is no fault."""
    (student,) = contacts_writer(request, pk)
    return student, queries.guardian_of(student, person)


def standing_entry(request, pk, person):
    student, found = entry_writer(request, pk, person)
    if found is None:
        raise NotYours
    return student, found


@require_http_methods(["GET", "POST"])
@stepped_up(contacts_writer)
def add_guardian(request, student):
    form = forms.GuardianForm(posted(request), initial=NEW | {"language": student.language}, now=student.language)
    if request.method == "POST" and form.is_valid():
        form.cleaned_data.pop("version")
        if done(form, actions.add_guardian, request, student=student):
            messages.success(request, _("%(name)s is written down.") % {"name": form.cleaned_data["name"]})
            return redirect("students:team", student.pk)
    status = 422 if form.is_bound else 200
    return render(request, "students/guardian.html", {"student": student, "form": form}, status=status)


@require_http_methods(["GET", "POST"])
@stepped_up(standing_entry)
def guardian(request, student, found):
    now = {name: getattr(found, name) for name in (*actions.FIELDS, "version")} | {"rights": forms.rights_of(found)}
    form = forms.GuardianForm(posted(request), initial=now, now=found.language)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.change_guardian(by=request.user, guardian=found, **form.cleaned_data)
            except Stale as stale:
                stale.current.rights = forms.rights_of(stale.current)
                if same_already(form, stale):
                    return redirect("students:team", student.pk)
                form, status = again(form, stale, now=found.language), 409
            except Cannot as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, _("Saved."))
                return redirect("students:team", student.pk)
    context = {"student": student, "guardian": found, "form": form, "today": today_of(student)}
    return render(request, "students/guardian.html", context, status=status)


@require_POST
@stepped_up(standing_entry)
def invite(request, student, found):
    try:
        made = actions.invite_guardian(by=request.user, guardian=found)
    except Cannot as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("A link to sign in is on its way to %(email)s.") % {"email": made.account.email})
    return redirect("students:guardian", student.pk, found.pk)


@require_POST
@stepped_up(standing_entry)
def close_sign_in(request, student, found):
    try:
        actions.close_sign_in(by=request.user, guardian=found, version=version_in(request))
    except Stale:
        messages.error(request, _("Somebody changed this a moment ago. Look again, then repeat it."))
    else:
        messages.success(request, _("The sign-in no longer opens this record."))
    return redirect("students:guardian", student.pk, found.pk)


@require_POST
@stepped_up(entry_writer)
def remove(request, student, found):
    try:
        if found is not None:
            actions.remove_guardian(by=request.user, guardian=found, version=version_in(request))
    except Cannot as problem:
        messages.error(request, str(problem))
        return redirect("students:guardian", student.pk, found.pk)
    messages.success(request, _("The entry is removed."))
    return redirect("students:team", student.pk)
