"""The district itself: its calendar of four years, and the two offices."""

from datetime import date
from random import Random

from strongsuit.home.demo.cast import BEN, YOLANDA
from strongsuit.home.demo.dates import Times, Year, times, years_before
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Person, account, mailbox, post
from strongsuit.people.models import Closure, District, ReportDate, SchoolYear
from strongsuit.people.roles import Role

NAME = "Lantern Bay Schools"


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
    return book


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
