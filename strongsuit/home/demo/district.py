"""The district itself: its calendar of four years, and the two offices."""

import json
from datetime import date, timedelta
from random import Random

from strongsuit.home.demo.cast import BEN, YOLANDA
from strongsuit.home.demo.dates import Times, Year, at, times, years_before
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Person, account, mailbox, post
from strongsuit.interop.models import ImportProblem, ImportRun
from strongsuit.people.models import Closure, District, ReportDate, SchoolYear
from strongsuit.people.roles import Role

NAME = "Lantern Bay Schools"
# Kind of record: new, changed, unchanged, refused. File: rows, refused.
ROSTER = (("schools", 0, 0, 3, 0), ("students", 2, 5, 53, 1), ("staff", 0, 1, 61, 0), ("families", 2, 3, 88, 0))
FILES = (("orgs", 4, 0), ("users", 214, 1), ("demographics", 61, 0), ("classes", 22, 0), ("enrollments", 312, 0))


def build(seed: int, today: date, places: int) -> Book:
    book = Book(Random(f"{seed}/{today}/district"), 0, places + 2)
    district = book.add(District, name=NAME, code="DEMO", jurisdiction="ny", demo=True)
    write_years(book, times(today), district)
    since = years_before(today, 6)
    for known, role, title in (
        (YOLANDA, Role.DISTRICT, "Director of special education"),
        (BEN, Role.REGISTRAR, "Registrar"),
    ):
        person = Person(account(book, known.name, mailbox(known.name, 1), made=since, known=known), known.name)
        post(book, person, role, title, district=district, since=since)
    write_roster(book, district, person, today)
    return book


def write_roster(book: Book, district: int, by: Person, today: date) -> None:
    """What the nightly roster brought last week, with one row that somebody has to look at."""
    moment = at(today - timedelta(days=6), 2)
    records = {
        name: {"new": new, "changed": changed, "unchanged": same, "ended": 0, "refused": refused}
        for name, new, changed, same, refused in ROSTER
    }
    files = {name: {"mode": "bulk", "rows": rows, "refused": refused} for name, rows, refused in FILES}
    run = book.add(
        ImportRun, district_id=district, source="Lantern Bay SIS", format="OneRoster 1.1", file_name="roster.zip",
        size=48_213, sha256=f"{book.rng.getrandbits(256):064x}", state=ImportRun.State.APPLIED,
        counts=json.dumps({"files": files, "records": records, "severities": {"error": 1, "warning": 0, "notice": 0}}),
        options=json.dumps({"newest": "", "accepted": False}), started_by_id=by.id, started_at=moment,
        applied_at=moment,
    )  # fmt: skip
    rule = "oneroster.student.no_school"
    book.add(
        ImportProblem, run_id=run, order=1, severity="error", file="users.csv", line=48, column="sourcedId",
        column_no=1, value="u-2207", rule=rule, words="{}", record_key="u-2207",
    )  # fmt: skip


def write_years(
    book: Book, span: Times, district: int, school: int | None = None, only: set[str] | None = None
) -> None:
    for year in span.years:
        if only is None or year.name in only:
            write_year(book, year, district, school)


def write_year(book: Book, year: Year, district: int, school: int | None) -> None:
    number = book.add(
        SchoolYear, district_id=district, school_id=school, name=year.name, first_day=year.first, last_day=year.last
    )
    for one in year.closures:
        book.add(Closure, year_id=number, name=one.name, first_day=one.first, last_day=one.last)
    for name, on in year.report_dates:
        book.add(ReportDate, year_id=number, name=name, on=on)
