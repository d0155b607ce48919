"""How far the words of a part reach: an act to where the next thing is said, and no part into words that lead on."""

import re
from collections.abc import Iterable

from strongsuit.knowledge.coach.goals.shapes import Part
from strongsuit.knowledge.wordlists import Expressions, words

SAID = Expressions("goals/extent")
LAST_WORD = re.compile(r"[\w'’/-]+$")
CLOSING = " ,;.(["
LONGEST_ACT = 100


def act(text: str, low: str, one: Part | None, others: Iterable[Part | None]) -> Part | None:
    """To the next sign, number or part, so that what the verb is done to is in."""
    if one is None:
        return None
    end = one.start + LONGEST_ACT
    stop = SAID["stop"].search(low, one.start, end)
    end = stop.start() if stop else low.rfind(" ", one.start, end) if len(low) > end else len(low)
    whole = Part(one.start, end, text[one.start : end].rstrip(CLOSING))
    return apart(text, Part(whole.start, whole.start + len(whole.text), whole.text), others)


def apart(text: str, one: Part | None, others: Iterable[Part | None]) -> Part | None:
    """Up to the next part where that begins inside."""
    if one is None:
        return None
    end = min((other.start for other in others if other and one.start < other.start < one.end), default=one.end)
    return led(Part(one.start, end, text[one.start : end])) if end < one.end else one


def led(one: Part | None) -> Part | None:
    """Without the words at its end that lead on to what follows: "8 of 10 questions by"."""
    if one is None:
        return None
    said = one.text.rstrip(CLOSING)
    while (last := LAST_WORD.search(said)) and last.start() and last[0].lower() in words("goals/extent.leading_on"):
        said = said[: last.start()].rstrip(CLOSING)
    return Part(one.start, one.start + len(said), said)
