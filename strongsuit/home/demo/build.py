"""Building the demo: the district, then its schools one after the other, and what the worker would have sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.contrib.auth.hashers import get_hasher
from django.db import connection, transaction
from django.utils import timezone

from strongsuit.audit.models import Entry
from strongsuit.home.demo import district, school
from strongsuit.home.demo.aside import all_aside
from strongsuit.home.demo.cast import TAKEN
from strongsuit.home.demo.classes import TAPPED
from strongsuit.home.demo.clearing import clear
from strongsuit.home.demo.hands import at_once, copied, insert_all, made
from strongsuit.home.demo.load import in_time, insert, write
from strongsuit.home.demo.rows import Book, Table
from strongsuit.people.models import District
from strongsuit.people.roles import Relation
from strongsuit.progress.models import Report
from strongsuit.progress.reporting import report_facts, sealed
from strongsuit.students.models import TeamMember
from strongsuit.web import clock

SCHOOL_SIZE = 500
SMALLEST = 60
# Up to here every student has the full story of the tour, and every row passes the guards of the tables.
SMALL = 120
# One picture password for all children of the demo; a fixed salt keeps two builds alike.
SALT = "lanternbaydemo00"


class CannotBuild(Exception):
    """The demo cannot be built here; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Size:
    students: int
    schools: int

    @property
    def small(self) -> bool:
        return self.students < SMALL

    def share(self, place: int) -> tuple[int, int]:
        """The first student of a school and how many it has; the first three have at least the cast."""
        begins = [number * self.students // self.schools for number in (place, place + 1)]
        return begins[0], begins[1] - begins[0]


def size_of(students: int) -> Size:
    return Size(students, max(3, round(students / SCHOOL_SIZE)))


def check(students: int, *, reset: bool) -> None:
    if students < SMALLEST:
        raise CannotBuild(f"A demo district has at least {SMALLEST} students, so that everything can be seen.")
    if District.objects.filter(demo=False).exists():
        raise CannotBuild("This database holds a real district. A demo needs a database of its own.")
    if District.objects.exists() and not reset:
        raise CannotBuild("This database holds a demo already. Add --reset to build it anew.")


def orders(size: Size, seed: int, today: date, number: int) -> list[school.Order]:
    hasher = get_hasher()
    secret = hasher.encode(TAPPED, SALT)
    found = []
    for place in range(size.schools):
        first, students = size.share(place)
        found.append(
            school.Order(seed, today, place, size.schools, first, students, size.small, (number, district.NAME), secret)
        )
    return found


def build(students: int, seed: int, *, today: date, told: Callable[[str], None], reset: bool = False) -> None:
    """A district of so many students, as of ``today``."""
    check(students, reset=reset)
    if reset:
        clear()
    size = size_of(students)
    whole = district.build(seed, today, size.schools)
    number = int(whole.tables[District].rows[0][0])
    wanted = orders(size, seed, today, number)
    if size.small:
        guarded(whole, wanted, told)
    elif connection.vendor == "postgresql":
        filled_by_many(whole, wanted, told)
    else:
        filled_by_one(whole, wanted, told)


def guarded(whole: Book, wanted: list[school.Order], told: Callable[[str], None]) -> None:
    """Every row through the triggers and constraints of a real district, all or nothing."""
    taken = set(TAKEN)
    trail = Table(Entry)
    with transaction.atomic():
        write(whole)
        for order in wanted:
            book = school.build(order, taken)
            trail.rows += book.tables.pop(Entry).rows
            write(book)
            send_reports(book.ready)
            told(school.name_of(order.place))
        # The trail numbers its lines as they come: those of all schools together, in the order of time.
        insert(Entry, trail.names, in_time(trail))


def filled_by_one(whole: Book, wanted: list[school.Order], told: Callable[[str], None]) -> None:
    with at_once(wanted, made) as schools, all_aside():
        write(whole)
        for name, rows in schools:
            insert_all(rows)
            told(name)


def filled_by_many(whole: Book, wanted: list[school.Order], told: Callable[[str], None]) -> None:
    with all_aside():
        write(whole)
        with at_once(wanted, copied) as schools:
            for name in schools:
                told(name)


def send_reports(ready: list[int]) -> None:
    """The reports whose day has passed, as the families got them on that day."""
    past = Report.objects.filter(pk__in=ready).order_by("due_on", "pk")
    for report in past.select_related("plan__frozen", "student__school", "student__district"):
        moment = timezone.make_aware(datetime.combine(report.due_on, time(14)))
        with clock.frozen(moment):
            body, sha256 = sealed(report_facts(report, today=report.due_on))
        manager = TeamMember.objects.filter(student=report.student_id, relation=Relation.CASE_MANAGER).first()
        report.state, report.body, report.sha256 = Report.State.SENT, body, sha256
        report.sent_at, report.sent_by_id = moment, manager.account_id if manager else None
        report.save()
