"""The adults of a school, with the posts they hold."""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from strongsuit.home.demo.cast import POSTS, TAKEN, Known
from strongsuit.home.demo.dates import at
from strongsuit.home.demo.library import library
from strongsuit.home.demo.rows import Book
from strongsuit.people.models import Account, StaffPost
from strongsuit.people.roles import Role

# So many names lie between the first of one school and the first of the next: more than a told school has staff.
BETWEEN = 60
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
# How many students one adult of a kind looks after; at least one of each works in every school.
SHARES = {
    "manager": (7, 7, Role.TEACHER, "Special education teacher"),
    "teacher": (6, 20, Role.TEACHER, "General education teacher"),
    "speech": (20, 45, Role.PROVIDER, "Speech-language pathologist"),
    "occupational": (20, 60, Role.PROVIDER, "Occupational therapist"),
    "counseling": (20, 60, Role.PROVIDER, "School counselor"),
    "physical": (20, 150, Role.PROVIDER, "Physical therapist"),
    "vision": (20, 500, Role.PROVIDER, "Teacher of the visually impaired"),
    "hearing": (20, 500, Role.PROVIDER, "Teacher of the deaf"),
    "mobility": (20, 500, Role.PROVIDER, "Orientation and mobility teacher"),
    "vocational": (20, 100, Role.PROVIDER, "Job coach and travel trainer"),
    "aide": (7, 25, Role.AIDE, "Classroom aide"),
    "psychologist": (20, 250, Role.PSYCHOLOGIST, "School psychologist"),
    Role.CHAIR: (20, 10_000, Role.CHAIR, "Committee chair"),
    Role.LEADER: (20, 10_000, Role.LEADER, "Principal"),
}


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str


@dataclass
class Staff:
    """Who works in one school, by kind."""

    people: dict[str, list[Person]] = field(default_factory=dict)

    def one(self, kind: str, number: int = 0) -> Person:
        found = self.people[kind]
        return found[number % len(found)]


def account(
    book: Book, name: str, email: str | None, *, made: date, kind: str = "adult", language: str = "en",
    known: Known | None = None,
) -> int:  # fmt: skip
    """An account that no password opens."""
    rng = book.rng
    return book.add(
        Account,
        email=email,
        name=name,
        kind=kind,
        language=language if language in {"en", "es", "ar"} else "en",
        password="!" + "".join(rng.choices(LETTERS, k=40)),
        stamp="".join(rng.choices(LETTERS, k=16)),
        display=json.dumps(known.mark) if known else "{}",
        created_at=at(made, 9),
    )


def mailbox(name: str, number: int, domain: str = "lanternbay.example") -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return f"{re.sub('[^a-z]+', '.', letters).strip('.') or 'family'}.{number}@{domain}"


@cache
def names() -> tuple[str, ...]:
    """Every given name with every family name, each pair once, well mixed, and none of somebody known."""
    given, family = library().staff_given, library().staff_family
    pairs = (
        f"{one} {family[(place * 7 + turn) % len(family)]}"
        for turn in range(len(family))
        for place, one in enumerate(given)
    )
    return tuple(name for name in dict.fromkeys(pairs) if name not in TAKEN)


def hire(book: Book, *, district: int, school: int, place: int, students: int, many: bool, since: date) -> Staff:
    """Everybody who works in the school numbered ``place``, enough for so many students."""
    staff, count = Staff(), 0
    for kind, (few, most, role, title) in SHARES.items():
        for number in range(max(1, round(students / (few if many else most)))):
            known = POSTS.get(kind) if place == 0 and number == 0 else None
            name = known.name if known else names()[(place * BETWEEN + count) % len(names())]
            email = mailbox(name, place * 1000 + count)
            found = Person(account(book, name, email, made=since, known=known), name)
            staff.people.setdefault(kind, []).append(found)
            post(book, found, role, title, district=district, school=school, since=since)
            count += 1
    return staff


def post(
    book: Book, person: Person, role: Role, title: str, *, district: int, since: date, school: int | None = None
) -> None:
    book.add(
        StaffPost, account_id=person.id, district_id=district, school_id=school, role=role, title=title, starts_on=since
    )
