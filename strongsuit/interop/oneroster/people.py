"""Takes users, their roles, relations and demographics."""

from typing import Any

from strongsuit.interop.oneroster.cells import read_flag
from strongsuit.interop.oneroster.desk import FAMILY, STUDENT, Desk, User
from strongsuit.interop.oneroster.extras import MARKS, meaning
from strongsuit.interop.oneroster.race import CODES, seven_way
from strongsuit.interop.oneroster.report import looks_like_social_security
from strongsuit.interop.oneroster.roster import Details, Post, Relation
from strongsuit.interop.oneroster.sheet import Sheet

_SEVERAL = "several"
_FIELDS = {
    "americanIndianOrAlaskaNative": "american_indian",
    "asian": "asian",
    "blackOrAfricanAmerican": "black",
    "nativeHawaiianOrOtherPacificIslander": "pacific",
    "white": "white",
    "demographicRaceTwoOrMoreRaces": _SEVERAL,
}


def take_user(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    """A person; in the older formats the row also says what they are, and where."""
    if not desk.is_new(sheet, cells.id):
        return False
    if looks_like_social_security(cells.identifier):
        sheet.tell("oneroster.value.number", "identifier")
        cells = cells._replace(identifier="")
    for said, value in sheet.extras():
        if said in MARKS and read_flag(value)[0]:
            desk.marks[cells.id][said] = None
        elif said == "state_id" and value and not looks_like_social_security(value):
            cells = cells._replace(user_ids=(*cells.user_ids, ("state", value[:40])))
    desk.users[cells.id] = User(cells, sheet.line)
    orgs = [org for org in cells.orgs if desk.likes(sheet, "orgs", org, "orgs")]
    if cells.role and cells.role not in FAMILY:
        for org in orgs or [""]:
            id = f"{cells.id}|{cells.role}|{org}"
            first = org == orgs[0] if orgs else True
            post = Post(id, cells.id, cells.role, org, None, None, first, cells.ended, cells.grade, sheet.line)
            desk.posts[cells.id].append(post)
    return True


def take_role(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    id = cells.id or f"{cells.user}|{cells.role}|{cells.org}"
    if not desk.is_new(sheet, id):
        return False
    if cells.ended and not cells.user:
        desk.posts[""].append(Post(id, "", "", "", None, None, False, True, None, sheet.line))
        return True
    if not desk.needs(sheet, "user", cells.user, "users") or not desk.needs(sheet, "org", cells.org, "orgs"):
        return False
    if cells.begin and cells.end and cells.end < cells.begin:
        return sheet.refuse("oneroster.dates.order", "end", begin=cells.begin.isoformat())
    primary = cells.role_type == "primary" or bool(cells.is_primary)
    mine = desk.posts[cells.user]
    if primary and not cells.ended and any(one.primary and one.org == cells.org and not one.ended for one in mine):
        sheet.tell("oneroster.roles.primary", "user")
    mine.append(
        Post(
            id,
            cells.user,
            cells.role,
            cells.org,
            cells.begin,
            cells.end,
            primary,
            cells.ended,
            cells.grade,
            sheet.line,
        )
    )
    return True


def take_relationship(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if not desk.is_new(sheet, f"{cells.user}|{cells.relative}"):
        return False
    for field, id in (("user", cells.user), ("relative", cells.relative)):
        if not desk.needs(sheet, field, id, "users"):
            return False
    if cells.role not in FAMILY:
        sheet.tell("oneroster.relation.role", "role")
        return True
    desk.relations[cells.user, cells.relative] = Relation(cells.user, cells.relative, cells.role)
    return True


def take_demographics(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if not desk.is_new(sheet, cells.id) or not desk.needs(sheet, "id", cells.id, "users"):
        return False
    if cells.ended:
        return True
    if STUDENT not in desk.kinds(cells.id):
        sheet.tell("oneroster.demographics.person", "id", "")
        return True
    birth = cells.birth_date
    if birth and birth > desk.today:
        sheet.tell("oneroster.date.birth", "birth_date")
        birth = None
    races = frozenset(field for field in CODES if getattr(cells, field)) | {_FIELDS[race] for race in cells.races}
    several = bool(cells.two_or_more) or _SEVERAL in races
    hispanic = bool(cells.hispanic or cells.ethnicities)
    desk.details[cells.id] = Details(birth, cells.sex, seven_way(races - {_SEVERAL}, hispanic, several))
    return True


def take_flag(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if not desk.needs(sheet, "user", cells.user, "users"):
        return False
    if (mark := meaning(cells.flag)) in MARKS:
        desk.marks[cells.user][mark] = None
    else:
        sheet.tell("oneroster.flag.unused", "flag", "")
    return True
