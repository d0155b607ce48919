"""identity_reduction: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import identity_reduction as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi is a biter.", ["a biter"]),
        ("Kofi is a behavior problem.", ["a behavior problem"]),
        ("The sped kids eat first.", ["The sped kids"]),
        ("He is ED.", ["ED"]),
        ("She is a runner.", ["a runner"]),
        ("Kofi is a problem child.", ["a problem child"]),
        ("He's a troublemaker.", ["a troublemaker"]),
        ("Kofi is a bully.", ["a bully"]),
        ("Our resident biter is back.", ["Our resident biter"]),
        ("Kofi is a hopeless case.", ["a hopeless case"]),
        ("Kofi is nothing but trouble.", ["nothing but trouble"]),
        ("Kofi is a frequent flyer in the office.", ["frequent flyer"]),
        ("The autism kids leave early.", ["The autism kids"]),
        ("Troublemaker: sits in front.", ["Troublemaker"]),
        ("Kofi is known as a liar.", ["a liar"]),
        ("The teacher says he is a thief.", ["a thief"]),
        ("Kofi is the class clown.", ["the class clown"]),
        ("Kofi is a bad kid.", ["a bad kid"]),
        ("Kofi is a walking disaster.", ["a walking disaster"]),
        ("He is a menace.", ["a menace"]),
        ("Kofi and Ama are bullies.", ["bullies"]),
        ("These behavior kids need their own room.", ["These behavior kids"]),
    ],
)
def test_a_person_told_as_a_label_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi is a runner on the track team.",
        "Kofi is a swimmer.",
        "Kofi is not a bully.",
        "Kofi was never a troublemaker.",
        "Kofi is no longer a biter.",
        "Ari, who is Deaf, chairs the chess club.",
        "Kofi is autistic and runs the anime club.",
        "Kofi is a problem solver.",
        "Kofi solved the word problem.",
        "Kofi is a blind student who reads braille.",
        "The bully in the book is a prince.",
        "“I'm the class clown,” Kofi said.",
        "Do not call a child a behavior problem.",
        "Is he a bully, or is he copying a game?",
        "The behavior plan is on file.",
        "Special Education Director",
        "Eligibility: Emotional Disturbance (ED)",
        "Disability category: ED",
        "Kofi has problems 4 to 9 left on the page.",
        "The thief in his comic escapes.",
        "The math problem took Kofi 4 minutes.",
        "Kofi was called a liar by a classmate, and the staff talked with both.",
        "Our dog is a biter.",
        "Kofi is having trouble with fractions.",
    ],
)
def test_sports_communities_and_tales_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi is a behavior problem.", "Kofi is a student who needs ___ when ___."),
        ("Kofi is a frequent flyer in the office.", "Kofi is a student who needs ___ in the office."),
        ("Kofi is a biter.", "Kofi is a student who ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
