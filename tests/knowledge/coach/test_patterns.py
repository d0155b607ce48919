"""The little language of the lists: what a line finds and marks, and what it may not say."""

import re
from itertools import islice

import pytest

from strongsuit.knowledge.coach.passage import Passage
from strongsuit.knowledge.coach.patterns import FOLDER, SHORT, BadPattern, _names, _read, patterns
from strongsuit.knowledge.coach.review import review


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


@pytest.mark.parametrize(
    ("line", "first", "second"),
    [
        ("{refuse} to do? anything|more ..2 now", "refuse-to-anything", "refuse-to-anything-now"),
        ("< poor > handwriting|spelling", "poor-handwriting", "poor-handwriting-spelling"),
        ("won't|will_not ..3 even? try", "wont-try", "wont-even-try"),
        ("give up|out", "give-up", "give-up-out"),
        ("24/7", "24-7", "24-7-2"),
    ],
)
def test_a_line_is_named_by_its_first_words_and_by_more_where_a_line_above_has_that_name(line, first, second):
    assert list(dict.fromkeys(islice(_names(line), 8)))[:2] == [first, second]


def test_every_line_of_every_list_has_a_name_of_its_own_that_opens_with_its_category():
    each = [pattern.name for rule in SHORT for pattern in patterns(rule)]
    assert len(each) == len(set(each))
    assert [name for name in each if not re.fullmatch(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*", name)] == []
    assert sorted(SHORT) == sorted(path.stem for path in FOLDER.glob("*.txt"))


def test_a_finding_gives_the_name_of_its_line():
    (found,) = review([Passage("p", "Kofi flatly refuses the warm-up.", ("Kofi",))])
    assert (found.rule, found.group) == ("refusal.refuse", "willful_refusal")
