"""norm_comparison: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import norm_comparison as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi is behind his peers.", ["behind his peers"]),
        ("Kofi acts like a toddler.", ["like a toddler"]),
        ("He has the mental age of a five-year-old.", ["mental age"]),
        ("Kofi is far behind.", ["far behind"]),
        ("Kofi is not normal.", ["not normal"]),
        ("He reads like a first grader.", ["like a first grader"]),
        ("Kofi is delayed compared to his classmates.", ["compared to his classmates"]),
        ("The teacher says he is years behind.", ["years behind"]),
        ("They are behind their peers in writing.", ["behind their peers"]),
        ("Unlike his peers, Kofi uses single words.", ["Unlike his peers"]),
        ("Kofi has the mind of a four-year-old.", ["mind of a four-year-old"]),
        ("Kofi cries like a baby.", ["like a baby"]),
        ("He is the lowest in the class.", ["lowest in the class"]),
        ("Kofi is well below his peers in writing.", ["below his peers"]),
        ("Kofi is not at the level of his classmates.", ["not at the level"]),
        ("Her reading is worse than her peers'.", ["worse than"]),
        ("Behind in math.", ["Behind"]),
        ("Kofi reads below grade level.", ["below grade level"]),
        ("Behind in math.", ["Behind"]),
        ("Kofi reads below grade level.", ["below grade level"]),
    ],
)
def test_a_comparison_without_a_measure_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Types 9 words a minute; the class median is 21.",
        "Kofi reads 61 words a minute, 59 below the grade norm of 120.",
        "Kofi scored 2 years below grade level on a test of 40 words.",
        "He left his coat behind in the gym.",
        "Kofi is not behind his peers.",
        "Kofi is no longer behind in math.",
        "The percentile rank was 9, below the mean.",
        "“I'm behind everybody,” Kofi said.",
        "Kofi feels he is behind.",
        "The bus ran behind schedule.",
        "The story is told like a baby's diary.",
        'A comparison such as "mental age" tells nothing.',
        "Is he behind, or was he absent?",
        "Kofi compared two leaves.",
        "Kofi reads to a toddler at the library.",
        "Kofi put the folder behind the shelf.",
        "Body temperature was normal.",
        "The reading level of the book is below grade level.",
        "Kofi looks like his brother.",
        "Kofi hid behind the curtain.",
        "Kofi is in the normal range.",
        "Kofi sat behind the drum.",
        "Kofi stood behind his peers in line.",
    ],
)
def test_measures_places_and_advice_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("Students who read below grade level may listen to the chapter.", "general"),
    ],
)
def test_advice_for_anybody_is_left_alone(words, context):
    assert marked(rule, words, context=context) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi is behind his peers.", "Kofi is at ___ where ___ is expected."),
        ("Kofi acts like a toddler.", "Kofi is seen to ___ when ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
