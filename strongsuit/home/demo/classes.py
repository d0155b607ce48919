"""A class whose students sign in by tapping pictures."""

from datetime import date, time

from strongsuit.home.demo.families import Child
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Staff
from strongsuit.students.class_pictures import FACES, SECRET, spelled
from strongsuit.students.models import ClassGroup, ClassSeat

CODES = ("jnpr24", "cdrb37", "hrbv52")
# Every child of the demo taps the same three pictures: nobody has to look them up.
TAPPED = spelled(list(SECRET[:3]))


def open_class(
    book: Book, children: list[Child], staff: Staff, *, place: int, school: int, secret: str, today: date
) -> None:
    teacher = staff.one("manager")
    seated = [child for child in children if child.account and child.manager is teacher][: len(FACES) - 2]
    if place >= len(CODES) or not seated:
        return
    group = book.add(
        ClassGroup, district_id=seated[0].district, school_id=school, teacher_id=teacher.id,
        name="Morning group", code=CODES[place], opens=time(0, 5), closes=time(23, 55),
    )  # fmt: skip
    for face, child in zip(FACES, seated, strict=False):
        book.add(ClassSeat, **child.own, group_id=group, picture=face, secret=secret)
