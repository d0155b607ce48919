"""When two accommodations are the same one: a new plan copies the words, and the answers go on with them."""

import hashlib
import re
import unicodedata

BETWEEN = re.compile(r"[\W_]+")


def mark_of(words: str) -> str:
    """The same for "Extra time (1.5x)." and "extra time 1.5x": capitals, signs and blanks do not count."""
    plain = BETWEEN.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()
