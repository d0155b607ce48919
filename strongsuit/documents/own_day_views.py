"""Good days: what happens, whether it happens now, what makes it happen, who helps; by student and family."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from strongsuit.documents import own_card_actions as actions
from strongsuit.documents import own_card_queries as queries
from strongsuit.documents.own_forms import ChangedDayForm, NewDayForm, for_family
from strongsuit.documents.own_paper_views import sent
from strongsuit.documents.own_queries import reads_at
from strongsuit.documents.own_views import CHANGED, READERS, own_student, renewed
from strongsuit.documents.paper import own_paper
from strongsuit.documents.sheets.own import SIZES
from strongsuit.documents.sheets.own_cards import HAPPENS_PICTURE, day_sheet
from strongsuit.knowledge import own_cards as ours
from strongsuit.knowledge.own_cards import Happens
from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.terms import Group
from strongsuit.strengths.queries import group_of
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot, NotYours, Stale


def family_student(request, pk):
    student = student_for(request.user, pk, "day.write" if request.method == "POST" else "page.read", part="good day")
    if group_of(student.relation) == Group.SCHOOL:
        raise NotYours
    return student


def mine(request):
    """The student's own page of good days."""
    return day(request, own_student(request), family=False)


def family(request, pk):
    """Good days as the family sees them."""
    return day(request, family_student(request, pk), family=True)


def day(request, student, *, family):
    if request.method != "POST":
        return render(request, "documents/own_day.html", day_page(request, student, family))
    form = asked(NewDayForm(request.POST), family)
    if form.is_valid():
        try:
            actions.tell_day(by=request.user, student=student, **form.cleaned_data)
        except Cannot as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("It is on the page."))
            return redirect(*home_of(student, family))
    return render(request, "documents/own_day.html", day_page(request, student, family, form), status=422)


def asked(form, family):
    return for_family(form) if family else form


def home_of(student, family):
    return ("documents:family_day", student.pk) if family else ("documents:own_day",)


def day_page(request, student, family, form=None):
    target = Target.FAMILY if family else reads_at(student)
    found = queries.day_lines(student)
    return {
        "student": student,
        "family": family,
        "lines": [(each, HAPPENS_PICTURE[Happens(each.now)], each.by_id == request.user.pk) for each in found],
        "question": ours.DAY_WHAT.at(target),
        "labels": (ours.DAY_MAKES.at(target), ours.DAY_WHO.at(target)),
        "form": form or asked(NewDayForm(), family),
        "faces": {each.value: picture for each, picture in HAPPENS_PICTURE.items()},
        "readers": READERS,
        "may_write": "day.write" in student.abilities,
        "space_base": "family.html" if family else "student.html",
    }


def line(request, pk):
    """Something one told, changed by oneself."""
    return change(request, queries.day_line_for(request.user, pk), family=False)


def family_line(request, pk, line):
    """Something the family told."""
    found = queries.day_line_for(request.user, line)
    if found.student_id != pk:
        raise NotYours
    return change(request, found, family=True)


def change(request, found, *, family):
    if request.method != "POST":
        first = {name: getattr(found, name) for name in ("words", "now", "makes", "who", "seen_by", "version")}
        form = asked(ChangedDayForm(initial=first), family)
        return render(request, "documents/own_day_line.html", line_page(found, form, family))
    if "off" in request.POST:
        actions.take_off_day(by=request.user, line=found)
        return redirect(*home_of(found.student, family))
    form = asked(ChangedDayForm(request.POST), family)
    if form.is_valid():
        try:
            actions.change_day(by=request.user, line=found, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(CHANGED))
            renewed(form, stale.current.version)
        else:
            return redirect(*home_of(found.student, family))
    return render(request, "documents/own_day_line.html", line_page(found, form, family), status=422)


def line_page(found, form, family):
    return {
        "student": found.student,
        "line": found,
        "form": form,
        "family": family,
        "faces": {each.value: picture for each, picture in HAPPENS_PICTURE.items()},
        "readers": READERS,
        "space_base": "family.html" if family else "student.html",
    }


@require_safe
def paper(request):
    """My good day on a sheet."""
    return drawn(request, own_student(request))


@require_safe
def family_paper(request, pk):
    return drawn(request, family_student(request, pk))


def drawn(request, student):
    """What whoever asks for it may read."""
    lines = queries.day_lines(student)
    if not lines:
        raise NotYours
    asked_size = request.GET.get("size")
    size = asked_size if asked_size in SIZES else SIZES[0]
    made = own_paper(
        lambda: day_sheet(student.called, lines, reads_at(student), size=size), at=clock.now(),
        language=request.user.language,
    )  # fmt: skip
    return sent(request, student, made, "good-day")
