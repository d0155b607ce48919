"""The six needs of T-4 and what is known of each student: in the same skill set, in another one, liked, preferred."""

from dataclasses import dataclass
from datetime import date

from strongsuit.knowledge.lessons.shapes import Profile
from strongsuit.knowledge.lessons.students import IMANI, NOOR, TEO
from strongsuit.knowledge.shapes import StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet

# The rule asks for a day and does not look at it.
ON = date(2025, 10, 15)


@dataclass(frozen=True, slots=True)
class Beside:
    """One need, and the shelf to choose from: what the profile tells and what a closer look has found."""

    student: Profile
    skill_set: SkillSet
    need: str
    shelf: tuple[StrengthFacts, ...]


def _seen(key: str, words: str, skill_set: SkillSet) -> StrengthFacts:
    return StrengthFacts(key, ItemKind.ABILITY, words, skill_set, (Group.SCHOOL,))


def _of(student: Profile, *keys: int) -> tuple[StrengthFacts, ...]:
    return tuple(student.items[key - 1] for key in keys)


TASKS: dict[str, Beside] = {
    "noor-counts": Beside(
        NOOR, SkillSet.MATH, "Counts 6 objects in a row; the grade 2 task asks for 100.",
        (*_of(NOOR, 1, 3, 2, 4), _seen("noor-5", "Greets each classmate with her device", SkillSet.SOCIAL)),
    ),
    "noor-joins": Beside(
        NOOR, SkillSet.COMMUNICATION, "Joins two pictures into one message in 3 of 12 tries.",
        (*_of(NOOR, 2, 3, 1, 4), _seen("noor-6", "Puts her things away by a picture list", SkillSet.ORGANIZATION)),
    ),
    "teo-writes": Beside(
        TEO, SkillSet.WRITING, "Writes 3 sentences in a story; the grade 6 task asks for 12.",
        (*_of(TEO, 2, 3), _seen("teo-5", "Retells a chapter after listening to it", SkillSet.READING), *_of(TEO, 4, 1)),
    ),
    "teo-reads": Beside(
        TEO, SkillSet.READING, "Reads 96 words correct in a minute; the mark for the fall is 120.",
        (*_of(TEO, 1, 2, 3), _seen("teo-5", "Retells a chapter after listening to it", SkillSet.READING), *_of(TEO, 4)),
    ),
    "imani-percent": Beside(
        IMANI, SkillSet.MATH, "Solves percent problems with 40 percent correct.",
        (*_of(IMANI, 1, 2, 3), _seen("imani-5", "Finds the sum of a shopping list with a calculator", SkillSet.MATH),
         *_of(IMANI, 4)),
    ),
    "imani-asks": Beside(
        IMANI, SkillSet.SELF_ADVOCACY, "Asks for help when stuck in 2 of 10 classes.",
        (*_of(IMANI, 1, 2), _seen("imani-6", "Says which card helped after the work is done", SkillSet.SELF_ADVOCACY),
         *_of(IMANI, 3, 4)),
    ),
}  # fmt: skip
