"""The district's trail, line by line: who did what, with whose record, and why it was allowed."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strongsuit.audit.models import Entry
from strongsuit.people.models import Account, District
from strongsuit.people.roles import Relation
from strongsuit.plans.models import FrozenPlan, Plan
from strongsuit.students import access
from strongsuit.students.models import Student

# The person and the student are one: a number says nothing here.
OWN = {
    Relation.SELF: gettext_lazy("it is the student's own record"),
    Relation.ADULT_SELF: gettext_lazy("it is the student's own record, and the student holds the rights"),
}
PLAN, FROZEN = Plan._meta.label, FrozenPlan._meta.label


def told(viewer: Account, district: District, lines: Iterable[Entry]) -> list[dict[str, object]]:
    """The lines for the page; as many questions to the database for fifty as for one."""
    lines = list(lines)
    numbers = {line.student for line in lines if line.student}
    students = Student.objects.filter(district=district).in_bulk(numbers)
    may_open = access.school_students(viewer, "trail.read", held=access.posts(viewer)).filter(pk__in=numbers)
    opened = set(may_open.values_list("pk", flat=True))
    plans = _plans(district, lines)
    return [
        {
            "at": line.at,
            "who": line.actor.name if line.actor else line.agent,
            "deed": line.deed,
            "plan": _("version %(number)s") % {"number": plans[_thing(line)]} if _thing(line) in plans else "",
            **_whose(students.get(line.student or 0), opened),
            "reason": _reason(line, students.get(line.student or 0)),
        }
        for line in lines
    ]


def _thing(line: Entry) -> tuple[str, int]:
    return line.target, line.target_id or 0


def _plans(district: District, lines: list[Entry]) -> dict[tuple[str, int], int]:
    """The number of each plan that a line is about, as itself or as what was frozen when it was adopted."""
    named = {label: {line.target_id or 0 for line in lines if line.target == label} for label in (PLAN, FROZEN)}
    own = Plan.objects.filter(district=district, pk__in=named[PLAN]).values_list("pk", "number")
    frozen = FrozenPlan.objects.filter(district=district, pk__in=named[FROZEN]).values_list("pk", "number")
    return {(PLAN, pk): number for pk, number in own} | {(FROZEN, pk): number for pk, number in frozen}


def _whose(student: Student | None, opened: set[int]) -> dict[str, str]:
    """Initials, number and the way there for those who may open the record; only its number for the others."""
    if student is None:
        return {"whose": "", "url": ""}
    if student.pk not in opened:
        return {"whose": student.local_id, "url": ""}
    return {"whose": f"{_initials(student)} · {student.local_id}", "url": reverse("home:history", args=[student.pk])}


def _initials(student: Student) -> str:
    return f"{student.called[:1]}{student.family_name[:1]}".upper()


def _reason(line: Entry, student: Student | None) -> str:
    """The relation in words; a code that is no relation says nothing to anybody and stays out."""
    if line.because not in Relation.values:
        return ""
    relation = Relation(line.because)
    if relation in OWN:
        return str(OWN[relation])
    called = student.local_id if student else _("a student")
    return str(relation.label) % {"student": called}
