"""The names that lines of the lists go by."""

import re
from itertools import islice

import pytest

from strongsuit.knowledge.coach.line_names import SHORT, candidates
from strongsuit.knowledge.coach.passage import Passage
from strongsuit.knowledge.coach.patterns import FOLDER, patterns
from strongsuit.knowledge.coach.review import review


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
    assert list(dict.fromkeys(islice(candidates(line), 8)))[:2] == [first, second]


def test_every_line_of_every_list_has_a_name_of_its_own_that_opens_with_its_category():
    each = [pattern.name for rule in SHORT for pattern in patterns(rule)]
    assert len(each) == len(set(each))
    assert [name for name in each if not re.fullmatch(r"[a-z]+\.[a-z0-9]+(?:-[a-z0-9]+)*", name)] == []
    assert sorted(SHORT) == sorted(path.stem for path in FOLDER.glob("*.txt"))


def test_a_finding_gives_the_name_of_its_line():
    (found,) = review([Passage("p", "Kofi flatly refuses the warm-up.", ("Kofi",))])
    assert (found.rule, found.group) == ("refusal.refuse", "willful_refusal")
