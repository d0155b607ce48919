"""Who of the school has finished which short lesson: some have, some have not, nobody has to."""

from strongsuit.home.demo.dates import Times, at
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
