"""Short lessons for staff with practice that the product's own rules check; answers are read and forgotten."""

from strongsuit.knowledge.lessons import does_well, growth_words, honest_kind, weave
from strongsuit.knowledge.lessons.checking import LONGEST_ANSWER, NAMES
from strongsuit.knowledge.lessons.shapes import Choice, Feedback, Lesson, Measured, Profile, Remark, Said, Task

__all__ = [
    "LESSONS",
    "LONGEST_ANSWER",
    "NAMES",
    "Choice",
    "Feedback",
    "Lesson",
    "Measured",
    "Profile",
    "Remark",
    "Said",
    "Task",
    "lesson_of",
    "lessons_for",
]

LESSONS: tuple[Lesson, ...] = (does_well.LESSON, weave.LESSON, honest_kind.LESSON, growth_words.LESSON)


def lessons_for(audience: str) -> tuple[Lesson, ...]:
    return tuple(lesson for lesson in LESSONS if lesson.audience == audience)


def lesson_of(key: str, audience: str = "staff") -> Lesson | None:
    return next((lesson for lesson in lessons_for(audience) if lesson.key == key), None)
