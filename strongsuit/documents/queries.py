"""The doors to papers."""

from django.db.models import QuerySet

from strongsuit.documents.models import Copy
from strongsuit.people.models import Account
from strongsuit.plans.queries import OPENS
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours


def copies_of(viewer: Account, student: Student) -> QuerySet[Copy]:
    """The papers of a student that this person may print, newest first; ``student`` came through its door."""
    states = [state for state, ability in OPENS.items() if ability in student.abilities]
    found = Copy.objects.filter(student=student, plan__state__in=states).select_related("plan")
    if "summary.read" not in student.abilities:
        found = found.exclude(kind=Copy.Kind.SUMMARY)
    return found.order_by("-asked_at", "-id")


def copy_for(viewer: Account, pk: int) -> Copy:
    """One paper behind the doors of its student and of its plan."""
    found = Copy.objects.filter(pk=pk).select_related("plan").first()
    if found is None:
        raise NotYours
    found.student = student_for(viewer, found.student_id, "paper.print", part="paper")
    if not copies_of(viewer, found.student).filter(pk=pk).exists():
        raise NotYours
    return found
