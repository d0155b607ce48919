"""A text as an eye reads it: what nobody sees is left out, letters in special forms are ordinary letters, a line
that only ends because the page did goes on, and a ticked box is the dot of a list.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from strongsuit.knowledge.coach.passage import Advice
from strongsuit.knowledge.coach.wrapped import wrapped

# Soft hyphens, signs without width, signs of direction.
UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
# Letters joined by a typesetter, wide ones, bold and slanted ones of social media; a letter with its accent apart.
SPECIAL = "\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff"
# A box that was ticked, in a list of an old form.
TICKED = re.compile(r"[\[(] ?[xX] ?[\])](?=\s+[^\W\d_])|^[ \t]*[xX](?=[ \t]+[A-Z][a-z])", re.MULTILINE)
UNUSUAL = re.compile(f"([{UNSEEN}]+)|[{SPECIAL}]|[^\\W\\d_][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Legible:
    """``words`` to read; of each character, where in the text as written what it stands for begins and ends."""

    words: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        return (self.starts[start], self.ends[end - 1]) if end else (0, 0)

    def back(self, advice: Advice, written: str) -> Advice:
        """The advice with its places in the text as written."""
        start, end = self.span(advice.start, advice.end)
        return replace(advice, start=start, end=end, quote=written[start:end], over=self.span(*advice.over))


def legible(written: str) -> Legible | None:
    """None where a text can be read as it stands; nearly every one can."""
    ticks = ((*found.span(), "•") for found in TICKED.finditer(written))
    marks = sorted([*_unusual(written), *wrapped(written), *ticks])
    if not marks:
        return None
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, shown in [*marks, (len(written), len(written), "")]:
        parts.append(written[done:start])
        starts.extend(range(done, start))
        ends.extend(range(done + 1, start + 1))
        parts.append(shown)
        starts.extend([start] * len(shown))
        ends.extend([end] * len(shown))
        done = end
    return Legible("".join(parts), starts, ends)


def _unusual(written: str) -> Iterator[tuple[int, int, str]]:
    """From where to where something stands that an eye does not see so, and what it sees."""
    if written.isascii():
        return
    for found in UNUSUAL.finditer(written):
        yield *found.span(), "" if found[1] else unicodedata.normalize("NFKC", found[0])
