"""Whether a finding is still the same one: the rule, the words it marks, and the sentence they stand in."""

import hashlib
from bisect import bisect_right

from strongsuit.knowledge.reading import sentences


class Standing:
    """A text cut into its sentences once, for asking about many findings in it."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._spans = [(each.tokens[0].start, each.tokens[-1].end) for each in sentences(words)]
        self._starts = [start for start, _end in self._spans]

    def sentence(self, start: int) -> tuple[int, int]:
        """From where to where the sentence goes that holds this character; nothing where there is none."""
        at = bisect_right(self._starts, start) - 1
        return self._spans[at] if at >= 0 else (0, 0)

    def mark(self, rule: str, start: int, end: int) -> str:
        """The same for the same words in the same sentence, wherever in the text it stands."""
        begin, stop = self.sentence(start)
        parts = (rule, _plain(self._words[start:end]), _plain(self._words[begin:stop]))
        return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())
