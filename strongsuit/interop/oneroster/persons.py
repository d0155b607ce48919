"""Says what each user is - student, colleague, family - once every role is known, and who belongs to whom."""

from typing import Any

from strongsuit.interop.oneroster.cells import read_email
from strongsuit.interop.oneroster.desk import FAMILY, STUDENT, Desk, User
from strongsuit.interop.oneroster.extras import meaning
from strongsuit.interop.oneroster.roster import Adult, Details, Relation, Student
from strongsuit.interop.oneroster.sheet import Sheet

NO_DETAILS = Details()


def settle_roles(desk: Desk, sheet: Sheet) -> None:
    """Sets desk.roles. A person without any role is refused: nobody could say what they are."""
    relatives = {relation.relative: "family" for relation in desk.relations.values()}
    for id, (cells, line) in desk.users.items():
        said = {post.role for post in desk.posts.get(id, ())} | ({cells.role} - {""})
        kinds = {_kind(role) for role in said} | ({relatives[id]} if id in relatives else set())
        if not kinds and id in desk.known.people:
            kinds = set(desk.known.people[id])
        if not kinds and not cells.ended:
            sheet.refuse_at(line, id, "oneroster.user.role")
            continue
        if {"student", "staff"} <= kinds:
            sheet.tell_at(line, id, "oneroster.user.staff_and_student")
            kinds.discard("staff")
        if {"family", "staff"} <= kinds:
            sheet.tell_at(line, id, "oneroster.user.family")
        desk.roles[id] = frozenset(kinds)


def _kind(role: str) -> str:
    if role in FAMILY:
        return "family"
    return "student" if role == STUDENT else "staff"


def settle_relations(desk: Desk, sheet: Sheet) -> None:
    """Reads the agents of either side; a relation needs a student on one and a family member on the other."""
    for id, (cells, line) in desk.users.items():
        for agent in cells.agents:
            if not desk.has("users", agent):
                sheet.tell_at(line, id, "oneroster.ref.dropped", "agents", agent, file="users.csv")
            elif not _relate(desk, id, agent):
                sheet.tell_at(line, id, "oneroster.relation.role", "agents", agent)
    if desk.relations:
        sheet.tell_at(1, "", "oneroster.relation.rights")


def _relate(desk: Desk, one: str, other: str) -> bool:
    for student, relative in ((one, other), (other, one)):
        if "student" in desk.kinds(student) and "family" in desk.kinds(relative):
            role = desk.users[relative].cells.role if relative in desk.users else ""
            named = next((post.role for post in desk.posts.get(relative, ()) if post.role in FAMILY), "")
            relation = Relation(student, relative, role if role in FAMILY else named)
            desk.relations.setdefault((student, relative), relation)
            return True
    return False


def settle_students(desk: Desk, sheet: Sheet) -> tuple[Student, ...]:
    students = []
    for id, user in desk.users.items():
        if "student" not in desk.roles.get(id, ()):
            continue
        student = _student(desk, id, user)
        if not student.schools and not student.ended and user.cells.ended is False:
            sheet.tell_at(user.line, id, "oneroster.student.school")
        for mark in student.marks:
            sheet.tell_at(user.line, id, "oneroster.student.flag", flag=mark)
        students.append(student)
    return tuple(students)


def _student(desk: Desk, id: str, user: User) -> Student:
    cells: Any = user.cells
    posts = [post for post in desk.posts.get(id, ()) if post.role == STUDENT and not post.ended]
    posts.sort(key=lambda post: (not post.primary, post.org != cells.primary_org))
    return Student(
        id=id,
        given=cells.given,
        middle=cells.middle,
        family=cells.family,
        preferred_given=cells.preferred_given,
        preferred_family=cells.preferred_family,
        pronouns=cells.pronouns,
        local_id=cells.identifier,
        state_id=next((value for kind, value in cells.user_ids if meaning(kind) == "state_id"), ""),
        email=cells.email,
        grade=cells.grade or next((post.grade for post in posts if post.grade), None),
        schools=tuple(dict.fromkeys(post.org for post in posts if post.org)),
        details=desk.details.get(id, NO_DETAILS),
        marks=tuple(desk.marks.get(id, ())),
        ended=cells.ended,
        line=user.line,
    )


def adults(desk: Desk, kind: str) -> tuple[Adult, ...]:
    """The people of the set who are staff, or family."""
    return tuple(
        Adult(
            id=id,
            given=cells.given,
            family=cells.family,
            preferred_given=cells.preferred_given,
            preferred_family=cells.preferred_family,
            local_id=cells.identifier,
            # School Data Sync knows colleagues by a sign-in name that is their address.
            email=cells.email or read_email(cells.username)[0],
            phone=cells.phone or cells.sms,
            enabled=cells.enabled is not False,
            ended=cells.ended,
            line=line,
        )
        for id, (cells, line) in desk.users.items()
        if kind in desk.roles.get(id, ())
    )
