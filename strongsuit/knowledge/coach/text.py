"""A whole passage as the coach reads it: in small letters, with its quotes and the names it knows."""

from bisect import bisect_right
from dataclasses import dataclass

from strongsuit.knowledge.reading import quoted_spans

# Signs at which what goes together ends.
BREAKS = {",", ";", ":", "(", ")", "–", "—", "•", "-", "--"}
# What stands before these is a heading: "Behavior: refuses".
LABELS = {":", "–", "—", "•"}


@dataclass(slots=True)
class Text:
    """A whole passage: what it says, where it belongs, and what in it nobody may judge."""

    words: str
    context: str
    names: frozenset[str]
    quotes: tuple[tuple[int, int], ...]
    plain: str = ""

    def quote_at(self, start: int) -> tuple[int, int] | None:
        before = bisect_right(self.quotes, (start, len(self.words)))
        return self.quotes[before - 1] if before and start < self.quotes[before - 1][1] else None


def read(passage_words: str, context: str, names: tuple[str, ...]) -> Text:
    known = frozenset(part for name in names for part in name.split() if len(part) > 1)
    return Text(passage_words, context, known, quoted_spans(passage_words), plain(passage_words))


def plain(text: str) -> str:
    """Lower case with straight apostrophes, each character in its place."""
    lowered = text.replace("’", "'").replace("‐", "-").replace("‑", "-")
    small = lowered.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in lowered)
