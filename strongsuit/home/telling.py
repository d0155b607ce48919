"""A line of the trail in words that a parent can read."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from strongsuit.audit.models import Entry, Kind
from strongsuit.people.roles import Relation
from strongsuit.students.models import Student

# What a page showed, as the doors name it.
PARTS = {
    "student.read": gettext_lazy("the first page of the record"),
    "thread": gettext_lazy("the thread from strength to growth"),
    "plan": gettext_lazy("the plan"),
    "plan.read": gettext_lazy("the plan"),
    "goal": gettext_lazy("a goal"),
    "history": gettext_lazy("this list"),
    "strengths.read": gettext_lazy("the strengths"),
    "progress.read": gettext_lazy("the progress"),
    "meeting.read": gettext_lazy("the meetings"),
    "team.read": gettext_lazy("the team"),
    "summary.read": gettext_lazy("the summary for teachers"),
}


def told(line: Entry, student: Student) -> dict[str, object]:
    """When, who, what and why, for the timeline."""
    who = line.actor.name if line.actor else line.agent
    if line.kind == Kind.SAW:
        title = _("%(who)s looked at %(part)s") % {"who": who, "part": PARTS.get(line.deed, line.deed)}
    else:
        title = _("%(who)s: %(deed)s") % {"who": who, "deed": line.deed}
    return {
        "when": date_format(localtime(line.at), "DATETIME_FORMAT"),
        "title": title,
        "text": reason(line, student),
        "icon": "eye" if line.kind == Kind.SAW else "edit",
    }


def reason(line: Entry, student: Student) -> str:
    """Why it was allowed: the relation in words."""
    if line.because not in Relation.values:
        return line.because
    return _("Because this person %(relation)s.") % {
        "relation": str(Relation(line.because).label) % {"student": student.called}
    }
