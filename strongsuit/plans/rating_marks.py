"""When two accommodations are the same one: a new plan copies the words, and the answers go on with them."""

import hashlib
import re
import unicodedata

# "of", "for", "the": shorter words say nothing of a support.
MERE = 3
BETWEEN = re.compile(r"[\W_]+")


def mark_of(words: str) -> str:
    """The same for "Extra time (1.5x)." and "extra time 1.5x": capitals, signs and blanks do not count."""
    return hashlib.sha256(_plain(words).encode("utf-8", "surrogatepass")).hexdigest()


def _plain(words: str) -> str:
    return BETWEEN.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def same_support(words: str, test: str) -> bool:
    """Whether a testing accommodation speaks of this support: every word of it that says something stands there."""
    said = {word for word in _plain(words).split() if len(word) > MERE}
    return bool(said) and said <= set(_plain(test).split())
