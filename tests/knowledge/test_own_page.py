"""Our words on students' own papers are easy enough at every level; a paper of ours names no disability."""

from itertools import chain

import pytest

from strongsuit.knowledge import own_cards, own_page
from strongsuit.knowledge.own_page import count_words, names_a_disability
from strongsuit.knowledge.reading_level import LIMITS, Target, read_level
from strongsuit.knowledge.terms import Disability

LEVELS = (Target.EARLY, Target.UPPER, Target.SECONDARY)
SAID = [*own_page.SAID, *own_cards.SAID]
BLANKS = {
    "task": "my book", "condition": "it is calm", "reason": "I can draw", "support": "draw it", "person": "Ms. Ruiz",
}  # fmt: skip


def said_at(target):
    return [each.at(target) % BLANKS if "%(" in each.at(target) else each.at(target) for each in SAID]


@pytest.mark.parametrize("target", LEVELS)
def test_each_of_our_sentences_is_easy_at_its_level(target):
    hard = [words for words in said_at(target) if not read_level(words, target, names=("Ruiz",)).met]
    assert hard == []


@pytest.mark.parametrize("target", LEVELS)
def test_all_our_words_of_a_level_together_keep_its_grade(target):
    whole = " ".join(words if words[-1] in ".?!" else f"{words}." for words in dict.fromkeys(said_at(target)))
    level = read_level(whole, target, names=("Ruiz",))
    assert level.grade is not None and level.grade <= LIMITS[target].grade


def test_early_words_are_at_most_eight_at_a_time():
    assert [words for words in said_at(Target.EARLY) for part in words.split(". ") if len(part.split()) > 8] == []


@pytest.mark.parametrize("disability", Disability)
def test_the_name_of_a_disability_is_noticed(disability):
    label = disability.label.removesuffix(", including blindness")
    assert names_a_disability(f"Works well despite {label.lower()}.")


@pytest.mark.parametrize("words", ["Reads a page aloud", "Draws what she means", "Knows many birds", "Is able to cook"])
def test_ordinary_words_name_none(words):
    assert not names_a_disability(words)


def test_no_word_of_ours_names_a_disability():
    assert [words for words in chain(*map(said_at, LEVELS)) if names_a_disability(words)] == []


@pytest.mark.parametrize(
    ("texts", "number"),
    [([], 0), (["I draw"], 2), (["I draw", "and—well—sing!"], 5), (["don't 3/4 é ﷺ"], 5), (["¡sí!", " "], 1)],
)
def test_words_are_counted_as_people_count_them(texts, number):
    assert count_words(texts) == number
