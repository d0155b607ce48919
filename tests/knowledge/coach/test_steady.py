"""Same text in, same findings out, in any process; and no text makes the coach work out of proportion to its length."""

import json
import os
import random
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strongsuit.knowledge.coach.findings import masks
from strongsuit.knowledge.coach.review import Passage, review
from strongsuit.knowledge.reading import LONGEST, tokens
from tests.amounts import some
from tests.knowledge.coach.spelling import all_patterns, sentence

TEXTS = [
    sentence(pattern, random.Random(number)).words
    for number, pattern in some(list(enumerate(all_patterns()))[::5], 200, "two processes")
]
READ = """
import json, sys
from dataclasses import asdict
from strongsuit.knowledge.coach.goals import read_goal
from strongsuit.knowledge.coach.review import Passage, review
from strongsuit.knowledge.coach.strong import strong_words
for text in json.load(sys.stdin):
    passage = Passage("p", text, ("Kofi",))
    advice = review([passage])
    found = [*map(asdict, (*advice, *strong_words(passage, advice)))]
    print(json.dumps([text, found, read_goal(text, "annual").told()]))
"""
# Each is written again and again, without end as far as the coach can tell.
ODD = {
    "sentences": "Kofi refuses to write. ", "no end": "he never listens and she is lazy ", "spaces": " ",
    "marks": "!?", "quotes in quotes": '"“«', "quotes in words": 'is "lazy" ', "quotes left open": "“he is lazy ",
    "brackets": "((", "line ends": "\n", "one letter": "a", "hyphens": "a-", "apostrophes": "isn't'",
    "denials": "not no never ", "they": "they ", "owners": "Kofi's mother's ", "numbers": "1 2,3 ",
    "bullets": "• lazy ", "commas": "lazy, ", "suppositions": "if he ", "blanks": "_", "letters that grow": "İ",
    "gaps": "acts very very ", "headings": "lazy: ", "capitals": "LAZY KOFI ", "clauses": "that who which ",
    "tabs": "never\t\t\t", "pictures": "😀", "dashes": "—", "blanks apart": "_ ",
    "told that": "that he says that she refuses to ", "ticks": "[x] lazy ", "parted words": "He refu-\nses it. ",
}  # fmt: skip
PIECES = (
    "Kofi", "he", "they", "refuses to", "is lazy", "never", "always", "fails", "cannot", "not", "if", "because of",
    "his mother", "the district",
    '"', "“", "”", ",", ";", ":", ".", "\n", "12 of 20", "very", "and", "who", "(", "-", "é",
)  # fmt: skip


def read_apart(seed):
    told = subprocess.run(
        [sys.executable, "-c", READ],
        input=json.dumps(TEXTS),
        env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=True,
    )
    return told.stdout.splitlines()


def test_two_processes_find_the_same():
    one, other = read_apart("1"), read_apart("2")
    assert len(one) == len(TEXTS)
    assert sum('"why"' in line for line in one) > len(one) / 4
    assert one == other


def steps(text):
    """How many lines of code run to read it: the same number each time, on any machine."""
    count, before = 0, sys.gettrace()

    def step(_frame, _event, _argument):
        nonlocal count
        count += 1
        return step

    sys.settrace(step)
    try:
        review([Passage("p", text, ("Kofi",))])
    finally:
        sys.settrace(before)
    return count


def long(piece):
    """The piece again and again, as long as the longest sentence that is read as one; every expression is compiled."""
    each = max(1, sum(1 for _token in tokens(piece * 8)) // 8)
    text = piece * (LONGEST // each)
    review([Passage("p", text * 3, ("Kofi",))])
    return text


@pytest.mark.parametrize("piece", some(ODD.values(), len(ODD) // 3, "steps"), ids=ascii)
def test_twice_the_text_takes_at_most_twice_the_steps(piece):
    text = long(piece)
    assert steps(text * 2) < 2.1 * steps(text)


@settings(max_examples=5, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8))
def test_a_third_part_takes_no_more_steps_than_the_second(pieces):
    """The first part may be read otherwise: nobody was spoken of before it."""
    text = long(" ".join(pieces) + " ")
    one, two, three = (steps(text * times) for times in (1, 2, 3))
    assert three - two < 1.4 * (two - one) + LONGEST


def test_no_expression_repeats_what_repeats():
    """Within a match the steps are the machine's own: they stay few because only single signs repeat without end."""
    nested = re.compile(r"(?<!\\)\)(?:[*+]|\{\d*,\})|(?<!\\)\.[*+]")
    expressions = [*(mask.pattern for mask in masks().values()), *(pattern.expression for pattern in all_patterns())]
    assert [each for each in expressions if nested.search(each)] == []
