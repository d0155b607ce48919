"""The team page: who works with a student and from when to when, and the family."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from strongsuit.people.roles import Relation
from strongsuit.people.steps import stepped_up
from strongsuit.students import actions, forms, queries
from strongsuit.students.access import grant, student_for
from strongsuit.students.facts import coming_of_age
from strongsuit.students.languages import language_name
from strongsuit.web import clock
from strongsuit.web.inputs import search_words, whole
from strongsuit.web.refusals import Cannot, NotYours, Stale

FAMILY = {Relation.GUARDIAN, Relation.INFORMED, Relation.ADULT_SELF}


@require_GET
def team(request, pk):
    student = queries.staff_student(request.user, pk, "team.read", part="team.read")
    reads_trail = "trail.read" in student.abilities
    return render(
        request,
        "students/team.html",
        {
            "student": student,
            "team": queries.team_of(student, today=actions.today_of(student)),
            "family": [(each, language_name(each.language)) for each in queries.family_of(student)],
            "opened": queries.reasons_about(student, now=clock.now()) if reads_trail else [],
            "may_write": "team.write" in student.abilities,
            "may_read_contacts": "contacts.read" in student.abilities,
            "may_write_contacts": "contacts.write" in student.abilities,
            "today": actions.today_of(student),
        },
    )


@require_GET
def family(request, pk):
    """For the family: who works with the child, and what the school has written down about the reader."""
    student = student_for(request.user, pk, "team.read", part="team.read")
    if student.relation not in FAMILY:
        raise NotYours
    own = queries.own_entry(request.user, student)
    found = {
        "student": student,
        "team": queries.team_of(student, today=actions.today_of(student)),
        "own": own,
        "own_language": language_name(own.language) if own else "",
        "age": coming_of_age(student, today=actions.today_of(student)),
        "is_self": student.relation == Relation.ADULT_SELF,
    }
    return render(request, "students/family_team.html", found)


def posted(request):
    return request.POST if request.method == "POST" else None


def team_writer(request, pk):
    return (queries.staff_student(request.user, pk, "team.write", part="team.read"),)


def part_writer(request, pk, part):
    """A part that is gone already is None: ending it twice is no fault."""
    (student,) = team_writer(request, pk)
    return student, queries.member_of(student, part)


def people_found(request, student, parts):
    """Colleagues who match the search; on the way back also the one who was chosen from an earlier search."""
    today, words = actions.today_of(student), search_words(request)
    found = queries.colleagues(student, parts, today=today, words=words)
    chosen = request.POST.get("account", "")
    if chosen.isdecimal() and len(chosen) < 20 and not any(str(person.pk) == chosen for person in found):
        found += queries.colleagues(student, parts, today=today, pk=int(chosen))
    return found


def chooser(request, student, form, **words):
    """A page with a search for a colleague, and the form about the one who is chosen."""
    context = {"student": student, "form": form, "q": search_words(request), "most": queries.MOST_PEOPLE, **words}
    return render(request, "students/team_choose.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@stepped_up(team_writer)
def add_member(request, student):
    may_name_chair = "plan.adopt" in student.abilities
    people = people_found(request, student, forms.parts_to_give(may_name_chair))
    form = forms.MemberForm(
        posted(request), people=people, initial={"starts_on": actions.today_of(student)}, may_name_chair=may_name_chair
    )
    if request.method == "POST" and form.is_valid() and done(form, actions.add_member, request, student=student):
        messages.success(request, _("%(name)s is on the team.") % {"name": form.cleaned_data["account"].name})
        return redirect("students:team", student.pk)
    return chooser(request, student, form, kind="member")


@require_http_methods(["GET", "POST"])
@stepped_up(team_writer)
def case_manager(request, student):
    people = people_found(request, student, [Relation.CASE_MANAGER])
    form = forms.CaseManagerForm(posted(request), people=people, initial={"on": actions.today_of(student)})
    change = actions.change_case_manager
    if request.method == "POST" and form.is_valid() and done(form, change, request, student=student):
        messages.success(request, _("%(name)s is case manager.") % {"name": form.cleaned_data["account"].name})
        return back(request, student)
    now = queries.team_of(student, today=actions.today_of(student)).case_manager
    return chooser(request, student, form, kind="case_manager", now=now)


def done(form, action, request, **values):
    """Do it with what the form holds; False leaves the action's own sentence in the form."""
    try:
        action(by=request.user, **values, **form.cleaned_data)
    except Cannot as problem:
        form.add_error(None, str(problem))
        return False
    return True


def back(request, student):
    """To the team, unless this very change took away the right to read it."""
    if grant(request.user, "team.read", student):
        return redirect("students:team", student.pk)
    return redirect("home:today")


def standing_part(request, pk, part):
    student, found = part_writer(request, pk, part)
    if found is None or (found.ends_on and found.ends_on < actions.today_of(student)):
        raise NotYours
    return student, found


@require_http_methods(["GET", "POST"])
@stepped_up(standing_part)
def member(request, student, found):
    """The days of one part, and its end."""
    now = {name: getattr(found, name) for name in ("service", "starts_on", "ends_on", "version")}
    form = forms.PartForm(posted(request), relation=found.relation, initial=now)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.change_member(by=request.user, member=found, **form.cleaned_data)
            except Stale as stale:
                if same_already(form, stale):
                    return back(request, student)
                form, status = again(form, stale, relation=found.relation), 409
            except Cannot as problem:
                form.add_error(None, str(problem))
            else:
                messages.success(request, _("Saved."))
                return back(request, student)
    return render(request, "students/member.html", {"student": student, "member": found, "form": form}, status=status)


def same_already(form, stale):
    """Whether the row holds what was typed: the same form arrived twice, or two people wrote the same."""
    typed = {name: value for name, value in form.cleaned_data.items() if name != "version"}
    return all(getattr(stale.current, name, value) == value for name, value in typed.items())


def again(form, stale, **named):
    """The form as it was typed, with what somebody else has saved meanwhile beside it; saving once more keeps it."""
    posted = form.data.copy() if isinstance(form.data, QueryDict) else dict(form.data)
    posted["version"] = str(stale.current.version if stale.current else 0)
    renewed = type(form)(posted, initial=form.initial, **named)
    renewed.is_valid()
    others = []
    for name, field in renewed.fields.items():
        saved = getattr(stale.current, name, None)
        if name != "version" and hasattr(stale.current, name) and saved != form.cleaned_data.get(name):
            others.append(f"{field.label}: {shown(field, saved)}")
    words = _("Somebody saved this while you had it open. Your words are below; save again to keep them.")
    renewed.add_error(None, words)
    if others:
        renewed.add_error(None, _("Saved by the other person: %(what)s") % {"what": "; ".join(others)})
    return renewed


def shown(field, value):
    """A stored value as the field would say it."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    named = dict(getattr(field, "choices", []))
    return str(named.get(value, value)) if value not in (None, "") else _("empty")


@require_POST
@stepped_up(part_writer)
def end_member(request, student, found):
    if found is not None:
        try:
            actions.end_member(by=request.user, member=found, version=version_in(request))
        except Stale:
            messages.error(request, _("Somebody changed this a moment ago. Look again, then repeat it."))
            return redirect("students:team", student.pk)
    messages.success(request, _("The part has ended. What it opened is closed."))
    return back(request, student)


def version_in(request):
    """The version that a plain button was drawn with; 0, which no row has, for anything else."""
    return whole(request.POST.get("version"))
