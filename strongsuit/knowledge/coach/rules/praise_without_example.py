"""Say what the student does well and where it was seen, not that the student is liked.

Language guide 7 and rule R-2: praise is kind, but nobody can plan with it.
"""

from collections.abc import Iterator

from strongsuit.knowledge.coach.passage import Advice, Passage
from strongsuit.knowledge.coach.subject import Line, lines
from strongsuit.knowledge.praise import Praise, only_praise
from strongsuit.knowledge.reading import quoted_spans
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

CATEGORY = "praise_without_example"
SEVERITY = 1
WHY = gettext_noop("Praise says that the student is liked, but gives the next teacher nothing to build on.")
ASK = gettext_noop("What does the student do well, and where was it seen?")

HAS = {"has", "have", "had", "with"}
EFFORT = ("works", "tries", "does")
OF_SOMEONE = ("someone who ___, seen in ___",)
OF_A_TRAIT = ("a way of ___, seen in ___",)
OF_EFFORT = ("keeps at ___ for ___ minutes, seen in ___",)
ANYWHERE = ("___ (seen in ___)",)


def check(passage: Passage) -> Iterator[Advice]:
    found = only_praise(passage.words, passage.subject_names)
    starts = {praise.start for praise in found}
    if not all(_praises_student(line, starts) for line in lines(passage.words, passage.subject_names)):
        return
    quotes = quoted_spans(passage.words)
    for praise in found:
        if not any(start <= praise.start < end for start, end in quotes):
            yield _advice(passage, praise)


def _praises_student(line: Line, starts: set[int]) -> bool:
    tokens = line.sentence.tokens
    if line.sentence.asks or not words("denials").isdisjoint(token.text for token in tokens):
        return False
    subject = next(line.subjects(), None)
    # Notes leave the subject out: "A joy to have in class".
    return line.is_student(subject) if subject else tokens[0].start in starts


def _advice(passage: Passage, praise: Praise) -> Advice:
    quote, span = passage.words[praise.start : praise.end], (praise.start, praise.end)
    reframes = _reframes(praise, quote)
    return Advice("praise_without_example", CATEGORY, SEVERITY, passage.place, *span, quote, WHY, reframes, ASK)


def _reframes(praise: Praise, quote: str) -> tuple[str, ...]:
    if praise.lead in HAS:
        return OF_A_TRAIT
    if quote.lower().startswith(EFFORT):
        return OF_EFFORT
    return OF_SOMEONE if praise.lead in words("be") or not praise.lead else ANYWHERE
