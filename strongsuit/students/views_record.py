"""The record page: the facts about a student, and eligibility as a section of its own."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from strongsuit.knowledge.calendar import triennial_due
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.terms import Disability
from strongsuit.students import actions_record as actions
from strongsuit.students import forms, queries
from strongsuit.students.actions import today_of
from strongsuit.students.facts import coming_of_age
from strongsuit.students.languages import language_name
from strongsuit.students.views import again, done, posted, same_already
from strongsuit.web.refusals import Cannot, NotYours, Stale


def opened(request, pk, ability="student.read"):
    return queries.staff_student(request.user, pk, ability, part="record")


@require_GET
def record(request, pk):
    student = opened(request, pk)
    reads = "eligibility.read" in student.abilities
    now, before = queries.eligibility_of(student) if reads else (None, [])
    context = {
        "student": student,
        "details": details_of(student),
        "reads_eligibility": reads,
        "eligibility": now,
        "decided": decided_of(student, now) if now else [],
        "before": [(classification(student, each), each) for each in before],
        "age": coming_of_age(student, today=today_of(student)),
        "may_write": "student.write" in student.abilities,
        "may_decide": "eligibility.write" in student.abilities,
    }
    return render(request, "students/record.html", context)


def details_of(student):
    """Label and words of each fact; what is not known says so."""
    unknown = _("Not written down")
    return [
        (_("Legal name"), student.legal_name),
        (_("Called"), student.called),
        (_("Pronouns"), student.pronouns or unknown),
        (_("Day of birth"), student.birth_date or unknown),
        (_("Grade"), student.get_grade_display()),
        (_("School"), student.school.name),
        (_("Language at home"), language_name(student.language)),
        (_("Learns English as a new language"), _("Yes") if student.english_learner else _("No")),
        (_("Alternate assessment"), _("Yes") if student.alternate_assessment else _("No")),
        (_("Student number"), student.local_id),
    ]


def classification(student, eligibility):
    """The category as the state names it."""
    labels = load_profile(student.district.jurisdiction).disability_labels
    return _(labels.get(eligibility.disability, Disability(eligibility.disability).label))


def decided_of(student, now):
    found = [
        (_("Classification"), classification(student, now)),
        (_("Found eligible on"), now.eligible_on),
        (_("Last full evaluation on"), now.evaluated_on),
    ]
    if now.evaluation_waived_on:
        found.append((_("Agreed on that no new evaluation is needed"), now.evaluation_waived_on))
    return [*found, (_("Next evaluation due by"), triennial_due(now.evaluation_waived_on or now.evaluated_on))]


@require_http_methods(["GET", "POST"])
def edit(request, pk):
    student = opened(request, pk, "student.write")
    initial = {name: getattr(student, name) for name in (*actions.DETAILS, "version")}
    form = forms.StudentForm(posted(request), initial=initial, now=student.language)
    if request.method == "GET":
        return record_form(request, student, form, kind="details")
    return saved(
        request, student, form, "details", actions.change_student, {"now": student.language}, {"student": student}
    )


def record_form(request, student, form, *, kind, status=200, **more):
    context = {"student": student, "form": form, "kind": kind, **more}
    return render(request, "students/record_form.html", context, status=status)


def saved(request, student, form, kind, action, named, row):
    """Save a posted form about a row with a version: back to the record, or the form with what to do."""
    if form.is_valid():
        try:
            action(by=request.user, **row, **form.cleaned_data)
        except Stale as stale:
            if not same_already(form, stale):
                return record_form(request, student, again(form, stale, **named), kind=kind, status=409)
            return redirect("students:record", student.pk)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Saved."))
            return redirect("students:record", student.pk)
    return record_form(request, student, form, kind=kind, status=422)


@require_http_methods(["GET", "POST"])
def eligibility(request, pk):
    """The decision that holds now; where there is none yet, a new one."""
    student = opened(request, pk, "eligibility.write")
    now, _before = queries.eligibility_of(student)
    if now is not None:
        now.student = student
    initial = {name: getattr(now, name) for name in (*actions.DECIDED, "version")} if now else {"version": 0}
    named = {"student": student, "now": now.disability if now else ""}
    form = forms.EligibilityForm(posted(request), initial=initial, **named)
    if request.method == "GET":
        return record_form(request, student, form, kind="eligibility", eligibility=now)
    if now is not None and form.data.get("version") != "0":
        action = actions.change_eligibility
        return saved(request, student, form, "eligibility", action, named, {"eligibility": now})
    if form.is_valid():
        form.cleaned_data.pop("version")
        if done(form, actions.decide_eligibility, request, student=student):
            messages.success(request, _("Saved."))
            return redirect("students:record", student.pk)
    return record_form(request, student, form, kind="eligibility", status=422, eligibility=now)


@require_http_methods(["GET", "POST"])
def end_eligibility(request, pk):
    student = opened(request, pk, "eligibility.write")
    now, before = queries.eligibility_of(student)
    if now is None and request.method == "POST" and before:
        # The same tap arrived twice.
        return redirect("students:record", student.pk)
    if now is None:
        raise NotYours
    now.student = student
    form = forms.EndForm(posted(request), initial={"ended_on": today_of(student), "version": now.version})
    if request.method == "GET":
        return record_form(request, student, form, kind="end")

    def end(*, by, eligibility, version, ended_on):
        return actions.end_eligibility(by=by, eligibility=eligibility, version=version, on=ended_on)

    return saved(request, student, form, "end", end, {}, {"eligibility": now})
