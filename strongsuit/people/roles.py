"""One table: what each post may do in the district, and what each relation may do with a student's record."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The post a person holds. A post alone opens no student's plan, except where a relation below grows from it."""

    TEACHER = "teacher", _("Teacher")
    PROVIDER = "provider", _("Therapist or related-service provider")
    AIDE = "aide", _("Classroom aide")
    PSYCHOLOGIST = "psychologist", _("School psychologist")
    CHAIR = "chair", _("Committee chair")
    LEADER = "leader", _("School leader")
    REGISTRAR = "registrar", _("District records and roster")
    DISTRICT = "district", _("District special-education office")


class Relation(models.TextChoices):
    """Why somebody may open one student's record (34 CFR 99.31(a)(1), 300.323(d))."""

    CASE_MANAGER = "case_manager", _("case manager of %(student)s")
    SPECIAL_TEACHER = "special_teacher", _("special education teacher of %(student)s")
    PROVIDER = "provider", _("provides a service to %(student)s")
    GENERAL_TEACHER = "general_teacher", _("teaches %(student)s")
    AIDE = "aide", _("supports %(student)s in class")
    CHAIR = "chair", _("chairs the committee for the school of %(student)s")
    LEADER = "leader", _("leads the school of %(student)s")
    DISTRICT = "district", _("special-education office of the district of %(student)s")
    REASON = "reason", _("gave a reason to open the record of %(student)s")
    GUARDIAN = "guardian", _("parent or guardian of %(student)s")
    INFORMED = "informed", _("parent of %(student)s with the right to be informed")
    SELF = "self", _("is %(student)s")
    ADULT_SELF = "adult_self", _("is %(student)s and holds the rights")


TEAM_RELATIONS = (
    Relation.CASE_MANAGER,
    Relation.SPECIAL_TEACHER,
    Relation.PROVIDER,
    Relation.GENERAL_TEACHER,
    Relation.AIDE,
    Relation.CHAIR,
)

# The posts that a part on a team needs, in the student's school or for the whole district.
TEAM_POSTS: dict[Relation, frozenset[Role]] = {
    Relation.CASE_MANAGER: frozenset({Role.TEACHER, Role.PROVIDER, Role.PSYCHOLOGIST, Role.CHAIR}),
    Relation.SPECIAL_TEACHER: frozenset({Role.TEACHER}),
    Relation.PROVIDER: frozenset({Role.TEACHER, Role.PROVIDER, Role.PSYCHOLOGIST}),
    Relation.GENERAL_TEACHER: frozenset({Role.TEACHER}),
    Relation.AIDE: frozenset({Role.AIDE, Role.TEACHER}),
    Relation.CHAIR: frozenset({Role.CHAIR, Role.LEADER, Role.PSYCHOLOGIST, Role.DISTRICT}),
}

_C, _S, _P, _G, _A = (
    Relation.CASE_MANAGER,
    Relation.SPECIAL_TEACHER,
    Relation.PROVIDER,
    Relation.GENERAL_TEACHER,
    Relation.AIDE,
)
_CH, _L, _D, _R = Relation.CHAIR, Relation.LEADER, Relation.DISTRICT, Relation.REASON
_GU, _IN, _ME, _AD = Relation.GUARDIAN, Relation.INFORMED, Relation.SELF, Relation.ADULT_SELF

