"""What a reading of a goal is made of: its parts, with the places in the text that decide them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from strongsuit.knowledge.words import gettext_noop

KINDS = ("annual", "objective", "postsecondary")
PARTS = ("condition", "behavior", "criterion", "timeframe", "measurement", "baseline", "strength")
ADVICE = {
    "condition": gettext_noop("Given what? Name the material, the setting, the cue or the support."),
    "behavior": gettext_noop("What will somebody else see or count? Name one act."),
    "criterion": gettext_noop("How much is enough? Give a number that fits the act."),
    "timeframe": gettext_noop("By when? Give a date or a span."),
    "measurement": gettext_noop("How is it recorded, and by whom?"),
    "baseline": gettext_noop(
        "Where does it stand today, in the same unit? Without that nobody can say how ambitious it is."
    ),
    "strength": gettext_noop("Which strength, interest or choice of this student is the way to it?"),
}

# Asked where the parts are there and something is off (language guide 9, ambitious and postsecondary).
SURE = gettext_noop("Say what will be: “will”, and not what is hoped or wanted.")
AMBITION = gettext_noop("The level to reach is not past where it stands today. Is that meant?")


def wanted(change: re.Match[str]) -> tuple[int, int]:
    return change.span(change.lastgroup or 0)


@dataclass(frozen=True, slots=True)
class Part:
    """The words that decide a part, by place in the text; nothing where the part is missing."""

    start: int
    end: int
    text: str


def part(text: str, start: int, end: int) -> Part:
    said = text[start:end].rstrip(" ,;.").lstrip(" ,;.([–")
    start = text.index(said, start, end)
    return Part(start, start + len(said), said)


def first(text: str, found: Iterable[re.Match[str]]) -> Part | None:
    return next((part(text, *one.span()) for one in found), None)


def inside(start: int, *others: Part | None) -> bool:
    return any(other and other.start <= start < other.end for other in others)
