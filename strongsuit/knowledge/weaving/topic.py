"""What a strength is about, and what is done, taken from its own words so that a sentence can name it."""

from strongsuit.knowledge.weaving.grammar import base_of, lowered
from strongsuit.knowledge.weaving.phrase import Form, Phrase, about, done, fitting

__all__ = ["doing", "fits", "lowered", "raised", "to_do", "topic"]
FEW = 3


def topic(text: str) -> str:
    """The subject of an interest; the words themselves, in quotes if many, where it cannot be told."""
    return _or_quoted(about(text), text)


def fits(text: str) -> str:
    """What is preferred: “Prefers a quiet corner” is a quiet corner."""
    found = fitting(text)
    return found.words if found.form != Form.OTHER else lowered(_bare(text))


def doing(text: str) -> str:
    """The first thing done, as “retelling a chapter in order”; otherwise the words as they stand."""
    return _or_quoted(done(text), text)


def _or_quoted(found: Phrase, text: str) -> str:
    bare = _bare(text)
    if found.form != Form.OTHER:
        return found.words
    return lowered(bare) if len(bare.split()) <= FEW else f"“{bare}”"


def to_do(text: str) -> str:
    """What is done, as it goes on after "to": “reads a page aloud” becomes “read a page aloud”."""
    bare = _bare(text)
    first, space, rest = bare.partition(" ")
    base = base_of(first.lower())
    return f"{base}{space}{rest}" if base else lowered(bare)


def _bare(text: str) -> str:
    return text.strip().rstrip(".! ")


def raised(text: str) -> str:
    return text[:1].upper() + text[1:]
