"""effort_blame: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import effort_blame as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi is lazy.", ["lazy"]),
        ("She is just lazy.", ["just lazy"]),
        ("He is unmotivated in math.", ["unmotivated"]),
        ("Kofi does not try.", ["does not try"]),
        ("Kofi doesn't care about school.", ["doesn't care"]),
        ("He could do it if he wanted to.", ["could do it if he wanted"]),
        ("Kofi is not working up to his potential.", ["not working up to his potential"]),
        ("Puts forth no effort.", ["Puts forth no effort"]),
        ("Kofi's laziness shows in his homework.", ["laziness"]),
        ("His lack of effort is clear.", ["lack of effort"]),
        ("Unmotivated and lazy during writing.", ["Unmotivated", "lazy"]),
        ("They don't try.", ["don't try"]),
        ("Kofi gives up easily.", ["gives up easily"]),
        ("Kofi needs to try harder.", ["needs to try harder"]),
        ("The teacher says he is lazy.", ["lazy"]),
        ("Kofi won't even try.", ["won't even try"]),
        ("Kofi does the bare minimum.", ["the bare minimum"]),
        ("He chooses not to do his work.", ["chooses not to"]),
        ("Kofi lacks motivation.", ["lacks motivation"]),
        ("Kofi coasts through science.", ["coasts"]),
        ("Kofi has no drive.", ["no drive"]),
        ("Lazy about revising.", ["Lazy"]),
        ("Kofi sits back, waiting for the grade.", ["sits back, waiting for the grade"]),
    ],
)
def test_effort_told_as_a_fault_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi is not lazy.",
        "Nobody would call him lazy.",
        "Kofi is anything but lazy.",
        "Kofi tries each new strategy twice.",
        "Lazy Sunday is the title of his story.",
        "The lazy river ride was his favorite.",
        "A lazy eye was noted by the optometrist.",
        'The handout asks us to avoid the word "lazy".',
        "“I am lazy on Mondays,” Kofi said.",
        "Kofi thinks he is lazy.",
        "Is he unmotivated, or is the text too long?",
        "The cat in his story is lazy.",
        "Kofi does not read aloud.",
        "Kofi did not hand in the map.",
        "Kofi gives up his turn for a friend.",
        "The committee made little effort to call.",
        "Kofi did not care for the mushrooms.",
        "Kofi worked 25 minutes on robotics.",
        "The fox does not care about the grapes.",
        "His brother is lazy about dishes.",
        "Motivation scale: T = 42",
        "If he does not try the first item, read it to him.",
    ],
)
def test_denials_tales_and_seen_acts_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("He is unmotivated in math.", "He is in need of a first step for ___ in math."),
        ("Kofi needs to try harder.", "Kofi needs a first step for ___."),
        ("His lack of effort is clear.", "His need for tasks that connect to ___ is clear."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
