"""failure_framing: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import failure_framing as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi fails to finish his work.", ["fails to"]),
        ("Kofi failed to turn in the essay.", ["failed to"]),
        ("He is failing math.", ["failing"]),
        ("Kofi failed the test.", ["failed"]),
        ("His failure to finish homework is a concern.", ["failure"]),
        ("Failed to line up.", ["Failed to"]),
        ("Failing three classes.", ["Failing"]),
        ("Kofi has failed every quiz.", ["failed"]),
        ("Kofi flunked science.", ["flunked"]),
        ("The student fails to follow directions.", ["fails to"]),
        ("The teacher notes that he fails to raise his hand.", ["fails to"]),
        ("They fail to work in pairs.", ["fail to"]),
        ("Kofi continues to fail to hand in work.", ["fail to"]),
        ("Kofi is a failure in reading.", ["failure"]),
        ("Kofi reads the page and fails to answer.", ["fails to"]),
        ("Repeatedly fails to bring his folder.", ["Repeatedly fails to"]),
        ("Kofi got an F in history.", ["got an F"]),
        ("Kofi bombed the quiz.", ["bombed"]),
    ],
)
def test_the_gap_alone_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi did not fail a single quiz.",
        "Kofi no longer fails to hand in work.",
        "Kofi never fails to thank the driver.",
        "Kofi has not failed a class since May.",
        "The printer failed during the test.",
        "The district failed to send the notice.",
        "The agency's failure to act is described in the letter.",
        "The bus failed to arrive on time.",
        "His heart failure is managed by a cardiologist.",
        "“I failed again,” Kofi said.",
        "Kofi says he failed.",
        "If he fails to start, show the first line.",
        "Did Kofi fail the quiz, or miss it?",
        "The power failure cut the lesson short.",
        'The words "failed to" do not belong in a plan.',
        "Kofi finished 6 of 10 pages.",
        "The first experiment failed, and Kofi planned another.",
        "Kofi wrote about the crops that failed.",
        "A fail-safe switch protects the saw.",
        "Kofi did not finish the map.",
        "The old bridge failed in his science video.",
        "Kofi's father failed to see the point of the form.",
    ],
)
def test_agencies_machines_and_denials_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "context"),
    [
        ("A parent who fails to reply will be called again.", "notice"),
    ],
)
def test_advice_for_anybody_is_left_alone(words, context):
    assert marked(rule, words, context=context) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi fails to finish his work.", "Kofi has done ___ of ___, and is learning to finish his work."),
        ("He is failing math.", "He has done ___ of ___ in math."),
        (
            "Kofi continues to fail to hand in work.",
            "Kofi continues to have done ___ of ___, and is learning to hand in work.",
        ),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
