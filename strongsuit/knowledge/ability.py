"""Reads a strength: the act somebody saw, where or when, and what shows it (R-2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.goals import Part
from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.praise import Praise, only_praise, praise_in
from strongsuit.knowledge.reading import Sentence, Token, sentences
from strongsuit.knowledge.wordlists import words

HE_SHE = frozenset({"he", "she", "they", "who"})
# A word after one of these is a thing, not an act: "her drawing", "3 book talks".
BEFORE_A_THING = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "of", "in", "on"})
# Between a student and the act.
BETWEEN = frozenset({"often", "also", "now", "can", "could", "will", "always", "first", "then"})
# After these a whole sentence may follow; after other words of place its subject ends what they say.
CLAUSES = frozenset({"when", "while", "whenever", "after", "before", "until", "if", "once"})
WHERE_WHEN = frozenset(
    {"in", "at", "on", "during", "after", "before", "when", "while", "whenever", "until", "beside", "between", "from",
     "without", "with", "if", "once", "every", "each"}
)  # fmt: skip
# Every sentence about school could say these; they tell nobody where to look.
ANYWHERE = frozenset(
    {"class", "classroom", "school", "general", "life", "things", "everything", "work", "lot", "heart"}
)
# "In order", "at first", "on purpose"; and "good at drawing".
NO_PLACE = frozenset({"order", "fact", "general", "first", "last", "least", "purpose", "addition"})
LONGEST_PLACE = 6
SOURCE = re.compile(
    r"\b(?:seen|noted|noticed|observed|recorded|heard|counted|timed|shown|filmed|photographed|kept|measured|told)\s+"
    r"(?:by|in|on|at|with)\s+(?:(?:mr|mrs|ms|dr)\.\s+)?\w+[^.;)]*"
    r"|\b(?:(?:work|writing|math|art|language) samples?|portfolio|tally|checklist|rubric|videos?|recordings?|photos?|"
    r"(?:device |reading |data |running )?(?:logs?|sheet|record|chart))\b(?: (?:of|from|on) [^.;)]*)?"
    r"|\baccording to [^.;)]+|\bper (?:the|his|her|their) [^.;,)]+"
    r"|\b(?:his|her|their) (?:mother|father|family|aunt|uncle|grandmother|grandfather|teacher|coach) (?:says|saw|"
    r"reports|tells|counted)\b[^.;)]*",
    re.IGNORECASE,
)
COUNT = re.compile(
    r"\b\d+(?:[.,]\d+)?(?:\s*(?:of|out of|/|in|to)\s*(?:the (?:last )?)?\d+)?\s*(?:%|(?:[A-Za-z-]+)"
    r"(?: (?!in\b|at\b|on\b|and\b|of\b|with\b)[A-Za-z-]+)?)?"
)
NUMBERED = re.compile(
    r"\b(?:twice|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\s+(?:(?:of|out of)\s+\w+|times|days|weeks|"
    r"minutes|months)\b[^.;,)]*",
    re.IGNORECASE,
)


# With its capital: "may" is no month.
DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|"
    r"Thurs|Fri)days?)\b"
)


@dataclass(frozen=True, slots=True)
class AbilityReading:
    """Each part with the words that show it, nothing where it is missing; ``praise`` is what only praises."""

    act: Part | None
    context: Part | None
    evidence: Part | None
    praise: tuple[Praise, ...]

    @property
    def complete(self) -> bool:
        return bool(self.act and self.context and self.evidence) and not self.praise


def read_ability(text: str, names: tuple[str, ...] = ()) -> AbilityReading:
    known = {part for name in names for part in name.split()}
    read = tuple(sentences(text))
    context = next((found for one in read for found in _places(text, one, known)), None)
    acts = [found for one in read for found in _acts(text, one, known)]
    # "When he talks first, he tells a story": the act is the second one.
    apart = [act for act in acts if context is None or not context.start <= act.start < context.end]
    return AbilityReading(
        act=next(iter(apart or acts), None),
        context=context,
        evidence=_evidence(text),
        praise=only_praise(text, names),
    )


@cache
def _forms() -> frozenset[str]:
    return frozenset(form.split()[0] for act in words("seen_acts") for form in verb(act))


@cache
def _unseen() -> frozenset[str]:
    lemmas = words("not_acts") | words("unseen_acts")
    return frozenset(form.split()[0] for act in lemmas for form in verb(act)) | words("be") | words("verb_group")


def _acts(text: str, sentence: Sentence, known: set[str]) -> Iterator[Part]:
    """What the student does first, then any other word for an act: "story time" may be one, or a thing."""
    inside, others = _praise(sentence, known), []
    for at, token in enumerate(sentence.tokens):
        if at in inside or not token.is_word or _is_thing(sentence, at):
            continue
        if _follows_student(sentence, at, known):
            if token.text in _forms() or (token.text.endswith(("s", "ed")) and token.text not in _unseen()):
                yield _part(text, token.start, token.end)
        elif token.text in _forms():
            others.append(_part(text, token.start, token.end))
    yield from others


def _is_thing(sentence: Sentence, at: int) -> bool:
    before = sentence.text(at - 1)
    return before in BEFORE_A_THING or before[:1].isdigit()


def _praise(sentence: Sentence, known: set[str]) -> set[int]:
    return {at for first, after in praise_in(sentence, known) for at in range(first, after)}


def _follows_student(sentence: Sentence, at: int, known: set[str]) -> bool:
    before = at - 1
    while before >= 0 and (sentence.text(before).endswith("ly") or sentence.text(before) in BETWEEN):
        before -= 1
    return before >= 0 and (sentence.text(before) in HE_SHE or sentence.tokens[before].raw in known)


def _places(text: str, sentence: Sentence, known: set[str]) -> Iterator[Part]:
    inside = _praise(sentence, known)
    for at, token in enumerate(sentence.tokens):
        if token.text not in WHERE_WHEN or _is_no_place(token.text, sentence.text(at + 1)):
            continue
        reach = tuple(_reach(sentence, at, known))
        if any(there not in inside and _tells(sentence.tokens[there], known) for there in reach):
            last = max(there for there in reach if not _hangs(sentence.tokens[there]))
            yield _part(text, token.start, sentence.tokens[last].end)


def _reach(sentence: Sentence, at: int, known: set[str]) -> Iterator[int]:
    """The words that belong to the place that begins at ``at``."""
    clause = sentence.text(at) in CLAUSES
    for there in range(at + 1, min(at + 1 + LONGEST_PLACE, len(sentence.tokens))):
        token = sentence.tokens[there]
        student = token.raw in known or token.text in HE_SHE
        if not token.is_word or token.text in {"and", "but", "or"} or (student and not clause):
            return
        yield there


def _hangs(token: Token) -> bool:
    """A word that only leads to the next one ends nothing."""
    return token.raw[0].isdigit() or token.text in words("prepositions") | words("determiners") | WHERE_WHEN


def _is_no_place(word: str, behind: str) -> bool:
    return behind in NO_PLACE or (word == "at" and behind.endswith("ing"))


def _tells(token: Token, known: set[str]) -> bool:
    word = token.text
    empty = words("filler") | words("numbers") | ANYWHERE | WHERE_WHEN
    return word not in empty and token.raw not in known and not _hangs(token) and len(word) > 2


def _evidence(text: str) -> Part | None:
    for pattern in (COUNT, NUMBERED, SOURCE, DAY):
        if found := pattern.search(text):
            return _part(text, *found.span())
    return None


def _part(text: str, start: int, end: int) -> Part:
    said = text[start:end].rstrip(" ,;.")
    return Part(start, start + len(said), said)
