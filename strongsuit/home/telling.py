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
    "plans": gettext_lazy("the list of plans"),
    "goal": gettext_lazy("a goal"),
    "history": gettext_lazy("this list"),
    "strengths.read": gettext_lazy("the strengths"),
    "words.read": gettext_lazy("the student's own words"),
    "our view": gettext_lazy("the family's view"),
    "our year": gettext_lazy("the story of the year"),
    "my strengths": gettext_lazy("the student's own page about strengths"),
    "my first page": gettext_lazy("the student's first page"),
    "my meeting": gettext_lazy("the student's page about the meeting"),
    "my goals": gettext_lazy("the student's goals"),
    "child's page": gettext_lazy("the family's first page"),
    "progress": gettext_lazy("the progress"),
    "progress.read": gettext_lazy("the progress"),
    "growth report": gettext_lazy("a growth report"),
    "meeting.read": gettext_lazy("the meetings"),
    "team": gettext_lazy("the team"),
    "team.read": gettext_lazy("the team"),
    "record": gettext_lazy("the details of the record"),
    "summary": gettext_lazy("the summary for teachers"),
    "summary.read": gettext_lazy("the summary for teachers"),
    "paper": gettext_lazy("the papers"),
    "family plan": gettext_lazy("the family's page of the plan"),
    "growth reports": gettext_lazy("the list of growth reports"),
    "my one-pager": gettext_lazy("the student's own one-pager"),
    "one-pager": gettext_lazy("the one-pager that the student shared"),
    "my asks": gettext_lazy("how the student asks for things"),
    "good day": gettext_lazy("what a good day is made of"),
    "good moments": gettext_lazy("the notes of good moments"),
    "support card": gettext_lazy("the support card for teachers"),
    "question": gettext_lazy("a question of the family"),
    "voice": gettext_lazy("what the student said to the team"),
    "what the student said": gettext_lazy("what the student said to the team"),
    "what helps": gettext_lazy("what the student says of each support"),
    "what helps me": gettext_lazy("the student's page about what helps"),
    "strengths finder": gettext_lazy("the strengths finder"),
    "my pictures": gettext_lazy("the student's pictures"),
}

# Why it was allowed, a whole sentence for each relation.
REASONS = {
    Relation.CASE_MANAGER: gettext_lazy("This person is the case manager of %(student)s."),
    Relation.SPECIAL_TEACHER: gettext_lazy("This person is a special education teacher of %(student)s."),
    Relation.PROVIDER: gettext_lazy("This person gives %(student)s a service of the plan."),
    Relation.GENERAL_TEACHER: gettext_lazy("This person teaches %(student)s."),
    Relation.AIDE: gettext_lazy("This person supports %(student)s in class."),
    Relation.CHAIR: gettext_lazy("This person chairs the committee that plans with %(student)s."),
    Relation.LEADER: gettext_lazy("This person leads the school of %(student)s."),
    Relation.DISTRICT: gettext_lazy("This person works in the district's special education office."),
    Relation.REASON: gettext_lazy("This person gave a reason to open the record of %(student)s for one day."),
    Relation.GUARDIAN: gettext_lazy("This person is a parent or guardian of %(student)s."),
    Relation.INFORMED: gettext_lazy("This person is a parent of %(student)s with the right to be informed."),
    Relation.SELF: gettext_lazy("This is %(student)s."),
    Relation.ADULT_SELF: gettext_lazy("This is %(student)s, who holds the rights."),
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
    return str(REASONS[Relation(line.because)]) % {"student": student.called}
