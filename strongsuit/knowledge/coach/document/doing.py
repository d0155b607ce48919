"""Who does what in a statement: the student an act of their own, others theirs; or somebody's words or consent."""

import re
from collections.abc import Sequence
from functools import cache

from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.reading import TITLES, Token
from strongsuit.knowledge.wordlists import Expressions, rewordings, words

SAID = Expressions("document/doing", re.IGNORECASE)
REACH = 4


@cache
def _acts() -> dict[str, str]:
    """Every third person and base form with its verb."""
    return {form: act for act in words("likes_to_do") for form in verb(act)[:2]}


@cache
def _with_object() -> dict[str, re.Pattern[str]]:
    """Said with an object, these are strengths; without one they may be anything."""
    return {act: re.compile("|".join(said)) for (act,), said in rewordings("document/with_object").items()}


def does_it(part: Sequence[Token], called: frozenset[str]) -> bool:
    """The student as the one who does something listed, with nothing beside it that spoils it."""
    if is_spoilt(part):
        return False
    starts = [at + 1 for at, token in enumerate(part) if is_student(token, called)]
    # A bullet has no subject; a name the form did not give begins its sentence.
    starts += [0, 1] if part and not _is_other(part[0]) and part[0].raw[:1].isupper() else [0]
    return any(_acts_at(part, start) for start in starts)


def is_spoilt(part: Sequence[Token]) -> bool:
    return not words("spoils_doing").isdisjoint(token.text for token in part)


def _acts_at(part: Sequence[Token], start: int) -> bool:
    at = start
    while at < min(start + REACH, len(part)) and part[at].text in words("document/doing.between"):
        at += 1
    if at >= len(part):
        return False
    word = part[at].text
    act = _acts().get(word, "")
    # At the start, a word without its "s" is a name for a thing: "Dance class", "Play area".
    if not act or (start == at and at < 2 and word == act and not (at and _is_plural(part[at - 1]))):
        return False
    rest = " ".join(token.text for token in part[at + 1 :])
    fits = _with_object().get(act)
    return fits is None or (bool(rest) and fits.match(rest) is not None)


def _is_plural(token: Token) -> bool:
    return token.text in words("document/doing.without_s")


def is_student(token: Token, called: frozenset[str]) -> bool:
    return token.text in words("document/doing.student") or token.text in called


def _is_other(token: Token) -> bool:
    word = token.text.removesuffix("'s")
    return word in words("family", "staff", "document/doing.opens_for_others") or word in TITLES


def is_of_others(part: Sequence[Token], called: frozenset[str]) -> bool:
    """ "The team met on May 3", "the aide helps Maya": somebody else does it, and tells nothing of the student."""
    passed = words("document/doing.passed_over")
    spoken = [token.text for token in part if token.is_word and token.text not in passed]
    others = words("staff", "family", "document/doing.others") | TITLES
    tells = not words("document/doing.speakers", "document/doing.tells").isdisjoint(spoken)
    return bool(spoken) and spoken[0] in others - called and not tells


def gives_consent(text: str) -> bool:
    return SAID["gives"].search(text) is not None


def is_told_by_others(text: str, part: Sequence[Token], quoted: Sequence[tuple[int, int]]) -> bool:
    """A quotation, or a line about consent: somebody's own words, and the form's; neither describes the student."""
    if SAID["permits"].search(text):
        return True
    outside = [token for token in part if token.is_word and not any(a <= token.start < b for a, b in quoted)]
    inside = sum(token.is_word for token in part) - len(outside)
    speaks = not words("document/doing.speakers").isdisjoint(token.text for token in outside)
    return inside > 0 and inside >= len(outside) or (inside > 1 and speaks)
