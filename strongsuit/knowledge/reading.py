"""Text read as sentences and tokens, each with its place in the text as stored."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+(?:['’‐-][^\W_]+)*|_+|[.!?;:,()\n•–—]")
QUOTE = re.compile(r"""["“”«»\n'‘’]""")
DOUBLE = frozenset('"“”«»')
# Words that an apostrophe stands before in place of their first letters.
CLIPPED = re.compile(r"(?:em|til|till|tis|twas|cause|cuz|n|bout|round|fore|kay|nother)\b", re.IGNORECASE)
ENDS = frozenset(".!?\n•")
# A full stop after these does not end a sentence.
SHORT_FORMS = frozenset({"mr", "mrs", "ms", "dr", "st", "vs", "etc", "e.g", "i.e", "approx"})
TITLES = frozenset({"mr", "mrs", "ms", "dr", "miss", "coach", "nurse", "principal"})
# Keeps the work linear when somebody pastes a book without a full stop.
LONGEST = 400
LONGEST_PHRASE = 6


class Token(NamedTuple):
    """``text`` is lower case with a straight apostrophe, for comparing; ``raw`` is what was written."""

    text: str
    raw: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.raw[0].isalnum()


@dataclass(frozen=True, slots=True)
class Sentence:
    tokens: tuple[Token, ...]
    asks: bool = False

    def text(self, at: int) -> str:
        """The word at ``at``, and nothing where there is none."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""


def tokens(words: str) -> Iterator[Token]:
    for found in TOKEN.finditer(words):
        raw = found[0]
        low = raw.lower()
        if not low.isascii():
            low = low.replace("’", "'").replace("‐", "-")
        # Half the time of Token(...), for every word of every text.
        yield tuple.__new__(Token, (low, raw, *found.span()))


def sentences(words: str) -> Iterator[Sentence]:
    """Split at full stops, question and exclamation marks, line ends and bullets."""
    held: list[Token] = []
    for token in tokens(words):
        if token.raw not in ENDS and len(held) < LONGEST:
            held.append(token)
        elif token.raw == "." and held and _goes_on(held[-1]):
            continue
        else:
            if held:
                yield Sentence(tuple(held), asks=token.raw == "?")
            held = [] if token.raw in ENDS else [token]
    if held:
        yield Sentence(tuple(held))


def _goes_on(last: Token) -> bool:
    return last.text in SHORT_FORMS or (len(last.raw) == 1 and last.raw.isupper())


def longest_phrase(sentence: Sentence, at: int, phrases: Container[tuple[str, ...]]) -> int:
    """How many words from ``at`` on make up one of the phrases, preferring the longest; 0 for none."""
    texts = tuple(token.text for token in sentence.tokens[at : at + LONGEST_PHRASE])
    return next((length for length in range(len(texts), 0, -1) if texts[:length] in phrases), 0)


def quoted_spans(words: str) -> tuple[tuple[int, int], ...]:
    """Where quotation marks open and close within one line; a mark without its partner quotes nothing.

    Double marks are the surer ones: what single ones hold counts where no double one stands.
    """
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    single: int | None = None
    for found in QUOTE.finditer(words):
        mark, start, end = found[0], found.start(), found.end()
        if mark == "\n":
            opened = single = None
        elif mark in DOUBLE:
            single = None
            if opened is not None and mark in '"”»':
                spans.append((opened, end))
                opened = None
            elif opened is None and mark in '"“«':
                opened = start
        elif opened is None and single is None and _opens_single(words, start):
            single = start
        elif single is not None and mark in "'’" and not words[end : end + 1].isalnum():
            spans.append((single, end))
            single = None
    return tuple(spans)


def _opens_single(words: str, at: int) -> bool:
    """Before a word and behind none: not the apostrophe of "isn't", "boys' " or "'cause"."""
    if words[at] == "’" or words[at - 1 : at].isalnum() or not words[at + 1 : at + 2].isalpha():
        return False
    return words[at] == "‘" or CLIPPED.match(words, at + 1) is None
