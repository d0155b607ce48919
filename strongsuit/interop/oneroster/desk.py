"""Where the files of one set come together: who has which id, and which of them lead nowhere."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from strongsuit.interop.oneroster.report import Report
from strongsuit.interop.oneroster.roster import (
    Details,
    Enrollment,
    Known,
    Org,
    Post,
    Relation,
    SchoolClass,
    Session,
)
from strongsuit.interop.oneroster.sheet import Sheet

FAMILY = frozenset({"guardian", "parent", "relative"})
STUDENT = "student"


class User(NamedTuple):
    """A row of users.csv, until the roles say what the person is."""

    cells: Any
    line: int


@dataclass(slots=True)
class Desk:
    report: Report
    known: Known
    today: date
    # Files of the package that could be read, so that an id may be looked for there.
    present: frozenset[str] = frozenset()
    newest: datetime | None = None
    lines: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    refused: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    twice: set[tuple[str, str]] = field(default_factory=set)
    orgs: dict[str, Org] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    posts: dict[str, list[Post]] = field(default_factory=lambda: defaultdict(list))
    details: dict[str, Details] = field(default_factory=dict)
    marks: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    enrollments: list[Enrollment] = field(default_factory=list)
    relations: dict[tuple[str, str], Relation] = field(default_factory=dict)

    def is_new(self, sheet: Sheet, id: str) -> bool:
        """Whether the id comes for the first time in its file; the second row is refused and both are told."""
        lines = self.lines[sheet.layout.file]
        first = lines.setdefault(id, sheet.line)
        if first == sheet.line:
            # An earlier row with this id may have been unreadable; this one stands in for it.
            sheet.refused_keys.discard(id)
            return True
        second = sheet.line
        sheet.refuse("oneroster.row.twice", "id", first=first)
        if (sheet.layout.file, id) not in self.twice:
            self.twice.add((sheet.layout.file, id))
            sheet.tell_at(first, id, "oneroster.row.again", "id", id, second=second)
        return False

    def has(self, file: str, id: str) -> bool:
        """Whether the id is a record of this set that was taken, or of an earlier run."""
        return (id in self.lines[file] and id not in self.refused[file]) or id in self._known(file)

    def _known(self, file: str) -> Mapping[str, object] | frozenset[str]:
        if file == "users":
            return self.known.people
        return {
            "orgs": self.known.orgs,
            "academicSessions": self.known.sessions,
            "courses": self.known.courses,
            "classes": self.known.classes,
        }[file]

    def needs(self, sheet: Sheet, field: str, id: str, file: str) -> bool:
        """A reference without which the row makes no sense."""
        if self.has(file, id):
            return True
        rule = "oneroster.ref.refused" if id in self.refused[file] else "oneroster.ref.missing"
        return sheet.refuse(rule, field, file=f"{file}.csv")

    def likes(self, sheet: Sheet, field: str, id: str, file: str) -> str:
        """A reference the row can do without: the id, or nothing when it leads nowhere."""
        if not id or self.has(file, id):
            return id
        rule = "oneroster.ref.dropped" if file in self.present else "oneroster.ref.file"
        sheet.tell(rule, field, id, file=f"{file}.csv")
        return ""

    def kinds(self, id: str) -> frozenset[str]:
        """What the person is: student, staff, family; worked out once roles.csv has been read."""
        return self.roles.get(id) or self.known.people.get(id, frozenset())
