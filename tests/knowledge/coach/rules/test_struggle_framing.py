"""struggle_framing: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import struggle_framing as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi struggles with reading.", ["struggles"]),
        ("Kofi has difficulty with fractions.", ["difficulty with"]),
        ("He has trouble sitting.", ["trouble"]),
        ("She has a hard time with transitions.", ["a hard time"]),
        ("Struggles to write.", ["Struggles"]),
        ("Kofi struggled to finish the page.", ["struggled"]),
        ("Kofi is struggling in math.", ["struggling"]),
        ("His struggles with spelling continue.", ["struggles"]),
        ("Has difficulty following directions.", ["difficulty"]),
        ("Kofi has had trouble with friends.", ["trouble with"]),
        ("They struggle to take turns.", ["struggle"]),
        ("The teacher reports that he struggles with spelling.", ["struggles"]),
        ("Kofi continues to struggle with long division.", ["struggle"]),
        ("Kofi finds it hard to wait.", ["finds it hard"]),
        ("Kofi is having a hard time with his locker.", ["having a hard time"]),
        ("Reading is difficult for Kofi.", ["difficult"]),
        ("Kofi has problems with fractions.", ["has problems with"]),
        ("Kofi finds writing a challenge.", ["finds writing a challenge"]),
        ("Difficulty with pencil grip.", ["Difficulty with"]),
        ("Kofi is having trouble with fractions.", ["having trouble"]),
    ],
)
def test_a_difficulty_without_level_or_support_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Shares materials without trouble.",
        "Kofi has no trouble with the locker.",
        "Kofi no longer struggles with subtraction.",
        "Kofi does not struggle with spelling.",
        "He volunteered for the challenge problem.",
        "The hero of the novel struggles with the sea.",
        "The district struggles to hire a nurse.",
        "“I struggle with fractions,” Kofi said.",
        "Kofi says he struggles with fractions.",
        "The maze was hard to scan.",
        "Does Kofi struggle with the text, or with the noise?",
        'The word "struggles" says nothing about level.',
        "A unit on the struggle for voting rights",
        "Kofi sorted 14 of 20 problems by type.",
        "If he struggles, point to the first line.",
        "Kofi drew the difficulty level of each trail.",
        "Kofi has little difficulty with maps.",
        "His mother has difficulty with the online form.",
        "The difficulty of the passage was raised.",
        "The trouble began when the bus was late.",
        "The struggle for the vote is his topic.",
        "Kofi has problems 4 to 9 left on the page.",
        "Kofi always asks for help when he is stuck.",
    ],
)
def test_denials_advice_and_hard_tasks_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("Pupils who find decoding hard may listen to the chapter.", "general"),
        ("When a student struggles, offer the word bank.", "general"),
        ("Children who struggle with print may use audio.", "general"),
    ],
)
def test_advice_for_anybody_is_left_alone(words, context):
    assert marked(rule, words, context=context) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Reading is difficult for Kofi.", "Reading is a next skill for Kofi."),
        ("Kofi is struggling in math.", "Kofi is in need of ___ in math."),
        ("Kofi continues to struggle with long division.", "Kofi continues to need ___ with long division."),
        ("They struggle to take turns.", "They need ___ to take turns."),
        ("Kofi has problems with fractions.", "Kofi needs ___ with fractions."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
