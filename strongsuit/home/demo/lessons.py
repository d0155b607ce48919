"""Who has finished which short lesson: some of the school have, and one mother; nobody has to."""

from strongsuit.home.demo.cast import MATEO
from strongsuit.home.demo.dates import Times, at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.staff import Staff
from strongsuit.knowledge.lessons import lessons_for
from strongsuit.people.models import LessonFinished


def learn(book: Book, staff: Staff, times: Times) -> None:
    for number, person in enumerate(staff.people.get("manager", [])):
        for place, lesson in enumerate(lessons_for("staff")):
            if (number + place) % 3 == 0:
                on = times.ago(5 + 7 * place + number)
                book.add(LessonFinished, account_id=person.id, lesson=lesson.key, edition=lesson.edition, at=at(on, 15))


def learn_at_home(book: Book, children: list[Child], times: Times) -> None:
    """Mateo's mother knows what a strength looks like, and has read the growth words."""
    mothers = [child.adult for child in children if child.part is MATEO and child.adult]
    for mother in mothers:
        for place, lesson in enumerate(lessons_for("family")[:3:2]):
            on = at(times.ago(12 - 5 * place), 16)
            book.add(LessonFinished, account_id=mother.id, lesson=lesson.key, edition=lesson.edition, at=on)
