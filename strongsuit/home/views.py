"""The educator's pages that join steps: Today, the caseload, the thread, the history of a record."""

import csv
from collections import Counter

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from strongsuit.duties.queries import Kind, duties_for
from strongsuit.home import queries, thread_page
from strongsuit.home.own_pages import FAMILY
from strongsuit.home.spaces import landing, spaces_for
from strongsuit.home.telling import told
from strongsuit.people.models import School
from strongsuit.people.roles import POST_ABILITIES, POST_RELATIONS, Role
from strongsuit.people.steps import ask, proved
from strongsuit.strengths.finder_queries import calls_for, not_told_by
from strongsuit.students import access
from strongsuit.students.actions_lists import take_list
from strongsuit.web import clock, ids
from strongsuit.web.inputs import search_words
from strongsuit.web.refusals import Cannot, NotYours

PAGE = 25
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CASELOAD_ORDERS = ("name", "review", "triennial", "growth")


def today(request):
    """What the clocks, the meetings and the data sheet ask of this person today."""
    spaces = spaces_for(request.user)
    if "educator" not in spaces:
        return redirect(landing(request.user))
    held = access.posts(request.user)
    now = clock.today()
    duties = duties_for(request.user, held=held, today=now)
    leads = any(Role(post.role) in POST_RELATIONS for post in held)
    students = list(access.caseload(request.user).select_related("school").order_by("family_name")[:12])
    return render(
        request,
        "home/today.html",
        {
            "today": now,
            "urgent": [duty for duty in duties if duty.state == "late"],
            "waiting": [duty for duty in duties if duty.state == "waiting"],
            "soon": [duty for duty in duties if duty.state == "soon"],
            "ahead": [duty for duty in duties if duty.state == "ahead"],
            "students": students,
            "untold": not_told_by(request.user, students)[:3],
            "leads": leads,
            "calls": calls_for(request.user),
            "counts": Counter(duty.kind for duty in duties if duty.kind in {Kind.ANNUAL, Kind.TRIENNIAL, Kind.REPORT}),
            "schools": _schools(held),
            "has_classes": any(Role(post.role) in POST_ABILITIES["class.device"] for post in held),
            "may_find": any(Role(post.role) in POST_ABILITIES["record.reason"] for post in held),
        },
    )


def _schools(held):
    """The schools whose students this person may list."""
    leading = [post for post in held if Role(post.role) in POST_RELATIONS]
    whole = [post.district_id for post in leading if not post.school_id]
    found = {post.school for post in leading if post.school_id}
    if whole:
        found |= set(School.objects.filter(district__in=whole, closed_on=None).order_by("name")[:50])
    return sorted(found, key=lambda school: school.name)


def caseload(request):
    """Every student of this person's teams with clock, growth, voice and open work."""
    order = request.GET.get("sort") if request.GET.get("sort") in CASELOAD_ORDERS else "name"
    words = search_words(request)
    students = queries.matching(access.caseload(request.user).select_related("school"), words)
    students = list(students.order_by(*queries.BY_NAME)[:300])
    rows = queries.rows_for(students, today=clock.today(), with_growth=True)
    timed = set(access.caseload(request.user, "clocks.read").values_list("pk", flat=True))
    for row in rows:
        # The evaluation's clock tells of the classification; not everybody of a team reads that.
        row.triennial_on = row.triennial_on if row.student.pk in timed else None
    if order != "name":
        rows = queries.in_order(rows, order)
    if request.GET.get("as") == "csv":
        return _csv(request, rows) if proved(request) else ask(request)
    context = {"rows": rows, "order": order, "q": words, "today": clock.today(), "sorts": _sorts(order, words)}
    return render(request, "home/caseload.html", context)


def _sorts(order, words):
    labels = {
        "name": _("Name"),
        "review": _("Annual review"),
        "triennial": _("Three-year review"),
        "growth": _("Growth"),
    }
    return [{"value": value, "label": labels[value], "current": value == order} for value in CASELOAD_ORDERS]


def school(request, pk):
    """All students of a school, for those who lead it."""
    held = access.posts(request.user)
    found = next((school for school in _schools(held) if school.pk == pk), None)
    if found is None:
        raise NotYours
    words = search_words(request)
    students = access.school_students(request.user, held=held).filter(school=found)
    part = queries.window(
        queries.matching(students, words),
        size=PAGE,
        after=_number(request.GET.get("after", "")),
        begins=search_words(request, "from", 5),
    )
    rows = queries.rows_for(part.students, today=clock.today(), with_growth=False)
    context = {"school": found, "window": part, "rows": rows, "q": words, "today": clock.today(), "letters": LETTERS}
    return render(request, "home/school.html", context)


def _number(text):
    try:
        return ids.read(text)
    except ValueError:
        return None


def _csv(request, rows):
    """The same list as a file for a spreadsheet; taking it out stands in the trail of each child."""
    try:
        take_list(by=request.user, students=[row.student for row in rows], deed="took out the caseload")
    except Cannot as reason:
        messages.error(request, str(reason))
        return redirect("home:caseload")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="caseload.csv"'
    response.write("\ufeff")
    out = csv.writer(response)
    out.writerow([_("Name"), _("Grade"), _("School"), _("Annual review"), _("Three-year review"), _("Growth")])
    for row in rows:
        growth = "; ".join(word.text for word in row.growth_words)
        cells = [
            row.student.name,
            row.student.get_grade_display(),
            row.student.school.name,
            row.review_on,
            row.triennial_on,
            growth,
        ]
        out.writerow([as_cell(cell) for cell in cells])
    return response


def as_cell(value):
    """Text that a spreadsheet program shows and never runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def thread(request, pk):
    """The student's first page: strength, need, goal, support, growth, drawn."""
    student = access.student_for(request.user, pk, part="thread")
    if student.relation in FAMILY:
        return redirect("home:child", pk=student.pk)
    chosen = request.GET.get("plan")
    page = thread_page.build(request.user, student, draft=chosen == "draft", today=clock.today())
    return render(request, "home/thread.html", {"student": student, **page})


def history(request, pk):
    """Who saw or changed this record, when, and why they were allowed to."""
    student = access.student_for(request.user, pk, "trail.read", part="history")
    page = Paginator(queries.trail_of(request.user, student), PAGE).get_page(request.GET.get("page"))
    context = {
        "student": student,
        "page": page,
        "items": [told(line, student) for line in page.object_list],
        "space_base": "family.html" if student.relation in FAMILY else "educator.html",
    }
    return render(request, "home/history.html", context)
