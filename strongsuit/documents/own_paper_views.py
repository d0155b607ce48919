"""The one-pager shown: big on the screen, on paper, and as team and family read what was shared."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.documents import own_actions as actions
from strongsuit.documents import own_queries as queries
from strongsuit.documents.own_forms import ShortForm
from strongsuit.documents.own_models import PageShare
from strongsuit.documents.own_views import CHANGED, own_student, renewed
from strongsuit.documents.paper import own_paper
from strongsuit.documents.sheets.own import SHAPES, SIZES, one_pager_sheet
from strongsuit.knowledge.own_page import SeenBy
from strongsuit.knowledge.terms import Group
from strongsuit.strengths.queries import group_of
from strongsuit.students.access import student_for
from strongsuit.web import clock
from strongsuit.web.inputs import whole
from strongsuit.web.refusals import NotYours, Stale


@require_safe
def show(request):
    """The page for a wall or a screen, one part after the other; what is not for the team is not on it."""
    page = queries.page_of(own_student(request), reader=SeenBy.TEAM)
    at = min(whole(request.GET.get("at"), 2), len(page.parts))
    return render(request, "documents/own_show.html", {"page": page, **turned(page, at)})


def turned(page, at):
    """The screen at one part, 0 for the whole, with the ways before and after it."""
    here = reverse("documents:own_show")
    return {
        "at": at,
        "part": page.parts[at - 1] if at else None,
        "count": len(page.parts),
        "before": f"{here}?{urlencode({'at': at - 1})}" if at else "",
        "after": f"{here}?{urlencode({'at': at + 1})}" if at < len(page.parts) else "",
    }


@require_safe
def former(request, pk):
    """One's own page exactly as it was shared on a day."""
    student = own_student(request)
    found = PageShare.objects.filter(pk=pk, student=student, taken_back=False).first()
    if found is None:
        raise NotYours
    page = queries.shared_page(found, reader=SeenBy.ME)
    return render(request, "documents/own_shared.html", {"student": student, "share": found, "page": page})


@require_safe
def paper(request, shape):
    """The draft as the team would get it, or with every line for the student alone."""
    student = own_student(request)
    reader = SeenBy.ME if request.GET.get("for") == "me" else SeenBy.TEAM
    return drawn(request, student, queries.page_of(student, reader=reader), shape)


def drawn(request, student, page, shape):
    """A paper at once: a page of words is set in a tenth of a second, so nobody waits for a worker."""
    if shape not in SHAPES or not page.parts:
        raise NotYours
    asked = request.GET.get("size")
    size = asked if asked in SIZES else SIZES[0]
    made = own_paper(
        lambda: one_pager_sheet(page, shape=shape, size=size), at=clock.now(), language=request.user.language
    )
    return sent(request, student, made, f"one-pager-{shape}")


def sent(request, student, made, name):
    """The file; each taking stands in the trail."""
    record(
        request.user, "took a student's own paper", student=student.pk, district=student.district_id,
        because=student.relation, kind=Kind.TOOK_OUT, detail={"paper": name},
    )  # fmt: skip
    answer = HttpResponse(made.bytes, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


# Team and family


def reader_for(request, pk):
    """The student behind the door, with the side from which the page is read."""
    student = student_for(request.user, pk, "page.read", part="one-pager")
    family = request.path.startswith("/family/")
    if family != (group_of(student.relation) != Group.SCHOOL):
        raise NotYours
    return student, family


@require_safe
def shared(request, pk):
    """The one-pager as the student shared it."""
    student, family = reader_for(request, pk)
    return render(request, "documents/own_read.html", read_page(student, family))


def read_page(student, family, refused=None):
    share = queries.newest_share(student)
    page = queries.shared_page(share, reader=queries.reader_of(student)) if share else None
    if page is not None and not page.parts:
        # What was shared was for other eyes.
        share = page = None
    may_shorten = not family and "words.scribe" in student.abilities and page is not None
    return {
        "student": student,
        "family": family,
        "share": share,
        "page": page,
        "shortening": shortening(student, page, refused) if may_shorten else [],
        "space_base": "family.html" if family else "educator.html",
    }


def shortening(student, page, refused):
    """A form for each line, as it stands or as it was refused."""
    forms = []
    for shown in page.parts:
        for line in shown.lines:
            known = getattr(line, "in_short", None)
            first = {"version": known.version if known else 0, "text": known.text if known else ""}
            form = (
                refused[1] if refused and refused[0] == line.pk else ShortForm(initial=first, auto_id=f"{line.pk}-%s")
            )
            forms.append((line, known, form.for_student(student), bool(refused and refused[0] == line.pk)))
    return forms


@require_safe
def shared_paper(request, pk, shape):
    student, _family = reader_for(request, pk)
    share = queries.newest_share(student)
    if share is None:
        raise NotYours
    return drawn(request, student, queries.shared_page(share, reader=queries.reader_of(student)), shape)


@require_POST
def shorten(request, pk, line):
    """Set a shorter version beside a line; the student's words stay."""
    found = queries.shared_line_for(request.user, line)
    if found.student_id != pk:
        raise NotYours
    form = ShortForm(request.POST, auto_id=f"{found.pk}-%s")
    if form.is_valid():
        try:
            actions.shorten(by=request.user, line=found, **form.cleaned_data)
        except Stale as stale:
            form.add_error(None, str(CHANGED))
            renewed(form, stale.current.version)
        else:
            return redirect("documents:shared_page", pk)
    page = read_page(found.student, family=False, refused=(found.pk, form))
    return render(request, "documents/own_read.html", page, status=422)
