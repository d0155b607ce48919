"""A line that only ends because the page did is read on; a list of lines is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.coach.legible import legible
from strongsuit.knowledge.coach.review import Passage, review


def found(words):
    return [(one.category, one.quote) for one in review([Passage("p", words)], learned=False)]


@pytest.mark.parametrize(
    ("words", "category", "quote"),
    [
        ("His parents do not\ncare about homework.", "family_or_burden_blame", "do not\ncare about"),
        ("His parents do\r\nnot care about homework.", "family_or_burden_blame", "do\r\nnot care about"),
        ("He will\nnever read.", "low_expectation", "will\nnever"),
        ("She has a mental\n  age of six.", "norm_comparison", "mental\n  age of"),
        ("He does it for\nattention", "motive_attribution", "for\nattention"),
        ("He refu-\nses to write.", "willful_refusal", "refu-\nses to"),
        ("The team met in the library on a rainy Monday when Kofi\nwas lazy", "effort_blame", "lazy"),
    ],
)
def test_a_sentence_goes_on_in_the_next_line(words, category, quote):
    assert found(words) == [(category, quote)]


@pytest.mark.parametrize("words", ["He does not\nrefuse to write.", "He no longer\nacts out.", "If he\nrefuses, wait."])
def test_what_is_denied_in_one_line_is_denied_in_the_next(words):
    assert found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Reads well\nrefuses to write", "Areas of concern\nrefuses to work\nhits others", "Strengths:\nfriendly\nkind",
        "• Reads\n• Writes", "He reads.\nhe writes.", "He does not\n\nread", "He reads\nKofi writes",
    ],
)  # fmt: skip
def test_a_list_of_lines_stays_one(words):
    assert legible(words) is None


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("low self-\nesteem", "low self-esteem"),
        ("he refu-\nsed to go", "he refused to go"),
        ("a well-\nknown song", "a well-known song"),
        ("pages 3-\n4 of it", None),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_joins(words, read):
    seen = legible(words)
    assert (seen.words if seen else None) == read


SAID = "Kofi is lazy in class, refuses to write and his mother does not care about it at all."


@given(st.sets(st.sampled_from([at for at, sign in enumerate(SAID) if sign == " "])))
def test_wherever_the_lines_end_the_same_is_found_in_its_place(ends):
    words = "".join("\n" if at in ends else sign for at, sign in enumerate(SAID))
    assert [(category, quote.replace("\n", " ")) for category, quote in found(words)] == found(SAID)
