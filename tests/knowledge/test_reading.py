"""Text as sentences, tokens and quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.reading import quoted_spans, sentences, tokens


def read(words):
    return [" ".join(token.raw for token in sentence.tokens) for sentence in sentences(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ana reads. Bo writes!", ["Ana reads", "Bo writes"]),
        ("Ms. Ruiz saw 3.5 pages.", ["Ms Ruiz saw 3.5 pages"]),
        ("J. Ruiz read.", ["J Ruiz read"]),
        ("one\ntwo • three", ["one", "two", "three"]),
        ("Why? Because.", ["Why", "Because"]),
        ("she said no. He left", ["she said no", "He left"]),
        ("", []),
        (" ...\n", []),
    ],
)
def test_sentences_end_where_readers_end_them(words, expected):
    assert read(words) == expected


def test_a_question_is_known_as_one():
    assert [sentence.asks for sentence in sentences("Why? Because.")] == [True, False]


@given(st.text())
def test_every_token_lies_where_it_says(words):
    for token in tokens(words):
        assert words[token.start : token.end] == token.raw


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("She wrote “my way”.", ["“my way”"]),
        ("«oui»", ["«oui»"]),
        ('5" wide\nand 6" long', []),
        ("“open", []),
        ("close”", []),
    ],
)
def test_quotations_are_found_within_a_line(words, quotes):
    assert [words[start:end] for start, end in quoted_spans(words)] == quotes
