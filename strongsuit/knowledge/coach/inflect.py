"""The forms of an English word: refuse, refuses, refused, refusing. Grammar is code; exceptions to it are a list."""

from functools import cache

from strongsuit.knowledge.wordlists import rewordings

VOWELS = "aeiou"
# Names of the forms in the order of ``verb``; the last two are often the same.
BASE, S, ING, PAST, PARTICIPLE = range(5)


@cache
def verb(lemma: str) -> tuple[str, str, str, str, str]:
    """Base form, third person, -ing, past and participle; of several words ("give up") the first one changes."""
    first, _space, rest = lemma.partition(" ")
    irregular = rewordings("irregular_verbs").get((first,))
    forms = irregular if irregular else _regular(first)
    first_, s, ing, past, participle = (first, *forms) if len(forms) == 4 else forms
    tail = f" {rest}" if rest else ""
    return first_ + tail, s + tail, ing + tail, past + tail, participle + tail


def _regular(word: str) -> tuple[str, str, str, str]:
    past = _ending(word, "ed")
    return noun(word)[1], _ending(word, "ing"), past, past


def _ending(word: str, end: str) -> str:
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return word[:-1] + end
    if end == "ed" and word.endswith("y") and word[-2] not in VOWELS:
        return word[:-1] + "ied"
    return (word + word[-1] if _doubles(word) else word) + end


def _doubles(word: str) -> bool:
    """A short last syllable doubles its last letter: stop, stopped. Longer words are listed as irregular."""
    if len(word) < 3 or word[-1] in VOWELS + "wxy" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return False
    return not any(letter in VOWELS for letter in word[:-2])


@cache
def noun(lemma: str) -> tuple[str, str]:
    """Singular and plural; of several words the last one changes."""
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma, lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma, lemma[:-1] + "ies"
    return lemma, lemma + "s"
