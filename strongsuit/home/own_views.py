"""The first pages of students and of families: the next small step, and the one thing that waits."""

from django.db.models import F
from django.shortcuts import redirect, render

from strongsuit.home import own_pages
from strongsuit.home.family_year import story
from strongsuit.people.models import Account
from strongsuit.students import access
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours


def me(request):
    """The student's home: one small step, the days until the meeting, what I do well."""
    if request.user.kind != Account.Kind.STUDENT:
        raise NotYours
    student = getattr(request.user, "student", None)
    if student is None:
        raise NotYours
    student = access.student_for(request.user, student.pk, "growth.mine", part="my first page")
    return render(request, "home/me.html", {"student": student, **own_pages.for_student(student, today=clock.today())})


def family(request):
    """One card per child; straight on where there is one."""
    children = list(
        access.children(request.user).select_related("school").order_by(F("birth_date").asc(nulls_last=True), "pk")
    )
    if len(children) == 1:
        return redirect("home:child", pk=children[0].pk)
    return render(request, "home/family.html", {"children": children})


def child(request, pk):
    """A child's page for the family: what waits, what is next, what grew."""
    student = access.student_for(request.user, pk, "report.read", part="child's page")
    if student.relation not in own_pages.FAMILY:
        raise NotYours
    page = own_pages.for_family(student, request.user, today=clock.today())
    return render(request, "home/child.html", {"student": student, **page})


def year(request, pk):
    """The year of a child for the family: strengths found, where they were used, what grew."""
    student = access.student_for(request.user, pk, "report.read", part="our year")
    if student.relation not in own_pages.FAMILY:
        raise NotYours
    told = story(student, request.user, today=clock.today())
    return render(request, "home/family_year.html", {"student": student, **told})
