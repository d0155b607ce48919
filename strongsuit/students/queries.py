"""The doors to a student's team, family and record; contact facts leave only through the door made for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from strongsuit.people.models import Account, District, StaffPost
from strongsuit.people.queries import offices, unfinished
from strongsuit.people.roles import STUDENT_ABILITIES, TEAM_POSTS, Relation
from strongsuit.students.access import relations, student_for
from strongsuit.students.models import PARTS, Eligibility, Guardian, ReasonedAccess, Student, TeamMember
from strongsuit.web.refusals import NotYours

MOST_PEOPLE = 20


@dataclass(frozen=True, slots=True)
class Team:
    """Everybody who works, will work or has worked with one student."""

    now: tuple[TeamMember, ...]
    later: tuple[TeamMember, ...]
    before: tuple[TeamMember, ...]

    @property
    def case_manager(self) -> TeamMember | None:
        return next((member for member in self.now if member.relation == Relation.CASE_MANAGER), None)


@dataclass(frozen=True, slots=True)
class Relative:
    """One person of the family; ``facts`` is there only for those who may read contact facts."""

    pk: int
    name: str
    relationship: str
    language: str
    interpreter: bool
    facts: Guardian | None


def team_of(student: Student, *, today: date) -> Team:
    """``student`` came through its door. One query."""
    order = list(PARTS)
    members = sorted(
        TeamMember.objects.filter(student=student).select_related("account"),
        key=lambda member: (order.index(Relation(member.relation)), member.account.name, member.starts_on),
    )
    ended = [member for member in members if member.ends_on and member.ends_on < today]
    ended.sort(key=lambda member: (member.ends_on, member.starts_on), reverse=True)
    return Team(
        now=tuple(member for member in members if member not in ended and member.starts_on <= today),
        later=tuple(member for member in members if member.starts_on > today),
        before=tuple(ended),
    )


def member_of(student: Student, pk: int) -> TeamMember | None:
    """A part on the team of a student who came through the door for changing it."""
    found = TeamMember.objects.filter(student=student, pk=pk).select_related("account").first()
    if found is not None:
        found.student = student
    return found


def posts_for(student: Student, parts: Iterable[Relation], *, today: date) -> QuerySet[StaffPost]:
    """The posts in the student's school, or for the whole district, that suit one of these parts on the team."""
    roles = {role for part in parts for role in TEAM_POSTS[part]}
    posts = StaffPost.objects.filter(unfinished(today), district=student.district_id, role__in=roles)
    return posts.filter(Q(school=student.school_id) | Q(school=None))


def colleagues(
    student: Student, parts: Iterable[Relation], *, today: date, words: str = "", pk: int | None = None
) -> list[Account]:
    """People whose post suits one of these parts, those of the student's school first; never the family."""
    posts = posts_for(student, parts, today=today)
    family = Guardian.objects.filter(student=student, account__isnull=False)
    found = Account.objects.filter(pk__in=posts.values("account"), is_active=True, kind=Account.Kind.ADULT)
    found = found.exclude(pk__in=family.values("account"))
    for word in words.split()[:5]:
        found = found.filter(name__icontains=word)
    if pk is not None:
        found = found.filter(pk=pk)
    here = Exists(posts.filter(account=OuterRef("pk"), school=student.school_id))
    held = Prefetch("posts", queryset=posts.select_related("school", "district"), to_attr="posts_here")
    return list(found.annotate(here=here).order_by("-here", "name", "pk").prefetch_related(held)[:MOST_PEOPLE])


def family_of(student: Student) -> list[Relative]:
    """``student`` came through its door and carries what this viewer may do. One query."""
    shown = "contacts.read" in student.abilities
    guardians = Guardian.objects.filter(student=student).select_related("account").order_by("-may_decide", "name", "pk")
    return [_relative(each, with_facts=shown) for each in guardians]


def _relative(each: Guardian, *, with_facts: bool) -> Relative:
    facts = each if with_facts else None
    return Relative(each.pk, each.name, each.get_relationship_display(), each.language, each.interpreter, facts)