# ability -> the relations that hold it. Read it as a page: it is the whole answer to "who may do what with a student".
STUDENT_ABILITIES: dict[str, frozenset[Relation]] = {
    "student.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _D, _R, _GU, _IN, _ME, _AD}),
    "student.write": frozenset({_C, _CH}),
    "eligibility.read": frozenset({_C, _S, _P, _CH, _L, _R, _GU, _IN, _AD}),
    "eligibility.write": frozenset({_C, _CH}),
    "contacts.read": frozenset({_C, _CH, _L}),
    "contacts.write": frozenset({_C, _CH}),
    "team.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _D, _R, _GU, _IN, _ME, _AD}),
    "team.write": frozenset({_C, _CH}),
    "strengths.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _R, _GU, _IN, _ME, _AD}),
    "strengths.write": frozenset({_C, _S, _P, _G, _A, _CH, _GU, _ME, _AD}),
    "strengths.edit": frozenset({_C, _S, _CH}),
    "words.read": frozenset({_C, _S, _P, _G, _CH, _L, _R, _GU, _IN, _ME, _AD}),
    "words.write": frozenset({_ME, _AD}),
    "words.scribe": frozenset({_C, _S, _P}),
    # The student's own papers: made by the student alone, read by others once they are shared.
    "page.own": frozenset({_ME, _AD}),
    "page.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _R, _GU, _IN, _ME, _AD}),
    # Before a meeting the student looks at what it will show.
    "preview.own": frozenset({_ME, _AD}),
    # Good days are told by student and family.
    "day.write": frozenset({_GU, _ME, _AD}),
    # What a student said to the team. A matter of safety is read by case manager, chair and the student alone.
    "voice.read": frozenset({_C, _S, _P, _G, _CH, _L, _R, _GU, _IN, _ME, _AD}),
    "voice.safety": frozenset({_C, _CH}),
    # The school's page of it: who may not read there still writes down what the student said in passing.
    "voice.page": frozenset({_C, _S, _P, _G, _A, _CH, _L, _R}),
    "voice.own": frozenset({_ME, _AD}),
    "voice.note": frozenset({_C, _S, _P, _G, _A, _CH, _L, _GU}),
    "voice.withdraw": frozenset({_ME, _AD, _GU}),
    "voice.move": frozenset({_C, _S, _P, _CH}),
    "voice.lead": frozenset({_CH}),
    "plan.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _R, _GU, _IN, _AD}),
    "plan.draft": frozenset({_C, _S, _P, _G, _CH}),
    "plan.proposed": frozenset({_C, _S, _P, _G, _CH, _L, _GU, _IN, _AD}),
    "plan.write": frozenset({_C, _S, _P, _CH}),
    "plan.share": frozenset({_C, _CH}),
    "plan.adopt": frozenset({_CH}),
    "plan.ask": frozenset({_GU, _IN, _AD}),
    "summary.read": frozenset({_C, _S, _P, _G, _A, _CH, _L}),
    "meeting.read": frozenset({_C, _S, _P, _G, _CH, _L, _GU, _IN, _AD, _ME}),
    # One meeting, for whoever is asked to it: an aide who works with the student is, and reads of no other.
    "meeting.invited": frozenset({_C, _S, _P, _G, _A, _CH, _L, _GU, _IN, _AD, _ME}),
    "meeting.write": frozenset({_C, _CH}),
    "meeting.sign": frozenset({_GU, _AD, _CH}),
    "progress.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _R, _GU, _IN, _AD}),
    "progress.record": frozenset({_C, _S, _P, _G, _A}),
    "report.write": frozenset({_C, _S, _P}),
    "report.send": frozenset({_C}),
    "report.read": frozenset({_C, _S, _P, _G, _CH, _L, _GU, _IN, _AD}),
    # A good moment is written by the team, answered by the student, and then read at home.
    "milestone.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _GU, _IN, _ME, _AD}),
    "milestone.write": frozenset({_C, _S, _P, _G, _A}),
    "milestone.send": frozenset({_C}),
    "milestone.joy": frozenset({_GU, _IN, _AD}),
    "support.given": frozenset({_C, _S, _P, _G, _A}),
    "growth.mine": frozenset({_ME, _AD}),
    "weave.answer": frozenset({_ME, _AD}),
    "rating.write": frozenset({_ME, _AD}),
    "rating.read": frozenset({_C, _S, _P, _G, _A, _CH, _L, _R, _GU, _IN, _ME, _AD}),
    "rating.view": frozenset({_C, _S, _P, _G, _A, _CH, _GU}),
    "rating.trial": frozenset({_C, _S, _P, _CH}),
    "paper.print": frozenset({_C, _S, _P, _CH, _L, _GU, _IN, _AD}),
    "trail.read": frozenset({_C, _CH, _L, _D, _GU, _IN, _AD}),
    "clocks.read": frozenset({_C, _S, _P, _CH, _L, _D, _R}),
}

# ability -> the posts that hold it, in the post's own school or, without one, in its district.
POST_ABILITIES: dict[str, frozenset[Role]] = {
    "district.overview": frozenset({Role.DISTRICT, Role.CHAIR, Role.LEADER}),
    "district.people": frozenset({Role.DISTRICT, Role.REGISTRAR}),
    "roster.import": frozenset({Role.DISTRICT, Role.REGISTRAR}),
    "calendar.write": frozenset({Role.DISTRICT, Role.REGISTRAR}),
    "trail.district": frozenset({Role.DISTRICT}),
    "class.device": frozenset({Role.TEACHER, Role.PROVIDER, Role.CHAIR}),
    "record.reason": frozenset({Role.PSYCHOLOGIST, Role.LEADER, Role.CHAIR, Role.DISTRICT}),
}

# The posts out of which a relation to every student of the school (or district) grows.
POST_RELATIONS: dict[Role, Relation] = {
    Role.CHAIR: Relation.CHAIR,
    Role.LEADER: Relation.LEADER,
    Role.DISTRICT: Relation.DISTRICT,
}
