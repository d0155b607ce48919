"""Whom a sentence is about: the student, another person, or an agency or thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from strongsuit.knowledge.reading import TITLES, Sentence, sentences
from strongsuit.knowledge.wordlists import words

# How far before a verb its subject may stand.
REACH = 8
SINGULAR = {"he", "she"}
SUBJECTS = {"he", "she", "they"}
# "He's" is "he is"; "Maya's" belongs to Maya and is nobody's act.
SHORTENED = ("'s", "'re", "'ve", "'d", "'ll")


class Who(Enum):
    STUDENT = "student"
    PERSON = "person"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Subject:
    """``particular`` is one student everybody knows; "any student" and "students" are not."""

    at: int
    who: Who
    pronoun: bool = False
    particular: bool = True
    many: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what it inherits: the student's names and whom the text was about before it."""

    sentence: Sentence
    names: frozenset[str]
    topic: Who | None

    def subject_before(self, at: int) -> Subject | None:
        """The nearest one before ``at`` that can be a subject."""
        reach = range(at - 1, max(at - 1 - REACH, -1), -1)
        return next((found for spot in reach if (found := self._subject_at(spot))), None)

    def is_student(self, subject: Subject) -> bool:
        """A pronoun is the student unless somebody else was spoken of; in doubt it is not."""
        if not subject.pronoun:
            return subject.who is Who.STUDENT
        before = [found for spot in range(subject.at) if (found := self._anyone_at(spot)) and self._can_return(found)]
        if any(found.who is Who.STUDENT for found in before):
            return True
        if persons := [found for found in before if found.who is Who.PERSON]:
            return self._staff_reports(persons[-1], subject)
        topic = before[-1].who if before else self.topic
        singular = self.sentence.text(subject.at) in SINGULAR
        return topic is not Who.PERSON and (singular or topic is not Who.AGENCY)

    def says_it_alone(self, subject: Subject) -> bool:
        """The student's own words, told by somebody else: "Maya says she can't"."""
        near = range(subject.at - 1, max(subject.at - 1 - REACH, -1), -1)
        verb = next((spot for spot in near if self.sentence.text(spot) in words("speaking")), None)
        speaker = self.subject_before(verb) if verb is not None and subject.pronoun else None
        return speaker is not None and self.is_student(speaker)

    def mentions_anyone(self, before: int) -> bool:
        return any(self._anyone_at(spot) for spot in range(before))

    def next_topic(self) -> Who | None:
        """Whom the next sentence's pronouns mean: the student if named, else the first one named, else as before."""
        named = [found for found in self.subjects() if self._can_return(found)]
        if any(found.who is Who.STUDENT for found in named):
            return Who.STUDENT
        return named[0].who if named else self.topic

    def subjects(self) -> Iterator[Subject]:
        """Everybody in the sentence who may act, in order."""
        return (found for spot in range(len(self.sentence.tokens)) if (found := self._subject_at(spot)))

    def _subject_at(self, at: int) -> Subject | None:
        found = self._anyone_at(at)
        return None if found is None or self._after_preposition(at, found) else found

    def _anyone_at(self, at: int) -> Subject | None:
        token = self.sentence.tokens[at]
        if token.raw.replace("’", "'") in self.names:
            titled = self.sentence.text(at - 1) in TITLES
            return Subject(at, Who.PERSON if titled else Who.STUDENT)
        text = next((token.text.removesuffix(end) for end in SHORTENED if token.text.endswith(end)), token.text)
        if text in SUBJECTS:
            return Subject(at, Who.STUDENT, pronoun=True, many=text == "they")
        if token.text in words("students"):
            return Subject(at, Who.STUDENT, particular=self._is_particular(at))
        if token.text in words("many_students"):
            return Subject(at, Who.STUDENT, particular=False, many=True)
        if token.text in words("people") or token.text in TITLES:
            return Subject(at, Who.PERSON)
        return Subject(at, Who.AGENCY) if token.text in words("agencies") else None

    def _can_return(self, found: Subject) -> bool:
        """Whether a later pronoun can mean this one."""
        return not found.pronoun and self.sentence.text(found.at) not in words("speakers")

    def _is_particular(self, at: int) -> bool:
        return self.sentence.text(at - 1) in {"the", "this", "our"}

    def _after_preposition(self, at: int, found: Subject) -> bool:
        """In "the parents of the student refuse" it is not the student who refuses."""
        if found.pronoun:
            return False
        before = [self.sentence.text(at - step) for step in (1, 2, 3)]
        if before[0] in words("prepositions"):
            return True
        article = before[0] in words("determiners") and before[1] in words("prepositions")
        return article or (before[1] in words("determiners") and before[2] in words("prepositions"))

    def _staff_reports(self, person: Subject, subject: Subject) -> bool:
        """An adult's opinion about the student: "the teacher reports that he refuses"."""
        between = {self.sentence.text(spot) for spot in range(person.at + 1, subject.at)}
        by_staff = self.sentence.text(person.at) in words("staff")
        return by_staff and len(between) <= 3 and bool(between & words("reporting"))


def lines(text: str, names: tuple[str, ...]) -> Iterator[Line]:
    known = frozenset(part for name in names for part in name.split() if len(part) > 1)
    topic: Who | None = None
    for sentence in sentences(text):
        line = Line(sentence, known, topic)
        yield line
        topic = line.next_topic()
