"""Words that can mean danger are found, everyday ones that sound like them are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.safety import lists, may_mean_danger

FOUND = [sentence for entry in lists() for sentence in entry["found"]]
LEFT = [sentence for entry in lists() for sentence in entry["left"]]


@pytest.mark.parametrize("sentence", FOUND)
def test_found(sentence):
    assert may_mean_danger(sentence)
    assert may_mean_danger(f"ok so {sentence.upper()}!! thats all")


@pytest.mark.parametrize("sentence", LEFT)
def test_left(sentence):
    assert not may_mean_danger(sentence)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    assert may_mean_danger(text) in {True, False}


@pytest.mark.parametrize("piece", ["i want to ", "me toc ", "don't want to be ", "a" * 50, "no "])
def test_a_long_text_is_read_in_one_pass(piece):
    assert not may_mean_danger(piece * 4000)
