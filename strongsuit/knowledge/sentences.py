"""Whether a reason says something: a whole sentence, not one word to get past a form."""

import re

WORDS, SIGNS = 3, 20
# Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer say more with each sign, most of them without spaces.
DENSE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
DENSE_SIGNS = 6


def real_sentence(text: str) -> bool:
    """At least three different words and twenty signs; fewer in a script where a few signs are a sentence."""
    if len(set(DENSE.findall(text))) >= DENSE_SIGNS:
        return True
    words = {word for word in text.casefold().split() if any(sign.isalpha() for sign in word)}
    return len(words) >= WORDS and len(text.strip()) >= SIGNS
