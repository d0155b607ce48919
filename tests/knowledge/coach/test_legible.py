"""What is hidden from a search is not hidden from the coach: it reads what an eye reads."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.coach.legible import legible
from strongsuit.knowledge.coach.review import Passage, review

SAID = "Maya is lazy in class, refuses to write and never tries. Her mother couldn't care less about it."


def found(words):
    return [(one.category, one.quote, one.reframes) for one in review([Passage("", words)])]


@given(st.lists(st.tuples(st.integers(0, len(SAID)), st.sampled_from("\u00ad\u200b\u200d\u2060\ufeff")), max_size=12))
def test_signs_that_nobody_sees_change_nothing(hidden):
    words = SAID
    for at, sign in sorted(hidden, reverse=True):
        words = words[:at] + sign + words[at:]
    advice = review([Passage("", words)])
    assert all(one.quote == words[one.start : one.end] for one in advice)
    seen = str.maketrans("", "", "\u00ad\u200b\u200d\u2060\ufeff")
    assert [(one.category, one.quote.translate(seen), one.reframes) for one in advice] == found(SAID)


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("Maya is ｌａｚｙ in class.", "ｌａｚｙ"),
        ("Maya is 𝗹𝗮𝘇𝘆 in class.", "𝗹𝗮𝘇𝘆"),
        ("Maya is la\u00adzy in class.", "la\u00adzy"),
        ("Maya is deﬁant in class.", "deﬁant"),
        ("Jose\u0301 is lazy in class.", "lazy"),
    ],
)
def test_letters_in_special_forms_are_letters(written, marked):
    assert marked in [one.quote for one in review([Passage("", written)])]


def test_a_letter_and_its_accent_are_one():
    assert legible("Jose\u0301 reads").words == unicodedata.normalize("NFC", "Jose\u0301 reads")


@given(st.text(alphabet="ab\u00ad\u0301ﬁｌ𝗹é ", max_size=40))
def test_every_character_keeps_its_place(written):
    seen = legible(written)
    if seen is None:
        return
    assert len(seen.words) == len(seen.starts) == len(seen.ends)
    assert list(seen.starts) == sorted(seen.starts)
    assert all(0 <= start < end <= len(written) for start, end in zip(seen.starts, seen.ends, strict=True))
    alike = [written[start:end] for start, end in zip(seen.starts, seen.ends, strict=True)]
    assert all(sign in unicodedata.normalize("NFKC", origin) for sign, origin in zip(seen.words, alike, strict=True))


def test_an_ordinary_text_is_left_as_it_is():
    assert legible("Café, naïve — “well” … ½") is None
