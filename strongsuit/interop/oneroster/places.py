"""Takes organizations, sessions and courses, and straightens their chains of parents."""

from collections.abc import Mapping
from typing import Any

from strongsuit.interop.oneroster.desk import Desk
from strongsuit.interop.oneroster.roster import Org, Session
from strongsuit.interop.oneroster.sheet import Sheet


def take_org(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if not desk.is_new(sheet, cells.id):
        return False
    desk.orgs[cells.id] = Org(cells.id, cells.name, cells.type, cells.identifier, cells.parent, cells.ended, sheet.line)
    return True


def take_session(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    if not desk.is_new(sheet, cells.id):
        return False
    if cells.begin and cells.end and cells.end < cells.begin:
        return sheet.refuse("oneroster.dates.order", "end", begin=cells.begin.isoformat())
    desk.sessions[cells.id] = Session(
        cells.id,
        cells.title,
        cells.type,
        cells.begin,
        cells.end,
        cells.parent,
        cells.school_year,
        cells.ended,
        sheet.line,
    )
    return True


def take_course(desk: Desk, sheet: Sheet, cells: Any) -> bool:
    return desk.is_new(sheet, cells.id)


def settle_orgs(desk: Desk, sheet: Sheet) -> None:
    for id in _without_parent(desk, sheet, {org.id: (org.parent, org.line) for org in desk.orgs.values()}):
        desk.orgs[id] = desk.orgs[id]._replace(parent="")


def settle_sessions(desk: Desk, sheet: Sheet) -> None:
    parents = {session.id: (session.parent, session.line) for session in desk.sessions.values()}
    for id in _without_parent(desk, sheet, parents):
        desk.sessions[id] = desk.sessions[id]._replace(parent="")


def _without_parent(desk: Desk, sheet: Sheet, parents: Mapping[str, tuple[str, int]]) -> list[str]:
    """The records whose parent leads nowhere, to themselves or round in a circle; each is told."""
    circle = _in_circles({id: parent for id, (parent, _) in parents.items()})
    found = []
    for id, (parent, line) in parents.items():
        if parent == id:
            rule = "oneroster.parent.self"
        elif id in circle:
            rule = "oneroster.parent.cycle"
        elif parent and not desk.has(sheet.layout.file, parent):
            rule = "oneroster.ref.dropped"
        else:
            continue
        words = {"file": f"{sheet.layout.file}.csv"} if rule == "oneroster.ref.dropped" else {}
        sheet.tell_at(line, id, rule, "parent", parent, **words)
        found.append(id)
    return found


def _in_circles(parents: Mapping[str, str]) -> set[str]:
    """Every id that comes back to itself on the way up."""
    done: set[str] = set()
    circles: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at = start
        while at in parents and at not in done and at not in path:
            path[at] = None
            at = parents[at]
        if at in path:
            walked = list(path)
            circles.update(walked[walked.index(at) :])
        done.update(path)
    return circles
