"""willful_refusal: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import willful_refusal as rule
from tests.knowledge.coach.quotes import marked, reworded


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Kofi refuses to write.", ["refuses to"]),
        ("Kofi flatly refuses the warm-up.", ["flatly refuses"]),
        ("He refused to join the group and refused the snack.", ["refused to", "refused"]),
        ("She often refuses to read aloud.", ["often refuses to"]),
        ("They refuse to line up.", ["refuse to"]),
        ("The student is refusing to enter the gym.", ["refusing to"]),
        ("Kofi continues to refuse to sit.", ["refuse to"]),
        ("Kofi began refusing to come in.", ["refusing to"]),
        ("Kofi has repeatedly refused.", ["repeatedly refused"]),
        ("Refuses to transition.", ["Refuses to"]),
        ("• Refuses math work\n• Refused to sit", ["Refuses", "Refused to"]),
        ("Behavior: refuses to comply", ["refuses to"]),
        ("When asked to write, refuses.", ["refuses"]),
        ("When asked to write, Kofi refuses.", ["refuses"]),
        ("Kofi, a third grader, refuses to write.", ["refuses to"]),
        ("Kofi sits at his desk and refuses to write.", ["refuses to"]),
        ("Kofi reads the page and refuses to write.", ["refuses to"]),
        ("Kofi does not read aloud and refuses to write.", ["refuses to"]),
        ("Kofi in math class refuses to write.", ["refuses to"]),
        ("Kofi works with his teacher. He refuses to write.", ["refuses to"]),
        ("The district met in May. He refuses to write.", ["refuses to"]),
        ("The teacher reports that he refuses to write.", ["refuses to"]),
        ("We noticed that he refuses to write.", ["refuses to"]),
        ("The teacher asked Kofi to write and he refused.", ["refused"]),
        ("Students who refuse to write lose time.", ["refuse to"]),
        ("He refused 3 of 10 prompts.", ["refused"]),
        ("Kofi won't write.", ["won't"]),
        ("Kofi won’t write new words.", ["won’t"]),
        ("He will not sit with the class.", ["will not"]),
        ("She would not share.", ["would not"]),
        ("Kofi does not comply with directions.", ["does not comply with"]),
        ("Kofi ignores directions.", ["ignores directions"]),
        ("Kofi resists writing.", ["resists"]),
        ("Kofi is defiant.", ["defiant"]),
        ("Kofi is very defiant at lunch.", ["very defiant"]),
        ("Kofi's defiance grew in May.", ["defiance"]),
        ("His oppositional behavior grew.", ["oppositional behavior"]),
        ("Kofi shows defiant behavior at recess.", ["defiant behavior"]),
        ("Kofi is a defiant child.", ["defiant child"]),
        ("He seems uncooperative.", ["uncooperative"]),
        ("Noncompliant with adult requests.", ["Noncompliant with"]),
        ("Kofi is noncompliant and defiant.", ["noncompliant", "defiant"]),
    ],
)
def test_refusal_told_as_will_is_marked(words, quotes):
    assert marked(rule, words) == quotes


@pytest.mark.parametrize(
    "words",
    [
        "The district refused the request for a second observation.",
        "The agency refuses to change the placement.",
        "The school board will not pay and refuses the request.",
        "A parent may refuse.",
        "Kofi's mother refused consent for the evaluation.",
        "Kofi's father refused to sign.",
        "The parents of Kofi refuse the placement.",
        "Mrs. Mensah refused the meeting date.",
        "The district met. They refused the request.",
        "The committee and the district disagreed, and they refused.",
        "The student may refuse at any time.",
        "Kofi has the right to refuse.",
        "Kofi is learning to refuse unsafe dares.",
        "Kofi refuses to give up.",
        "Kofi refused drugs offered by an older boy.",
        "Kofi resists the urge to call out.",
        "Kofi no longer refuses to write.",
        "Kofi never refuses to write.",
        "Kofi has not refused a task since May.",
        "Kofi didn't refuse.",
        "He rarely refuses the snack.",
        "Kofi used to refuse math.",
        "Kofi stopped refusing to write.",
        "Kofi joins in without refusing.",
        "If he refuses to write, offer the keyboard.",
        "Does Kofi refuse to write?",
        "Kofi was refused entry to the pool.",
        "Refused by the district on 3 May.",
        "Refused services: none.",
        "Kofi's jacket refuses to close.",
        "Kofi wore a coat and the zipper refused to close.",
        "Kofi wore the jacket that resists water.",
        "The fabric resists water.",
        "The pediatrician's letter gives oppositional defiant disorder.",
        "Kofi has a diagnosis of Oppositional Defiant Disorder.",
        "Kofi scored 61 on the Defiance scale.",
        "The word defiant is not used here.",
        "The handout asks us to avoid the word noncompliant for a student.",
        '"I refuse to read baby books," Kofi said.',
        "“He refuses to read”, Kofi wrote about the dog.",
        "Kofi will not participate with nondisabled peers in reading.",
        "Kofi will not need the timer.",
        "Kofi will not take the state test.",
        "Kofi won't be in school on Friday.",
        "Kofi ignores distractions.",
        "The team refuses to lower the goal for Kofi.",
        "Kofi asked for a break and the aide refused.",
        "The teacher said she refused the offer.",
        "Kofi did not join the warm-up.",
        "Kofi does not write.",
        "",
        "refuse",
        "Kofi sorted the refuse bins.",
    ],
)
def test_other_agents_other_senses_and_neutral_acts_are_left_alone(words):
    assert marked(rule, words) == ([] if words != "refuse" else ["refuse"])


THEY = "They need more support to sit."


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        (
            "Kofi flatly refuses the warm-up.",
            ["Kofi needs more support to begin the warm-up.", "Kofi needs more support with the warm-up."],
        ),
        (
            "He refused to sit.",
            ["He needed more support to sit.", "He started when ___, and needed more support to sit."],
        ),
        ("Kofi is defiant.", ["Kofi is in need of more support to follow ___."]),
        ("Kofi is a defiant child.", ["Kofi is a student who needs more support to follow ___."]),
        ("His defiant behavior grew.", ["His need for more support to follow ___ grew."]),
        ("They refuse to sit.", [THEY, "They start when ___, and need more support to sit."]),
    ],
)
def test_a_reframe_fits_the_sentence(words, sentences):
    assert reworded(rule, words) == sentences


def test_a_student_named_will_is_not_the_verb():
    assert marked(rule, "Will refuses to write.", names=("Will",)) == ["refuses to"]
    assert marked(rule, "Will not here today.", names=("Will",)) == []
