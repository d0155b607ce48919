"""Counting syllables, against words that were counted by hand and against a cruder way of counting."""

import pytest

from strongsuit.knowledge.syllables import syllables
from strongsuit.knowledge.wordlists import words

COUNTED = {
    1: "cat reads make makes named helped friend eyes shoe bridge changed tried speech can't won't here learn peer",
    2: (
        "wanted needed playing going seeing science patience people special statement movement closely careful "
        "homework sometimes something table settled apples pages boxes watches teacher didn't doesn't well-known quiet "
        "create creates weekly placement worried language question rhythm pigeon student being"
    ),
    3: (
        "studying easier happiest video actual usual demonstrates family assessment curious radio piano dinosaur "
        "strategy sentences computer fluency behavior therapy area previous improvement read-aloud "
        "carefully recipe implement agreement earlier guardians stereo"
    ),
    4: (
        "experience actually evaluate education independent comprehension difficulty appropriate material literacy "
        "regulation participate environment eligible anxiety society geography librarian initiate adequately"
    ),
    5: "evaluation accommodation independently vocabulary participation association occupational disability",
    6: "eligibility individualized generalization",
}
BY_HAND = [(word, count) for count, listed in COUNTED.items() for word in listed.split()]


def naive(word):
    """Runs of vowels, without the last silent e."""
    runs, before = 0, False
    for letter in word:
        vowel = letter in "aeiouy"
        runs += vowel and not before
        before = vowel
    return max(1, runs - (word.endswith("e") and not word.endswith("le")))


@pytest.mark.parametrize(("word", "count"), BY_HAND)
def test_a_word_is_counted_as_it_is_said(word, count):
    assert syllables(word) == count


def test_more_than_a_hundred_words_were_counted_by_hand():
    assert len(BY_HAND) > 100


def test_the_crude_way_never_differs_by_much_on_twenty_thousand_words():
    apart = [word for word in sorted(words("common"))[::2] if abs(syllables(word) - naive(word)) > 2]
    assert apart == []


def test_the_crude_way_agrees_on_most_words():
    listed = sorted(words("common"))[::2]
    same = sum(syllables(word) == naive(word) for word in listed)
    assert same / len(listed) > 0.8


@pytest.mark.parametrize("word", ["", "31", "-", "'", "xyz", "ñandú", "7:30"])
def test_what_is_no_english_word_is_still_at_least_one_beat(word):
    assert syllables(word) >= 1


def test_letter_case_and_the_kind_of_apostrophe_change_nothing():
    assert syllables("Didn’t") == syllables("didn't") == syllables("DIDN'T") == 2
