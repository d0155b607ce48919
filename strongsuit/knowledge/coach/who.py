"""Who can be meant in a sentence, and the words that always mean the same one."""

from enum import Enum
from functools import cache

from strongsuit.knowledge.reading import TITLES
from strongsuit.knowledge.wordlists import words


class Who(Enum):
    STUDENT = "student"
    STUDENTS = "students"
    FAMILY = "family"
    STAFF = "staff"
    AGENCY = "agency"
    THING = "thing"
    # What belongs to the student: "his handwriting", "Maya's attention".
    OWNED = "owned"
    SPEAKER = "speaker"
    # A note or bullet that opens with what it says.
    NOBODY = "nobody"
    # Asked of each word; the usual hash of an enum is a call of its own.
    __hash__ = object.__hash__


MEANT_BY_PRONOUNS = (Who.STUDENT, Who.SPEAKER, Who.STAFF, Who.THING)


@cache
def pronouns() -> dict[str, Who]:
    return {word: who for who in MEANT_BY_PRONOUNS for word in words(f"pronouns.{who.value}")}


@cache
def anybody() -> frozenset[str]:
    """Every word that names somebody: most words of a text are asked in vain."""
    lists = words("students", "many_students", "family", "staff", "agencies")
    return lists.union(pronouns(), TITLES)
