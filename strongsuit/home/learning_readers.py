"""Who opens which lessons: those for staff whoever works here, those for families whoever has a child here."""

from collections.abc import Callable
from dataclasses import dataclass

from strongsuit.people.actions_learning import finish_lesson
from strongsuit.people.models import Account, LessonFinished
from strongsuit.people.queries_learning import lessons_finished, require_staff
from strongsuit.students.actions_learning import finish_family_lesson
from strongsuit.students.queries_learning import family_lessons_finished, require_family


@dataclass(frozen=True, slots=True)
class Readers:
    """The doors of one audience."""

    require: Callable[[Account], None]
    finished: Callable[[Account], dict[str, LessonFinished]]
    finish: Callable[..., LessonFinished]


READERS = {
    "staff": Readers(require_staff, lessons_finished, finish_lesson),
    "family": Readers(require_family, family_lessons_finished, finish_family_lesson),
}
