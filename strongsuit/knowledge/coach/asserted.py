"""Whether a sentence says that something is so, or denies, doubts, allows or only mentions it."""

from strongsuit.knowledge.coach.subject import Line
from strongsuit.knowledge.wordlists import words

NEGATION_REACH = 4
MENTION_REACH = 3
CONDITION_REACH = 12
TITLE_REACH = 3
# A denial does not reach past these.
BREAKS = {",", "and", "but", "then", ";", ":"}
CONDITIONS = {"if", "whether", "unless", "suppose"}


def is_asserted(line: Line, at: int, after: int) -> bool:
    """False for questions, denials, conditions, words quoted as words, and names of tests and diagnoses."""
    denied = _denied(line, at)
    return not (line.sentence.asks or denied or _conditional(line, at) or _mentioned(line, at) or _title(line, after))


def _denied(line: Line, at: int) -> bool:
    for spot in range(at - 1, max(at - 1 - NEGATION_REACH, -1), -1):
        text = line.sentence.text(spot)
        if text in BREAKS:
            return False
        if text in words("denials") or text.endswith("n't"):
            return True
        if text == "to" and line.sentence.text(spot - 1) == "used":
            return True
    return False


def _conditional(line: Line, at: int) -> bool:
    before = {line.sentence.text(spot) for spot in range(max(at - CONDITION_REACH, 0), at)}
    return bool(before & CONDITIONS) or line.sentence.text(0) == "should"


def _mentioned(line: Line, at: int) -> bool:
    return any(line.sentence.text(at - step) in words("mentions") for step in range(1, MENTION_REACH + 1))


def _title(line: Line, after: int) -> bool:
    return any(line.sentence.text(after + step) in words("titles") for step in range(TITLE_REACH))
