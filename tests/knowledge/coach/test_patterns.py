"""The little language of the lists: what a line finds and marks, and what it may not say."""

import pytest

from strongsuit.knowledge.coach.patterns import BadPattern, _read


def found(line, words):
    hit = _read("motive_attribution", 1, f"{line} = ___ | free").at(words, 0)
    return hit and words[hit.marked_from : hit.marked_to]


@pytest.mark.parametrize(
    ("line", "words", "marked"),
    [
        ("< mess up on? > every|the", "mess up every page", "mess up"),
        ("< mess up on? > every|the", "mess up on every page", "mess up on"),
        ("< week after week after? week? > ..2 late", "week after week, he is late", "week after week"),
        ("< week after week after? week? > ..2 late", "week after week after week, late", "week after week after week"),
        ("call him < taz ..1 >", "call him taz again", "taz"),
        ("sit back and|, waiting", "sit back and waiting", "sit back and waiting"),
        ("sit back and|, waiting", "sit back, waiting", "sit back, waiting"),
        ("sit back and|, waiting", "sit back waiting", None),
        ("< broken > and|,", "broken, he", "broken"),
        ("that is exactly|,? the point", "that is the point", "that is the point"),
        ("that is exactly|,? the point", "that is, the point", "that is, the point"),
    ],
)
def test_what_may_be_missing_and_commas_are_found_anywhere(line, words, marked):
    assert found(line, words) == marked


@pytest.mark.parametrize("line", ["is|, trouble", ", trouble", "never | = ___"])
def test_a_line_that_can_find_nothing_is_named(line):
    with pytest.raises(BadPattern, match=r"line 7"):
        _read("motive_attribution", 7, f"{line} = ___ | free")


def test_a_mark_is_judged_with_what_it_is_said_of_where_the_line_says_so():
    hit = _read("deficit_noun", 1, "< poor > handwriting = growing | free whole").at("poor handwriting", 0)
    assert (hit.marked_to, hit.end) == (4, 16)
