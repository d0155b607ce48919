"""The words of a text that tell something, alike in all their forms."""

from functools import cache

from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.wordlists import words

ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s")


def roots(text: str) -> frozenset[str]:
    """Every word but the small ones, each by its root."""
    found = (token for token in tokens(text) if token.is_word)
    return frozenset(root(token.text) for token in found if token.text not in words("filler"))


def telling(text: str) -> frozenset[str]:
    """The roots that tell this text from others; all of them where every word is an everyday one."""
    own = roots(text)
    return own - everyday() or own


@cache
def everyday() -> frozenset[str]:
    return frozenset(map(root, words("everyday")))


def root(word: str) -> str:
    """Rough on purpose: it only has to treat "draws", "drawing" and "draw" alike."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending) + ("y" if ending in ("ies", "ied") else "")
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word
