"""family_or_burden_blame: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import family_or_burden_blame as rule
from tests.knowledge.coach.quotes import amiss, marked, reworded


@pytest.mark.parametrize(
    ("words", "verdicts"),
    [
        ("His parents do not care.", ["do not care"]),
        ("Kofi's mother enables him.", ["enables"]),
        ("Grandmother is in denial.", ["in denial"]),
        ("The parents are in denial about his reading.", ["in denial"]),
        ("Mom babies him.", ["babies"]),
        ("The family does not value education.", ["does not value education"]),
        ("His parents don't follow through.", ["don't follow through"]),
        ("Kofi takes the teacher's time from other students.", ["takes the teacher's time"]),
        ("Kofi ruins the lesson for everyone.", ["ruins the"]),
        ("He comes from a broken home.", ["broken home"]),
        ("Kofi is a burden on the class.", ["a burden on"]),
        ("The class walks on eggshells around Kofi.", ["walks on eggshells"]),
        ("His behavior comes from bad parenting.", ["bad parenting"]),
        ("“Mom spoils him,” the aide reported.", ["spoils"]),
        ("Dad is uninvolved.", ["uninvolved"]),
        ("Kofi holds the class back.", ["holds the class back"]),
        ("Chaotic home life.", ["Chaotic home"]),
        ("Kofi drains the staff.", ["drains"]),
        ("The parents are uncooperative.", ["uncooperative"]),
        ("Kofi's home life is the problem.", ["home life is the problem"]),
        ("One more year and he is somebody else's headache.", ["somebody else's headache"]),
    ],
)
def test_blame_on_a_family_or_a_child_as_a_cost_is_marked(words, verdicts):
    assert not amiss(rule, words, verdicts)


@pytest.mark.parametrize(
    "words",
    [
        "Kofi's parents care about his sleep.",
        "The parents did not consent to the evaluation.",
        "Kofi's mother disagrees with the placement.",
        "His mother declined the service.",
        "The family is not in denial.",
        "A parent may refuse consent at any time.",
        "Kofi's father could not attend on Monday.",
        "“My mom spoils me,” Kofi said.",
        "Kofi carries the chairs, so they are no burden.",
        "The burden of proof rests with the district.",
        "Is the family in denial? We do not know and did not ask.",
        'The word "denial" blames a family.',
        "Denial of a claim is explained in the letter.",
        "The text-to-speech tool enables Kofi to read alone.",
        "The ramp enables him to enter.",
        "Kofi's mother helps with the reading log.",
        "The team has not yet agreed on a plan with the family.",
        "Kofi's parents will review the data on 3 May.",
        "The baby in the story cries.",
        "The bank drains into the river on his map.",
        "The long bus ride takes time from his morning.",
        "The cost of the bus is a burden for the district.",
        "The homework app is a burden on families.",
        "Where a parent refuses to participate, the file shall document two attempts.",
        "Maya's teacher gives a quiz every week.",
    ],
)
def test_rights_help_and_other_burdens_are_left_alone(words):
    assert marked(rule, words) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Mom babies him.", "Mom and the team will agree on ___."),
        ("Kofi drains the staff.", "Kofi needs ___ with ___."),
        ("His parents do not care.", "His parents will agree with the team on ___."),
    ],
)
def test_the_first_reframe_fits_the_sentence(words, sentence):
    assert reworded(rule, words)[0] == sentence
