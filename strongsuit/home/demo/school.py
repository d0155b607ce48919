"""One school with everything in it. Each school is made by itself, so that several can be made at once."""

from dataclasses import dataclass
from datetime import date
from random import Random

from strongsuit.home.demo.cards import answer_cards
from strongsuit.home.demo.cast import CATEGORIES, GROWTHS, HISTORIES, LEAN_HISTORIES, SCHOOLS, TAKEN, Part
from strongsuit.home.demo.classes import open_class
from strongsuit.home.demo.dates import times, years_before
from strongsuit.home.demo.district import write_years
from strongsuit.home.demo.families import Child, enroll
from strongsuit.home.demo.happenings import live
from strongsuit.home.demo.lessons import learn, learn_at_home
from strongsuit.home.demo.own_pages import make
from strongsuit.home.demo.plans import Record, Writer
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.said import tell
from strongsuit.home.demo.staff import hire
from strongsuit.people.models import School
from strongsuit.people.roles import Role

LEVELS = ("Elementary School", "Middle School", "High School")
NAMES = (
    "Juniper Street", "Cedar Bridge", "Harborview", "Maple Hill", "Ferry Point", "Stone Mill", "Orchard", "Bay Ridge",
    "Lighthouse", "Willow Creek", "Granite", "Meadow Lane", "Pier Nine", "Sunrise", "Old Quarry", "Heron Marsh",
)  # fmt: skip
GRADES = (("PK", "K", "1", "2", "3", "4", "5"), ("6", "7", "8"), ("9", "10", "11", "12", "12", "UG"))
# Bigger districts have two elementary schools for each middle and high school.
KINDS = (0, 1, 2, 0)


@dataclass(frozen=True, slots=True)
class Order:
    """What one school is made from."""

    seed: int
    today: date
    place: int
    places: int
    first: int
    students: int
    # The full story, as a tour shows it; otherwise leaner, for measuring.
    told: bool
    district: tuple[int, str]
    secret: str


def kind_of(place: int) -> int:
    return place if place < 3 else KINDS[place % 4]


def name_of(place: int) -> str:
    again = f" {place // len(NAMES) + 1}" if place >= len(NAMES) else ""
    return f"{NAMES[place % len(NAMES)]}{again} {LEVELS[kind_of(place)]}"


def build(order: Order, taken: set[str] | None = None) -> Book:
    """Every row of one school. ``taken`` are the names in the schools before it."""
    taken = set(TAKEN) if taken is None else taken
    rng = Random(f"{order.seed}/{order.today}/{order.place}")
    book = Book(rng, order.place + 1, order.places + 2)
    span = times(order.today, repairs=order.place == 1)
    school = (book.number(School), name_of(order.place))
    book.add(School, id=school[0], district_id=order.district[0], name=school[1], code=f"S{order.place + 1:03}")
    if order.place == 1:
        plainly = {year.name: year for year in times(order.today).years}
        write_years(book, span, order.district[0], school[0], {y.name for y in span.years if y != plainly[y.name]})
    staff = hire(
        book, district=order.district[0], school=school[0], place=order.place, students=order.students,
        many=order.told, since=years_before(order.today, 6),
    )  # fmt: skip
    learn(book, staff, span)
    taken.update(person.name for people in staff.people.values() for person in people)
    children: list[Child] = []
    records: list[Record] = []
    for count in range(order.students):
        number = order.first + count
        part = part_for(rng, order, count)
        child = enroll(
            book, part, number=number, district=order.district, school=school, staff=staff, times=span, taken=taken
        )
        record = Writer(book, child, span, staff.one(Role.CHAIR), number=number, told=order.told).write()
        live(book, record, staff, span, number=number, told=order.told)
        records += [record] if order.told else []
        if order.told:
            answer_cards(book, child, order.today)
        children.append(child)
    open_class(book, children, staff, place=order.place, school=school[0], secret=order.secret, today=order.today)
    # Last, so that what a visitor's student made changes nothing else of the school.
    for record in records:
        make(book, record, order.today)
        tell(book, record, order.today)
    learn_at_home(book, children, span)
    return book


def part_for(rng: Random, order: Order, count: int) -> Part:
    """The first students are told in the cast; all others are drawn."""
    known = SCHOOLS[order.place] if order.place < len(SCHOOLS) else ()
    if count < len(known):
        return known[count]
    disability = rng.choices(list(CATEGORIES), list(CATEGORIES.values()))[0]
    histories = HISTORIES if order.told else LEAN_HISTORIES
    history = rng.choices(list(histories), list(histories.values()))[0]
    words = ("early", "early") if history == "new" else tuple(rng.choices(list(GROWTHS), list(GROWTHS.values()), k=2))
    marks = {"alternate"} if disability in {"MD", "DB"} or (disability == "ID" and rng.random() < 0.5) else set()
    if history == "none":
        words = ("none",)
    grade = rng.choice(GRADES[kind_of(order.place)])
    return Part("K" if grade == "PK" else grade, disability, history, words, frozenset(marks))
