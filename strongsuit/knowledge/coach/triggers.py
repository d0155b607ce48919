"""Where a listed phrase stands in a passage, and whether the student is said to do or be it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from strongsuit.knowledge.coach.passage import Passage
from strongsuit.knowledge.coach.subject import REACH, Line, Subject, Who, lines
from strongsuit.knowledge.reading import longest_phrase, quoted_spans
from strongsuit.knowledge.wordlists import words

POSSESSIVES = {"his", "her", "their"}
NEAR_PREPOSITION = 3
# A sentence that opens with its verb, as notes and bullets do, is about the student.
UNNAMED = Subject(-1, Who.STUDENT)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A listed phrase at tokens ``at`` to ``after`` of a line, with what may stand in its place."""

    line: Line
    at: int
    after: int
    reframes: tuple[str, ...]

    def text(self, step: int = 0) -> str:
        """The word ``step`` places behind the phrase."""
        return self.line.sentence.text(self.after + step)

    def near(self, reach: int) -> set[str]:
        return {self.text(step) for step in range(reach)}

    def span(self, *, further: int = 0) -> tuple[int, int]:
        """From the "flatly" before it to its end, or ``further`` words on, in characters of the passage."""
        first, tokens = self.at, self.line.sentence.tokens
        while first and tokens[first - 1].text in words("intensifiers"):
            first -= 1
        return tokens[first].start, tokens[self.after - 1 + further].end


def triggers(passage: Passage, table: Mapping[tuple[str, ...], tuple[str, ...]]) -> Iterator[Trigger]:
    """Each listed phrase outside quotation marks, the longest at each place."""
    quotes = quoted_spans(passage.words)
    for line in lines(passage.words, passage.subject_names):
        at, tokens = 0, line.sentence.tokens
        while at < len(tokens):
            length = longest_phrase(line.sentence, at, table)
            if length and not is_quoted(tokens[at].start, quotes):
                found = tuple(token.text for token in tokens[at : at + length])
                yield Trigger(line, at, at + length, table[found])
            at += length or 1


def is_quoted(start: int, quotes: tuple[tuple[int, int], ...]) -> bool:
    before = bisect_right(quotes, (start, start))
    return before > 0 and start < quotes[before - 1][1]


def student_doing(trigger: Trigger) -> Subject | None:
    """The student as the one who does it; None for anybody else, in doubt, or in the student's own words."""
    line, first = trigger.line, _first_of_verb(trigger)
    if first is None:
        return None
    before = line.sentence.text(first - 1)
    if first == 0 or (before in {",", ":", "–", "—"} and not line.mentions_anyone(first)):
        return UNNAMED
    subject = _subject_of(line, first, before)
    told = subject is not None and line.is_student(subject) and not line.says_it_alone(subject)
    return subject if told else None


def student_being(trigger: Trigger) -> Subject | None:
    """The student as the one who is like that, or whose it is: "his defiance", "Maya's inability"."""
    line = trigger.line
    if trigger.at == 0:
        return UNNAMED
    for spot in range(trigger.at - 1, max(trigger.at - 1 - REACH, -1), -1):
        text = line.sentence.text(spot)
        if text in POSSESSIVES:
            owner = Subject(spot, Who.STUDENT, pronoun=True)
            return owner if line.is_student(owner) else None
        if text.endswith(("'s", "s'")) and not text.startswith(("he's", "she's")):
            owned = line.sentence.tokens[spot].raw[:-2]
            return Subject(spot, Who.STUDENT) if owned in line.names or text[:-2] in words("students") else None
    subject = line.subject_before(trigger.at)
    told = subject is not None and line.is_student(subject) and not line.says_it_alone(subject)
    return subject if told else None


def _first_of_verb(trigger: Trigger) -> int | None:
    """Where the verb begins, with its "has" or "began to"; None for "the right to refuse" and "was refused"."""
    first, text = trigger.at, trigger.line.sentence.text
    if text(first - 1) in words("be") and text(trigger.at).endswith("ed"):
        return None
    while first and (text(first - 1) in words("between") or text(first - 1).endswith("ly") or text(first - 1) == "to"):
        first -= 1
        if text(first) == "to" and text(first - 1) not in words("before_to"):
            return None
    return first


def _subject_of(line: Line, first: int, before: str) -> Subject | None:
    if before in words("joining"):
        return next((found for found in line.subjects() if found.at < first), None)
    subject = line.subject_before(first)
    if subject is None:
        return None
    # "The zipper refuses": some other noun stands right before the verb.
    near = {line.sentence.text(first - step) for step in range(2, 2 + NEAR_PREPOSITION)}
    return subject if subject.at == first - 1 or before in {"who", ")"} or near & words("prepositions") else None
