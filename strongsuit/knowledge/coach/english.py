"""Whether a text is English, the one language that the rules read."""

from strongsuit.knowledge.reading import tokens
from strongsuit.knowledge.wordlists import words
from strongsuit.knowledge.words import gettext_noop

LEAST_OTHER = 3
ENOUGH_TO_TELL = 60
LEAST_ENGLISH = 0.06
NOT_ENGLISH = gettext_noop("This text does not seem to be English. The rules read English only, so much was not seen.")


def in_english(text: str) -> bool:
    """Hardly any of English's smallest words, or more of those of others, means another language."""
    said = [token.text for token in tokens(text) if token.is_word]
    smallest, theirs = words("english.smallest"), words("english.smallest_of_others")
    english = sum(word in smallest for word in said)
    other = sum(word in theirs for word in said)
    few = len(said) >= ENOUGH_TO_TELL and english < LEAST_ENGLISH * len(said)
    return not few and (other < LEAST_OTHER or other <= 2 * english)
