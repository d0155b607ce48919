"""Sentences around a pattern's own words: what it finds, spelled out, between a subject, a condition and an impact."""

from dataclasses import dataclass
from random import Random

from strongsuit.knowledge.coach.patterns import FOLDER, Pattern, patterns

SUBJECTS = ("Kofi", "He", "She", "They", "The student", "Kofi's teacher says he", "Ana-Lucía", "")
CONDITIONS = (
    "", "When the room is loud, ", "During writing, ", "On 3 May, ", "With a word bank, ", "In 4 of 10 lessons, ",
    "After lunch on 12 days, ", "Given 2 reminders, ",
)  # fmt: skip
IMPACTS = (
    "", " in 7 of 12 lessons", " for 25 minutes", " when the bell rings", " during the 9:15 class",
    "; he then misses 20 minutes of science", " and waits for help 6 times a day", " with 3 adults in the room",
)  # fmt: skip


@dataclass(frozen=True)
class Spelled:
    """A sentence, where in it the verdict stands, and what was said around it."""

    words: str
    at: int
    end: int
    condition: str
    impact: str


def all_patterns() -> tuple[Pattern, ...]:
    return tuple(each for path in sorted(FOLDER.glob("*.txt")) for each in patterns(path.stem))


def sentence(pattern: Pattern, chance: Random) -> Spelled:
    subject, condition, impact = (chance.choice(some) for some in (SUBJECTS, CONDITIONS, IMPACTS))
    before = f"{condition}{subject} " if subject else condition
    verdict = pattern.example(chance).replace(" ,", ",")
    return Spelled(f"{before}{verdict}{impact}.", len(before), len(before + verdict), condition, impact)
