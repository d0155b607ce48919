"""Reads a strength: the act somebody saw, where or when, and what shows it (R-2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.goals import Part
from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.praise import Praise, only_praise, praise_in
from strongsuit.knowledge.reading import Sentence, sentences
from strongsuit.knowledge.wordlists import words

HE_SHE = frozenset({"he", "she", "they", "who"})
# A word after one of these is a thing, not an act: "her drawing", "3 book talks".
BEFORE_A_THING = frozenset({"the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "of", "in", "on"})
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
    r"|\b(?:work|writing|math|art) samples?\b|\bportfolio\b|\b(?:device|reading|data|tally|log|running) (?:log|sheet|"
    r"record|chart)\b|\b(?:video|photo|recording|checklist|tally|log) (?:of|from|on)\b[^.;)]*|\baccording to [^.;)]+"
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
    inside = _praise(sentence, known)
    for at, token in enumerate(sentence.tokens):
        if at in inside or not token.is_word or sentence.text(at - 1) in BEFORE_A_THING:
            continue
        if at and sentence.tokens[at - 1].raw[0].isdigit():
            continue
        after_name = _follows_student(sentence, at, known) and token.text.endswith(("s", "ed"))
        if token.text in _forms() or (after_name and token.text not in _unseen()):
            yield _part(text, token.start, token.end)


def _praise(sentence: Sentence, known: set[str]) -> set[int]:
    return {at for first, after in praise_in(sentence, known) for at in range(first, after)}


def _follows_student(sentence: Sentence, at: int, known: set[str]) -> bool:
    before = at - 1
    while before >= 0 and (sentence.text(before).endswith("ly") or sentence.text(before) in {"often", "also", "now"}):
        before -= 1
    return before >= 0 and (sentence.text(before) in HE_SHE or sentence.tokens[before].raw in known)


def _places(text: str, sentence: Sentence, known: set[str]) -> Iterator[Part]:
    inside = _praise(sentence, known)
    for at, token in enumerate(sentence.tokens):
        if token.text not in WHERE_WHEN or _is_no_place(token.text, sentence.text(at + 1)):
            continue
        last, tells = at, False
        for there in range(at + 1, min(at + 1 + LONGEST_PLACE, len(sentence.tokens))):
            word = sentence.tokens[there]
            if not word.is_word or word.text in {"and", "but", "or"}:
                break
            last = there
            tells = tells or (there not in inside and _tells(word.text, word.raw, known))
        if tells:
            yield _part(text, token.start, sentence.tokens[last].end)


def _is_no_place(word: str, behind: str) -> bool:
    return behind in NO_PLACE or (word == "at" and behind.endswith("ing"))


def _tells(word: str, raw: str, known: set[str]) -> bool:
    plain = word not in words("filler") and word not in ANYWHERE and word not in WHERE_WHEN and raw not in known
    return plain and not raw[0].isdigit() and len(word) > 2 and word not in words("numbers")


def _evidence(text: str) -> Part | None:
    for pattern in (SOURCE, COUNT, NUMBERED, DAY):
        if found := pattern.search(text):
            return _part(text, *found.span())
    return None


def _part(text: str, start: int, end: int) -> Part:
    said = text[start:end].rstrip(" ,;.")
    return Part(start, start + len(said), said)
