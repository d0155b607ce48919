"""character_judgment: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import character_judgment as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("Kofi is rude to substitutes.", ["rude"]),
        ("Kofi is very stubborn.", ["very stubborn"]),
        ("She is a sneaky child.", ["sneaky"]),
        ("He has a bad attitude.", ["bad attitude"]),
        ("Kofi's stubbornness slows the group.", ["stubbornness"]),
        ("Too immature for group labs.", ["Too immature"]),
        ("Disrespectful toward adults.", ["Disrespectful"]),
        ("The student was insolent during the assembly.", ["insolent"]),
        ("Kofi is bossy and selfish.", ["bossy", "selfish"]),
        ("They are rude.", ["rude"]),
        ("His rudeness hurts the group.", ["rudeness"]),
        ("Kofi has a chip on his shoulder.", ["chip on his shoulder"]),
        ("He thinks the rules are for other people.", ["thinks the rules are for other"]),
        ("Kofi thinks the world revolves around him.", ["thinks the world revolves"]),
        ("Kofi is careless with his math.", ["careless"]),
        ("Kofi is easily distracted.", ["easily distracted"]),
        ("His distractibility shows in math.", ["distractibility"]),
        ("Kofi is impulsive.", ["impulsive"]),
        ("Kofi can be mean to his classmates.", ["mean"]),
        ("Kofi is seen as arrogant by the staff.", ["arrogant"]),
        ("Inattentive during lectures.", ["Inattentive"]),
        ("Kofi is too sensitive.", ["too sensitive"]),
        ("The aide reported that she is moody.", ["moody"]),
    ],
)
def test_a_verdict_on_personality_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi is not rude.",
        "Kofi is no longer bossy in games.",
        "Kofi is never rude to a guest.",
        "The villain in the story is rude and selfish.",
        "His poster shows a stubborn mule.",
        "The glue was stubborn.",
        "The ruler is rigid.",
        "The classroom rules are too rigid.",
        '"I am so stubborn," Kofi said.',
        "Kofi wrote that he is bossy.",
        "The word lazy or rude never helps a reader.",
        "If a student is rude, offer a script.",
        "Is Kofi stubborn, or is the task unclear?",
        "Inattentive type, ADHD, by the pediatrician's letter",
        "The pediatrician's letter gives ADHD, predominantly inattentive presentation.",
        "Impulsivity scale: T = 64",
        "The author uses rude jokes.",
        "The wheels of the cart were stubborn.",
        "Kofi waits for his turn in 8 of 10 games.",
        "The mean of his last three scores is 41.",
        "Kofi found the mean of five numbers.",
        "Kofi told the group why the rude remark hurt him.",
        "Inattention: T = 71, at risk",
    ],
)
def test_tests_tales_and_other_senses_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Kofi is very stubborn.", "Kofi is seen to ___ when ___."),
        ("Kofi is too sensitive.", "Kofi is learning to ___."),
        ("Kofi can be mean to his classmates.", "Kofi can say ___ to his classmates."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