def guardian_of(student: Student, pk: int) -> Guardian | None:
    """A guardian of a student who came through the door for changing contacts."""
    found = Guardian.objects.filter(student=student, pk=pk).select_related("account").first()
    if found is not None:
        found.student = student
    return found


def own_entry(viewer: Account, student: Student) -> Guardian | None:
    """What the school has written down about the viewer as a parent; never another parent's entry."""
    return Guardian.objects.filter(student=student, account=viewer).first()


def eligibility_of(student: Student) -> tuple[Eligibility | None, list[Eligibility]]:
    """What holds now, and what held before, the newest first."""
    found = list(Eligibility.objects.filter(student=student).order_by("-eligible_on", "-id"))
    now = next((each for each in found if each.ended_on is None), None)
    return now, [each for each in found if each.ended_on is not None]


def may_give_reason(viewer: Account, *, today: date | None = None) -> set[int]:
    """The districts in which ``viewer`` may open a record for a stated reason."""
    return {post.district_id for post in offices(viewer, "record.reason", today=today)}


def outside_students(viewer: Account) -> QuerySet[Student]:
    """Students whose record ``viewer`` might open for a reason; 404 without such a post. Never one's own child."""
    districts = may_give_reason(viewer)
    if not districts:
        raise NotYours
    own = Guardian.objects.filter(account=viewer).values("student")
    return Student.objects.filter(district__in=districts).exclude(pk__in=own).select_related("school", "district")


def students_exactly(viewer: Account, *, local_id: str = "", family_name: str = "", born: date | None) -> list[Student]:
    """Only the student one already knows of: by number, or by the whole family name and the day of birth."""
    reach = outside_students(viewer)
    if local_id:
        return list(reach.filter(local_id=local_id)[:2])
    wanted = family_name.casefold()
    if born is None:
        return []
    born_then = reach.filter(birth_date=born).order_by("given_name", "pk")
    return [student for student in born_then if student.family_name.casefold() == wanted]


def without_birth_date(district: District) -> int:
    """How many students here have no birth date on file; a number for the office, without names."""
    return Student.objects.filter(district=district, left_on=None, birth_date=None).count()


def outside_student_for(viewer: Account, pk: int) -> tuple[Student, bool]:
    """One such student, and whether the viewer may read the plan already."""
    student = outside_students(viewer).filter(pk=pk).first()
    if student is None:
        raise NotYours
    held = set(relations(viewer, student))
    return student, not STUDENT_ABILITIES["plan.read"].isdisjoint(held)


def open_reasons(now: datetime) -> QuerySet[ReasonedAccess]:
    return (
        ReasonedAccess.objects.filter(until__gt=now)
        .select_related("account", "student__school")
        .order_by("-opened_at", "-id")
    )


def own_reasons(viewer: Account, *, now: datetime) -> list[ReasonedAccess]:
    """The records that the viewer holds open now."""
    return list(open_reasons(now).filter(account=viewer)[:50])


def reasons_about(student: Student, *, now: datetime) -> list[ReasonedAccess]:
    """Who holds the record of this student open now; ``student`` came through its door."""
    return list(open_reasons(now).filter(student=student)[:50])


def reasons_in_office(viewer: Account, *, now: datetime) -> list[ReasonedAccess]:
    """Every record held open in the districts whose office the viewer is; empty for everybody else."""
    posts = offices(viewer, "trail.district")
    reach = Q(pk__in=[])
    for post in posts:
        reach |= Q(student__school=post.school_id) if post.school_id else Q(district=post.district_id)
    return list(open_reasons(now).filter(reach).exclude(account=viewer)[:50]) if posts else []


def staff_student(viewer: Account, pk: int, ability: str, *, part: str) -> Student:
    """The student behind the door, for people of the school; families have a page of their own."""
    student = student_for(viewer, pk, ability, part=part)
    if student.relation in {Relation.GUARDIAN, Relation.INFORMED, Relation.SELF, Relation.ADULT_SELF}:
        raise NotYours
    return student


def case_manager_name(student: Student) -> str:
    """Who answers for the plan day by day; empty while nobody is named."""
    found = TeamMember.objects.filter(student=student, relation=Relation.CASE_MANAGER, ends_on=None)
    return found.values_list("account__name", flat=True).first() or ""
