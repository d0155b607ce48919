"""praise_without_example: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import praise_without_example as rule
from tests.knowledge.coach.quotes import marked, reworded


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Kofi is a joy to have in class.", ["a joy to have in class"]),
        ("She is sweet.", ["sweet"]),
        ("Kofi is a very sweet boy.", ["a very sweet boy"]),
        ("Kofi is so kind and polite!", ["so kind", "polite"]),
        ("Kofi is a hard worker. He has a great attitude.", ["a hard worker", "a great attitude"]),
        ("A pleasure to have in class", ["A pleasure to have in class"]),
        ("Hardworking", ["Hardworking"]),
        ("Kofi works hard every day.", ["works hard"]),
        ("The student is always happy.", ["always happy"]),
    ],
)
def test_praise_alone_is_marked(words, quotes):
    assert marked(rule, words) == quotes


@pytest.mark.parametrize(
    "words",
    [
        "Kofi retells a chapter in order after listening (3 of 3 book talks).",
        "Kofi is a joy. He retells a chapter in order after listening.",
        "Kofi is kind: he shares his markers with new classmates.",
        "Kofi is friendly when younger children visit.",
        "Kofi tries hard on robotics for 25 minutes.",
        "Kofi is not nice.",
        "Is Kofi nice?",
        "The library is a joy.",
        "The maze was nice.",
        "His mother is lovely.",
        "The aide is a pleasure to work with.",
        "“Kofi is a joy”",
        "Kofi sings.",
        "",
        "___",
    ],
)
def test_examples_and_other_subjects_are_left_alone(words):
    assert marked(rule, words) == []


def test_joy_may_be_a_name():
    assert marked(rule, "Joy is here.", names=("Joy",)) == []
    assert marked(rule, "Joy is a joy.", names=("Joy",)) == ["a joy"]


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Kofi is a very sweet boy.", ["Kofi is someone who ___, seen in ___."]),
        ("He has a great attitude.", ["He has a way of ___, seen in ___."]),
        ("Kofi works hard.", ["Kofi keeps at ___ for ___ minutes, seen in ___."]),
        ("Kofi plays nice.", ["Kofi plays ___ (seen in ___)."]),
    ],
)
def test_a_reframe_fits_the_sentence(words, sentences):
    assert reworded(rule, words) == sentences
