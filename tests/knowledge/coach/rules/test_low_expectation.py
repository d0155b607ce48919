"""low_expectation: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import low_expectation as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi will never read.", ["will never"]),
        ("He'll never live alone.", ["He'll never"]),
        ("She will probably never hold a job.", ["will probably never"]),
        ("Kofi is not college material.", ["not college material"]),
        ("Kofi has plateaued.", ["plateaued"]),
        ("We must be realistic about Kofi.", ["be realistic"]),
        ("Kofi is unteachable.", ["unteachable"]),
        ("This is the best he can do.", ["the best he can do"]),
        ("College is a pipe dream for Kofi.", ["a pipe dream"]),
        ("Kofi has reached his potential.", ["reached his potential"]),
        ("There is no point in teaching him algebra.", ["no point in"]),
        ("They will never graduate.", ["will never"]),
        ("The only thing he can learn is sorting.", ["The only thing he can learn"]),
        ("Unemployable.", ["Unemployable"]),
        ("His teacher says he will never drive.", ["will never"]),
        ("Kofi is beyond help.", ["beyond help"]),
        ("It is a waste of time to teach him reading.", ["waste of time"]),
        ("Don't expect much from Kofi.", ["Don't expect much"]),
        ("Kofi belongs in a sheltered workshop.", ["belongs in a sheltered"]),
        ("Kofi has peaked in math.", ["peaked"]),
        ("Kofi will never be independent.", ["will never"]),
        ("Let's be honest, Kofi is not going to college.", ["Let's be honest"]),
        ("Kofi will never amount to anything.", ["will never amount to anything"]),
        ("Let's be honest, Kofi is not going to college.", ["Let's be honest"]),
        ("Kofi will never amount to anything.", ["will never amount to anything"]),
    ],
)
def test_a_closed_future_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi will never leave a friend out.",
        "“I will never read that book,” Kofi said.",
        "Kofi thinks he will never swim.",
        "It is not true that Kofi will never read.",
        "The team will never meet without Kofi.",
        "The school will never share his address.",
        "Kofi is college bound.",
        "The path reached a plateau on his hike.",
        "Kofi drew a plateau and a canyon.",
        "Kofi wrote a realistic story.",
        "Realistic fiction is his favorite shelf.",
        "Kofi made a realistic budget.",
        "Will Kofi ever need the timer again?",
        'A plan should not say "will never".',
        "If progress has plateaued, the team meets.",
        "The price of oil peaked in his graph.",
        "The waste bins are his job.",
        "There is no point on the graph above 9.",
        "Kofi reads 61 words a minute, up from 44.",
        "The district will never deny a service because of cost.",
        "Kofi never gave up on the robot.",
        "Kofi has not plateaued.",
    ],
)
def test_plain_futures_denials_and_tales_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi is unteachable.", "Kofi is learning ___ with ___."),
        ("Kofi has plateaued.", "Kofi went from ___ to ___."),
        ("Kofi will never read.", "Kofi is learning with ___ to read."),
        ("Kofi has reached his potential.", "Kofi has gone from ___ to ___, with ___ as the next step."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
