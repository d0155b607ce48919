"""Every reframe of every list: it passes the coach itself, adds nothing the writer did not give, and keeps a blank."""

import re

import pytest

from strongsuit.knowledge.coach.inflect import verb
from strongsuit.knowledge.coach.patterns import FOLDER, VERB, patterns
from strongsuit.knowledge.coach.review import Passage, review
from tests.amounts import some

LISTS = sorted(path.stem for path in FOLDER.glob("*.txt"))
FRAMES = ("Kofi {}.", "Kofi is {}.", "Kofi has {}.", "His {}.", "{}")
# A number or an always that nobody gave would be made up.
MADE_UP = re.compile(r"\d|\b(?:always|never|every day|loves|enjoys|gifted)\b")


def reframes(rule):
    for pattern in patterns(rule):
        assert 1 <= len(pattern.reframes) <= 3, pattern.source
        for reframe in pattern.reframes:
            for form in (1, 3):
                yield pattern, VERB.sub(lambda found, form=form: verb(found[1])[form], reframe)


@pytest.mark.parametrize("rule", LISTS)
def test_every_reframe_passes_the_coach_itself(rule):
    wrong = {}
    for pattern, words in reframes(rule):
        for frame in some(FRAMES, 2, words):
            found = review([Passage("p", frame.format(words), ("Kofi",))])
            if found:
                wrong[words] = (pattern.source[:60], found[0].category, found[0].quote)
    assert wrong == {}


@pytest.mark.parametrize("rule", LISTS)
def test_no_reframe_makes_anything_up(rule):
    assert {words for _pattern, words in reframes(rule) if MADE_UP.search(words)} == set()
