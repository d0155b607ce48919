"""vague_behavior_label: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import vague_behavior_label as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi acts out in class.", ["acts out"]),
        ("Kofi is disruptive.", ["disruptive"]),
        ("His behavior is inappropriate.", ["inappropriate"]),
        ("Kofi has tantrums.", ["tantrums"]),
        ("He had a meltdown at lunch.", ["meltdown"]),
        ("Kofi's outbursts are frequent.", ["outbursts"]),
        ("Aggressive toward peers.", ["Aggressive"]),
        ("Kofi is out of control.", ["out of control"]),
        ("Disruptive during circle time.", ["Disruptive"]),
        ("Kofi acted out again on Tuesday.", ["acted out"]),
        ("They are disruptive at lunch.", ["disruptive"]),
        ("The aide reports that he is aggressive.", ["aggressive"]),
        ("Kofi shows aggression at recess.", ["aggression"]),
        ("Kofi makes inappropriate comments.", ["inappropriate comments"]),
        ("Kofi misbehaves on the bus.", ["misbehaves"]),
        ("Kofi exploded in gym.", ["exploded"]),
        ("Kofi bounces off the walls.", ["bounces off the walls"]),
        ("Kofi disrupts the class.", ["disrupts the class"]),
        ("Challenging behaviors at home and school.", ["Challenging behaviors"]),
        ("“He has meltdowns,” the teacher wrote.", ["meltdowns"]),
        ("Kofi was off task.", ["off task"]),
    ],
)
def test_behavior_nobody_can_picture_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Elopement: leaves the room without an adult, twice in May.",
        "Aggression (open-hand hit), 3 times in May",
        "A tantrum is dropping to the floor and crying for more than 1 minute.",
        "Kofi is not disruptive.",
        "Kofi no longer acts out.",
        "Tantrums: none since May.",
        "Kofi has not had a meltdown since March.",
        "The noise in the hall was disruptive.",
        "The fire drill was disruptive.",
        "The ice cream had a meltdown in his story.",
        "Kofi acts out the scene with puppets.",
        "Kofi acted out the verbs for the class.",
        "Aggression scale: T = 66",
        "“I had a meltdown,” Kofi said.",
        "Kofi says he had a tantrum.",
        "If he has a meltdown, dim the lights.",
        "Was he disruptive, or was he asking for help?",
        "The handout asks us to avoid the word disruptive.",
        "The chemistry set exploded in the film.",
        "An aggressive schedule was set for the building.",
        "Disruptive mood dysregulation disorder is in the letter.",
        "The volcano in his model erupted.",
        "Kofi left the room 6 times in May.",
        "Kofi's outbursts have ended.",
        "If he has a meltdown, dim the lights.",
    ],
)
def test_defined_behavior_counts_and_things_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi has tantrums.", "Kofi ___ (what was seen, for ___ minutes)."),
        ("Kofi is disruptive.", "Kofi is seen to ___ (___ times in ___)."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
