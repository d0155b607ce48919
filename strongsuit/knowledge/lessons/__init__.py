"""Short lessons for staff and families; the product's own rules check the practice, and no answer is kept."""

from strongsuit.knowledge.lessons import (
    beside_need,
    does_well,
    family_differ,
    family_moment,
    family_role,
    family_strength,
    family_words,
    finder_talk,
    growth_words,
    honest_kind,
    three_views,
    weave,
)
from strongsuit.knowledge.lessons.checking import LONGEST_ANSWER, NAMES
from strongsuit.knowledge.lessons.shapes import Choice, Feedback, Lesson, Measured, Profile, Remark, Said, Task, Wait

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
    "Wait",
    "lesson_of",
    "lessons_for",
]

# In the order in which they are offered.
LESSONS: tuple[Lesson, ...] = (
    does_well.LESSON,
    finder_talk.LESSON,
    three_views.LESSON,
    beside_need.LESSON,
    weave.LESSON,
    honest_kind.LESSON,
    growth_words.LESSON,
    family_strength.LESSON,
    family_role.LESSON,
    family_words.LESSON,
    family_moment.LESSON,
    family_differ.LESSON,
)


def lessons_for(audience: str) -> tuple[Lesson, ...]:
    return tuple(lesson for lesson in LESSONS if lesson.audience == audience)


def lesson_of(key: str, audience: str = "staff") -> Lesson | None:
    return next((lesson for lesson in lessons_for(audience) if lesson.key == key), None)
