"""level_label: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import level_label as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi is low-functioning.", ["low-functioning"]),
        ("He is high functioning.", ["high functioning"]),
        ("Kofi is a slow learner.", ["slow learner"]),
        ("The low kids read with the aide.", ["low kids"]),
        ("Kofi is severely disabled.", ["severely disabled"]),
        ("Kofi is a high-functioning autistic boy.", ["high-functioning"]),
        ("Slow learner.", ["Slow learner"]),
        ("Kofi is not the sharpest in the group.", ["not the sharpest"]),
        ("Kofi is functioning at a low level.", ["functioning at a low level"]),
        ("The severe and profound students eat in the classroom.", ["severe and profound"]),
        ("The teacher says he is very low.", ["very low"]),
        ("Our lowest readers go first.", ["lowest readers"]),
        ("Kofi is dumb.", ["dumb"]),
        ("They are slow learners.", ["slow learners"]),
        ("He is trainable.", ["trainable"]),
        ("Low-functioning and nonverbal.", ["Low-functioning"]),
        ("Kofi is a low student.", ["low student"]),
        ("The special needs kids sit in back.", ["special needs kids"]),
        ("Kofi is moderately impaired.", ["moderately impaired"]),
        ("Kofi is cognitively low.", ["cognitively low"]),
        ("He can't do that and is low functioning.", ["low functioning"]),
        ("He can't do that and is low functioning.", ["low functioning"]),
    ],
)
def test_a_level_put_on_a_person_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi used the slow cooker.",
        "Severe weather closed the school.",
        "Kofi's allergy is severe.",
        "Executive functioning: T = 61",
        "Kofi takes part in a profound discussion of the poem.",
        "Processing Speed: 84, low average",
        "The battery was low.",
        "Kofi reads low-frequency words.",
        "Kofi sang the low notes.",
        "“I'm a slow learner,” Kofi said.",
        "The handout asks us to avoid the words low functioning.",
        "Adaptive functioning was in the average range.",
        "Kofi speaks in a low voice.",
        "Kofi scored below the mean on two subtests.",
        "Kofi drew a slow loris.",
        "Kofi has severe asthma.",
        "Is he low functioning, or is the test in the wrong language?",
        "Kofi walks at a slow pace after surgery.",
        "Disability category: Intellectual Disability, moderate",
        "Kofi chose the slow setting on the fan.",
        "The high note was hard to reach.",
        "Kofi is not a slow learner.",
        "If he has a meltdown, dim the lights.",
        "The high-functioning printer jams.",
        "The slow learner setting of the app helps.",
    ],
)
def test_scores_health_and_things_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi is dumb.", "Kofi is learning ___ with ___."),
        ("Kofi is cognitively low.", "Kofi is working at ___ in ___."),
        ("Kofi is a slow learner.", "Kofi is a student who needs ___ support in ___."),
        ("They are slow learners.", "They are learners who need ___ to ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
