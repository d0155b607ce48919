"""Whether a reason says something: a whole sentence, not one word to get past a form."""

import re
import unicodedata

WORDS, SIGNS, LETTERS = 3, 20, 10
# Words long enough to be read aloud: figures, initials and runs of consonants are none.
SPOKEN, SPOKEN_LETTERS = 2, 3
VOWELS = frozenset("aeiouyæøœıəɛɔ")
# Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer say more with each sign, most of them without spaces.
DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
DENSE_SIGNS = 6


def real_sentence(text: str) -> bool:
    """Three different words, two of them real ones, in twenty signs; fewer in a script where a few are a sentence."""
    if len(set(DENSE.findall(text))) >= DENSE_SIGNS:
        return True
    words = {letters for word in text.casefold().split() if (letters := letters_of(word))}
    spoken = [word for word in words if len(word) >= SPOKEN_LETTERS and _can_be_said(word)]
    enough = len(text.strip()) >= SIGNS and sum(map(len, words)) >= LETTERS
    return enough and len(words) >= WORDS and len(spoken) >= SPOKEN


def letters_of(text: str) -> str:
    """The letters with the marks that belong to them."""
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LM")


def _can_be_said(word: str) -> bool:
    """Latin words need a vowel; other scripts write theirs as marks, or not at all."""
    if not any(unicodedata.name(sign, "").startswith("LATIN") for sign in word):
        return True
    return any(unicodedata.normalize("NFKD", sign)[0] in VOWELS for sign in word)
