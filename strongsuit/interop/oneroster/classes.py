"""Takes classes and the students and colleagues in them."""

from typing import Any

from strongsuit.interop.oneroster.desk import FAMILY, STUDENT, Desk
from strongsuit.interop.oneroster.roster import Enrollment, SchoolClass
from strongsuit.interop.oneroster.sheet import Sheet


def take_class(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if not desk.is_new(sheet, cells.id):
        return False
    if not (cells.ended and not cells.school) and not desk.needs(sheet, "school", cells.school, "orgs"):
        return False
    terms = tuple(term for term in cells.terms if desk.likes(sheet, "terms", term, "academicSessions"))
    desk.classes[cells.id] = SchoolClass(
        cells.id,
        cells.title,
        cells.code,
        cells.type,
        cells.school,
        desk.likes(sheet, "course", cells.course, "courses"),
        terms,
        cells.grades,
        cells.subjects,
        cells.location,
        cells.ended,
        sheet.line,
    )
    return True


def take_enrollment(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    id = cells.id or f"{cells.school_class}|{cells.user}|{cells.role}"
    if not desk.is_new(sheet, id):
        return False
    if cells.ended and not (cells.school_class and cells.user and cells.role):
        desk.enrollments.append(_ended(id, sheet.line))
        return True
    if not desk.needs(sheet, "school_class", cells.school_class, "classes"):
        return False
    if not desk.needs(sheet, "user", cells.user, "users") or not _fits_person(desk, sheet, cells):
        return False
    if cells.begin and cells.end and cells.end < cells.begin:
        return sheet.refuse("oneroster.dates.order", "end", begin=cells.begin.isoformat())
    if cells.role in FAMILY:
        sheet.tell("oneroster.enrollment.other", "role")
        return True
    school, ended = _as_class(desk, sheet, cells)
    # By far the most rows are these: they share the ids that classes and users hold already.
    school_class, user = desk.classes.get(cells.school_class), desk.users.get(cells.user)
    desk.enrollments.append(
        Enrollment(
            id,
            school_class.id if school_class else cells.school_class,
            school,
            user.cells.id if user else cells.user,
            cells.role,
            bool(cells.primary),
            cells.begin,
            cells.end,
            ended,
            sheet.line,
        )
    )
    return True


def _ended(id: str, line: int) -> Enrollment:
    return Enrollment(id, "", "", "", "", False, None, None, True, line)


def _fits_person(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if cells.role in FAMILY:
        return True
    kinds = desk.kinds(cells.user)
    if cells.role == STUDENT:
        return "student" in kinds or sheet.refuse("oneroster.enrollment.role", "role")
    return "staff" in kinds or sheet.refuse("oneroster.enrollment.staff", "role", role=cells.role)


def _as_class(desk: Desk, sheet: Sheet, cells: Any) -> tuple[str, bool]:
    """The school and the end that the class gives its enrollments."""
    school_class = desk.classes.get(cells.school_class)
    if school_class is None:
        return cells.school, cells.ended
    if cells.school and school_class.school and cells.school != school_class.school:
        sheet.tell("oneroster.enrollment.school", "school")
    if school_class.ended and not cells.ended:
        sheet.tell("oneroster.enrollment.ended_class", "school_class")
    return school_class.school or cells.school, cells.ended or school_class.ended
