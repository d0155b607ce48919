"""Says of each statement about the student whether it tells a strength, a deficit, or neither; counted, not weighed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from strongsuit.knowledge.coach.document.doing import does_it, gives_consent, is_of_others, is_spoilt, is_told_by_others
from strongsuit.knowledge.coach.passage import Advice
from strongsuit.knowledge.coach.rules import praise_without_example
from strongsuit.knowledge.praise import only_praise
from strongsuit.knowledge.reading import Sentence, Token, quoted_spans, sentences
from strongsuit.knowledge.wordlists import Expressions, phrases, words

SAID = Expressions("document/statements", re.IGNORECASE)
# Fewer words are a name or a figure in a box, unless they judge: a bullet that only says "Lazy." is about the student.
LEAST = 3
HAS_DIGIT = re.compile(r"\d")
STRENGTH, DEFICIT, NEITHER = "strength", "deficit", "neither"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, or one side of a "but"; places count characters of the text it was read from."""

    kind: str
    start: int
    end: int
    text: str


def statements(
    text: str, advice: Sequence[Advice], *, in_strengths: bool = False, names: Iterable[str] = ()
) -> Iterator[Statement]:
    """``in_strengths``: what stands under that heading is one, unless its words say otherwise."""
    called = frozenset(part.lower() for name in names for part in name.split())
    quoted = quoted_spans(text)
    for sentence in sentences(text):
        if sentence.asks:
            continue
        for part in _sides(sentence):
            spoken = [token for token in part if token.is_word]
            if not spoken:
                continue
            start, end = part[0].start, part[-1].end
            short = len(spoken) < (2 if in_strengths else LEAST)
            kind = _kind(part, start, end, advice, in_strengths)
            if short and not _is_judged(start, end, advice) and not (kind == STRENGTH and _is_whole(spoken)):
                continue
            told = text[start:end]
            if gives_consent(told) or (kind != DEFICIT and is_told_by_others(told, part, quoted)):
                kind = NEITHER
            elif kind in (STRENGTH, NEITHER) and not in_strengths:
                kind = _by_who_does_it(part, kind, called)
            yield Statement(kind, start, end, text[start:end])


def _is_judged(start: int, end: int, advice: Sequence[Advice]) -> bool:
    return any(one.start < end and start < one.end for one in advice)


def _is_whole(spoken: Sequence[Token]) -> bool:
    """ "Loves art" and "Strong reader" say all that "weak reader" says; "Goal met" and "Own pace" stand in a box."""
    if len(spoken) < 2:
        return False
    first, last = spoken[0], spoken[-1]
    begins = first.text.endswith("s") and not first.text.endswith("ss")
    heads = words("document/statements.heads")
    return heads.isdisjoint({first.text, last.text}) and (begins or SAID["is_one"].search(last.text) is not None)


def _by_who_does_it(part: Sequence[Token], kind: str, called: frozenset[str]) -> str:
    """What the student does of their own is a strength or an interest; what others do, or a measure, is a fact."""
    if kind == STRENGTH:
        spoilt = is_spoilt(part) and not _is_liked(part)
        return NEITHER if spoilt or is_of_others(part, called) or _is_measured(part) else STRENGTH
    said = tuple(token.text for token in part)
    denied = _denied(said, words("document/statements.not", "document/statements.needing"))
    praised = only_praise(" ".join(token.raw for token in part))
    plain = not (denied or praised or _says(said, "difficulty_says") or _is_measured(part))
    return STRENGTH if plain and does_it(part, called) else NEITHER


def _denied(said: tuple[str, ...], bars: frozenset[str]) -> bool:
    return not bars.isdisjoint(said) or any(word.endswith("n't") for word in said)


def _is_liked(part: Sequence[Token]) -> bool:
    return not words("liking_says").isdisjoint(token.text for token in part)


def _is_measured(part: Sequence[Token]) -> bool:
    """A rate or a score is neutral, unless the words beside it say that it is liked or goes well."""
    text = " ".join(token.raw for token in part)
    return not _is_liked(part) and SAID["measured"].search(text) is not None


def _sides(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    held: list[Token] = []
    turns = words("document/statements.turns")
    for token in sentence.tokens:
        if token.text in turns and len(held) >= LEAST:
            yield tuple(held)
            held = []
        else:
            held.append(token)
    if held:
        yield tuple(held)


def _kind(part: tuple[Token, ...], start: int, end: int, advice: Sequence[Advice], in_strengths: bool) -> str:
    here = [one for one in advice if one.start < end and start < one.end]
    if any(one.category != praise_without_example.CATEGORY for one in here):
        return DEFICIT
    if here or only_praise(" ".join(token.raw for token in part)):
        # Praise that names no skill is kind, and says nothing the next teacher could use.
        return NEITHER
    said = tuple(token.text for token in part)
    difficult = _says(said, "difficulty_says")
    if difficult and not _helped(part):
        return DEFICIT
    # Under strengths "never misses a rehearsal" is praise.
    bars = words("document/statements.not") - (words("document/statements.never") if in_strengths else frozenset())
    if difficult or _denied(said, bars | words("document/statements.needing")):
        return NEITHER
    return STRENGTH if in_strengths or _says(said, "strength_says") else NEITHER


def _helped(part: tuple[Token, ...]) -> bool:
    """A difficulty told with a measure or with what helps is a fact to plan with."""
    said = {token.text for token in part}
    helps = words("document/statements.measures", "support_says")
    return any(HAS_DIGIT.search(token.raw) for token in part) or not helps.isdisjoint(said)


@cache
def _starts(name: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases(name))


def _says(said: tuple[str, ...], name: str) -> bool:
    listed, starts = phrases(name), _starts(name)
    return any(
        word in starts and (said[at : at + 1] in listed or said[at : at + 2] in listed) for at, word in enumerate(said)
    )
