"""The one door to a student's record: who may do what, and because of which relation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from strongsuit.audit.trail import saw
from strongsuit.knowledge.terms import Group
from strongsuit.people.models import Account, StaffPost
from strongsuit.people.roles import POST_RELATIONS, STUDENT_ABILITIES, TEAM_RELATIONS, Relation, Role
from strongsuit.students.models import Guardian, Student, TeamMember
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours


@dataclass(frozen=True, slots=True)
class Grant:
    """The answer yes, with its reason."""

    relation: Relation
    because: str


# Whose voice a person speaks with; everybody else speaks for the school.
GROUP_OF: dict[Relation, Group] = {
    Relation.SELF: Group.STUDENT,
    Relation.ADULT_SELF: Group.STUDENT,
    Relation.GUARDIAN: Group.FAMILY,
    Relation.INFORMED: Group.FAMILY,
}


def group_of(relation: Relation) -> Group:
    return GROUP_OF.get(relation, Group.SCHOOL)


def holding(today: date, begin: str = "starts_on", end: str = "ends_on") -> Q:
    """Rows whose span includes ``today``; an empty end is open, and so is an empty begin."""
    return (Q(**{f"{begin}__lte": today}) | Q(**{f"{begin}__isnull": True})) & (
        Q(**{f"{end}__gte": today}) | Q(**{f"{end}__isnull": True})
    )


def deciding(today: date) -> Q:
    """Guardians who decide: until the rights pass to the student, and after that by an order from then on."""
    grown = Q(student__rights_transferred_on__isnull=False, student__rights_transferred_on__lte=today)
    appointed = ~Q(order="") & Q(rights_from__gte=F("student__rights_transferred_on"))
    return Q(may_decide=True) & (~grown | appointed)


# Every relation of one person to one student in one query. Written out, because each page asks it and the ORM
# spends more time composing it than the database spends answering. What grew from working here ends with the post.
EMPLOYED = """EXISTS (SELECT 1 FROM people_staffpost AS held
   WHERE held.account_id = %(viewer)s AND held.district_id = %(district)s
     AND held.starts_on <= %(today)s AND (held.ends_on IS NULL OR held.ends_on >= %(today)s))"""
RELATIONS = f"""
SELECT 'team', relation FROM students_teammember
 WHERE student_id = %(student)s AND account_id = %(viewer)s
   AND starts_on <= %(today)s AND (ends_on IS NULL OR ends_on >= %(today)s) AND {EMPLOYED}
UNION ALL
SELECT 'post', role FROM people_staffpost
 WHERE account_id = %(viewer)s AND role IN ('chair', 'leader', 'district')
   AND (school_id = %(school)s OR (school_id IS NULL AND district_id = %(district)s))
   AND starts_on <= %(today)s AND (ends_on IS NULL OR ends_on >= %(today)s)
UNION ALL
SELECT 'family', CASE
   WHEN (rights_from IS NOT NULL AND rights_from > %(today)s)
     OR (rights_until IS NOT NULL AND rights_until < %(today)s) THEN 'none'
   WHEN may_decide AND (%(grown)s = 0 OR ("order" <> '' AND rights_from >= %(passed)s)) THEN 'guardian'
   WHEN may_see_record THEN 'informed' ELSE 'none' END
  FROM students_guardian WHERE student_id = %(student)s AND account_id = %(viewer)s
UNION ALL
SELECT 'opened', 'reason' FROM students_reasonedaccess
 WHERE student_id = %(student)s AND account_id = %(viewer)s AND until > %(now)s AND {EMPLOYED}
