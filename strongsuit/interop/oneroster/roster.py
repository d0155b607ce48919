"""What a roster says, as frozen records; ids are those of the source and mean nothing elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from strongsuit.interop.oneroster.report import RowReport
from strongsuit.interop.oneroster.rules import Severity
from strongsuit.knowledge.terms import Grade

# A roster has many thousand records: named tuples are frozen, small and quick to make.


class Org(NamedTuple):
    id: str
    name: str
    type: str
    identifier: str
    parent: str
    ended: bool
    line: int


class Session(NamedTuple):
    """A school year, term or marking period; ``end`` is the first day after it."""

    id: str
    title: str
    type: str
    begin: date | None
    end: date | None
    parent: str
    school_year: int | None
    ended: bool
    line: int


class Details(NamedTuple):
    """What demographics add to a student; ``race`` is the federal seven-way code."""

    birth_date: date | None = None
    sex: str = ""
    race: str = ""


class Student(NamedTuple):
    id: str
    given: str
    middle: str
    family: str
    preferred_given: str
    preferred_family: str
    pronouns: str
    local_id: str
    state_id: str
    email: str
    grade: Grade | None
    schools: tuple[str, ...]
    details: Details
    # What the source says about support (iep, 504, el): a hint for people, never a status.
    marks: tuple[str, ...]
    ended: bool
    line: int


class Adult(NamedTuple):
    """A person who works in the district or belongs to a family; some are both."""

    id: str
    given: str
    family: str
    preferred_given: str
    preferred_family: str
    local_id: str
    email: str
    phone: str
    enabled: bool
    ended: bool
    line: int


class Post(NamedTuple):
    """What a student or a colleague is at one place of the district."""

    id: str
    user: str
    role: str
    org: str
    begin: date | None
    end: date | None
    primary: bool
    ended: bool
    grade: Grade | None
    line: int


class SchoolClass(NamedTuple):
    id: str
    title: str
    code: str
    type: str
    school: str
    course: str
    terms: tuple[str, ...]
    grades: tuple[Grade, ...]
    subjects: tuple[str, ...]
    location: str
    ended: bool
    line: int


class Enrollment(NamedTuple):
    """A student or a colleague in a class; ``end`` is the first day after it."""

    id: str
    school_class: str
    school: str
    user: str
    role: str
    primary: bool
    begin: date | None
    end: date | None
    ended: bool
    line: int


class Relation(NamedTuple):
    """A contact of the student. Who has which rights is not in a roster and is never read out of it."""

    student: str
    relative: str
    role: str


@dataclass(frozen=True, slots=True)
class FileCount:
    """How a file was read: its mode (bulk or delta), its rows, and how many of them were refused."""

    name: str
    mode: str
    rows: int
    refused: int


@dataclass(frozen=True, slots=True)
class Stop:
    """Why nothing may be changed before a person has looked."""

    rule: str
    words: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier runs brought: a delta may refer to it. ``people`` says of each id: student, staff, family."""

    orgs: frozenset[str] = frozenset()
    sessions: frozenset[str] = frozenset()
    courses: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)


NOTHING_KNOWN = Known()


@dataclass(frozen=True, slots=True)
class Roster:
    format: str
    system: str
    sha256: str
    size: int
    newest: datetime | None
    files: tuple[FileCount, ...]
    stops: tuple[Stop, ...]
    orgs: tuple[Org, ...]
    sessions: tuple[Session, ...]
    students: tuple[Student, ...]
    staff: tuple[Adult, ...]
    guardians: tuple[Adult, ...]
    posts: tuple[Post, ...]
    classes: tuple[SchoolClass, ...]
    enrollments: tuple[Enrollment, ...]
    relations: tuple[Relation, ...]
    # Demographics in a delta for students whose own row did not change.
    details: Mapping[str, Details]
    report: tuple[RowReport, ...]

    @property
    def bulk(self) -> frozenset[str]:
        """The files that are full lists: what they do not name is no longer there."""
        return frozenset(file.name for file in self.files if file.mode == "bulk")

    def how_many(self, severity: Severity) -> int:
        return sum(row.severity is severity for row in self.report)
