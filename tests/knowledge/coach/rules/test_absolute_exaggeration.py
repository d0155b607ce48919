"""absolute_exaggeration: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import absolute_exaggeration as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi never finishes his work.", ["never"]),
        ("She always interrupts the speaker.", ["always"]),
        ("He constantly leaves his seat.", ["constantly"]),
        ("Kofi talks all day long.", ["all day long"]),
        ("Never brings a pencil.", ["Never"]),
        ("Constantly out of his seat.", ["Constantly"]),
        ("The aide reports that he never listens.", ["never"]),
        ('"He never stops talking," the teacher said.', ["never"]),
        ("Kofi has never once turned in homework.", ["never once"]),
        ("Nothing works with Kofi.", ["Nothing"]),
        ("He complains about everything.", ["everything"]),
        ("They are forever interrupting each other.", ["forever"]),
        ("He does absolutely nothing in math.", ["absolutely nothing"]),
        ("Kofi wanders the hall day in and day out.", ["day in and day"]),
        ("Kofi is always late and never prepared.", ["always", "never"]),
        ("Kofi perpetually forgets his folder.", ["perpetually"]),
        ("Constantly calls out.", ["Constantly"]),
        ("She is always complaining.", ["always"]),
        ("Kofi never does his homework.", ["never"]),
        ("Every time I turn around, he is out of his seat.", ["Every time I turn around"]),
        ("Constantly off topic.", ["Constantly off topic"]),
        ("Not once has Kofi handed in a page.", ["Not once"]),
        ("Kofi wanders in day in and day out.", ["day in and day out"]),
        ("Constantly off topic.", ["Constantly off topic"]),
        ("Not once has Kofi handed in a page.", ["Not once"]),
        ("Kofi wanders in day in and day out.", ["day in and day out"]),
    ],
)
def test_an_always_with_something_wrong_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "He never leaves a friend out.",
        "Kofi always greets the bus driver.",
        "She had never visited a museum before May.",
        "Kofi never hits.",
        "Kofi never argues with the umpire.",
        "Kofi does not always need the timer.",
        "Kofi is not always late.",
        "Kofi no longer interrupts all day.",
        "Kofi always shares his markers.",
        "“I always lose my pencil,” Kofi said.",
        "Kofi says he never gets picked for teams.",
        "The bell always rings late on Fridays.",
        "The printer never works in room 4.",
        "The office never answered the letter.",
        "Is Kofi always tired after lunch?",
        "If he never starts, show the first line.",
        "The handout asks us to avoid the word always.",
        'Do not write "never listens" in a plan.',
        "Kofi left the topic in 9 of 12 turns.",
        "Rating: 1 = never, 2 = sometimes, 3 = always",
        "The movie Never Cry Wolf is his favorite.",
        "The inhaler must be with Kofi at all times.",
        "Kofi never forgets to feed the class fish.",
        "Kofi always asks for help when he is stuck.",
        "Never write wheelchair-bound.",
    ],
)
def test_praise_denials_and_other_subjects_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi talks all day long.", "Kofi talks ___ times in ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