"""


def relations(viewer: Account, student: Student, *, today: date | None = None) -> tuple[Relation, ...]:
    """Every relation of ``viewer`` to ``student`` that holds today where the school is, in one query."""
    today = today or clock.today(student.district.time_zone)
    passed = student.rights_transferred_on
    values = {
        "student": student.pk,
        "viewer": viewer.pk,
        "school": student.school_id,
        "district": student.district_id,
        "today": connection.ops.adapt_datefield_value(today),
        "now": connection.ops.adapt_datetimefield_value(clock.now()),
        # Once the rights are the student's, only an order from then on lets a guardian decide.
        "grown": int(passed is not None and passed <= today),
        "passed": connection.ops.adapt_datefield_value(passed or today),
    }
    with connection.cursor() as cursor:
        cursor.execute(RELATIONS, values)
        rows = cursor.fetchall()
    return _settled(rows, viewer, student, today)


def _settled(rows: Iterable[tuple[str, str]], viewer: Account, student: Student, today: date) -> tuple[Relation, ...]:
    rows = list(rows)
    if student.account_id == viewer.pk:
        adult = student.rights_transferred_on is not None and student.rights_transferred_on <= today
        return (Relation.ADULT_SELF if adult else Relation.SELF,)
    family = [value for kind, value in rows if kind == "family"]
    if family:
        # Staff whose own child attends lose the staff view of that child.
        return tuple(Relation(value) for value in family if value != "none")
    found = [Relation(value) for kind, value in rows if kind == "team"]
    found += [POST_RELATIONS[Role(value)] for kind, value in rows if kind == "post"]
    found += [Relation.REASON for kind, _value in rows if kind == "opened"]
    return tuple(dict.fromkeys(found))


def grant(viewer: Account, ability: str, student: Student, *, today: date | None = None) -> Grant | None:
    """Why ``viewer`` may do ``ability`` with ``student``, or None."""
    if not viewer.is_authenticated or not viewer.is_active:
        return None
    allowed = STUDENT_ABILITIES[ability]
    for relation in relations(viewer, student, today=today):
        if relation in allowed:
            return Grant(relation, str(relation.label) % {"student": student.called})
    return None


def grants(viewer: Account, student: Student, *, today: date | None = None) -> frozenset[str]:
    """Every ability that ``viewer`` has with ``student``: what a page may offer."""
    held = relations(viewer, student, today=today)
    return frozenset(name for name, allowed in STUDENT_ABILITIES.items() if not allowed.isdisjoint(held))


def require(viewer: Account, ability: str, student: Student, *, today: date | None = None) -> Grant:
    """The same as ``grant``, for actions: raises NotYours (404) when there is none."""
    found = grant(viewer, ability, student, today=today)
    if found is None:
        raise NotYours(_("There is nothing here for you."))
    return found


def student_for(
    viewer: Account, pk: int, ability: str = "student.read", *, part: str = "", today: date | None = None
) -> Student:
    """The student behind the door, 404 for everybody without a reason. Notes in the trail that ``part`` was shown.

    The student carries ``abilities``: everything this viewer may do with this record, asked once.
    """
    student = Student.objects.select_related("school", "district").filter(pk=pk).first()
    if student is None:
        raise NotYours
    return opened(viewer, student, ability, part=part, today=today)


def opened(viewer: Account, student: Student, ability: str, *, part: str = "", today: date | None = None) -> Student:
    """The same door for a student who was read together with what is asked for, with school and district."""
    if not viewer.is_authenticated or not viewer.is_active:
        raise NotYours
    held = relations(viewer, student, today=today)
    reason = next((relation for relation in held if relation in STUDENT_ABILITIES[ability]), None)
    if reason is None:
        raise NotYours
    student.abilities = frozenset(name for name, allowed in STUDENT_ABILITIES.items() if not allowed.isdisjoint(held))
    student.relation = reason
    saw(
        viewer,
        part or ability,
        student=student.pk,
        district=student.district_id,
        because=reason,
    )
    return student


def caseload(viewer: Account, ability: str = "student.read", *, today: date | None = None) -> QuerySet[Student]:
    """The students whose team ``viewer`` is on with a relation that holds ``ability``; own children left out."""
    today = today or clock.today()
    allowed = [relation for relation in TEAM_RELATIONS if relation in STUDENT_ABILITIES[ability]]
    employed = StaffPost.objects.filter(holding(today), account=viewer).values("district")
    team = TeamMember.objects.filter(holding(today), account=viewer, relation__in=allowed, district__in=employed)
    own = Guardian.objects.filter(account=viewer).values("student")
    return Student.objects.filter(pk__in=team.values("student"), left_on=None).exclude(pk__in=own)


def children(viewer: Account, ability: str = "student.read", *, today: date | None = None) -> QuerySet[Student]:
    """The students whose guardian ``viewer`` is with rights that hold today, and oneself once one is of age."""
    today = today or clock.today()
    rights = Q()
    if Relation.INFORMED not in STUDENT_ABILITIES[ability]:
        rights = deciding(today)
    own = Guardian.objects.filter(
        holding(today, "rights_from", "rights_until"), rights, account=viewer, may_see_record=True
    )
    # Whoever holds their own rights finds their own record where parents find their children's.
    return Student.objects.filter(_grown(viewer, today) | Q(pk__in=own.values("student")))


def oneself(viewer: Account, *, today: date | None = None) -> QuerySet[Student]:
    """The record of a student who holds their own rights."""
    return Student.objects.filter(_grown(viewer, today or clock.today()))


def _grown(viewer: Account, today: date) -> Q:
    return Q(account=viewer, rights_transferred_on__lte=today)


def posts(viewer: Account, *, today: date | None = None) -> list[StaffPost]:
    """The posts of ``viewer`` that hold today, with school and district."""
    today = today or clock.today()
    return list(StaffPost.objects.filter(holding(today), account=viewer).select_related("school", "district"))


def school_students(
    viewer: Account, ability: str = "student.read", *, held: Iterable[StaffPost], today: date | None = None
) -> QuerySet[Student]:
    """The students of every school (or district) where a post in ``held`` grows into a relation with ``ability``."""
    schools, districts = set(), set()
    for post in held:
        relation = POST_RELATIONS.get(Role(post.role))
        if relation is None or relation not in STUDENT_ABILITIES[ability]:
            continue
        if post.school_id:
            schools.add(post.school_id)
        else:
            districts.add(post.district_id)
    own = Guardian.objects.filter(account=viewer).values("student")
    reach = Q(pk__in=[])
    if districts:
        reach |= Q(district__in=districts)
    if schools:
        reach |= Q(school__in=schools)
    return Student.objects.filter(reach, left_on=None).exclude(pk__in=own)
