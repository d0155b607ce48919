"""absolute_inability: hits and near misses."""

import pytest

from strongsuit.knowledge.coach.rules import absolute_inability as rule
from tests.knowledge.coach.quotes import marked, reworded


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Kofi cannot read grade-level text.", ["cannot"]),
        ("Kofi can't tell time.", ["can't"]),
        ("He can’t sit for a lesson.", ["can’t"]),
        ("She still cannot add.", ["still cannot"]),
        ("They cannot write a paragraph.", ["cannot"]),
        ("The student is unable to decode.", ["unable to"]),
        ("Kofi is completely unable to spell.", ["completely unable to"]),
        ("Kofi seems incapable of telling time.", ["incapable of"]),
        ("Kofi's inability to decode slows him in science.", ["inability to"]),
        ("His inability to focus shows in math.", ["inability to"]),
        ("Kofi shows an inability to plan.", ["an inability to"]),
        ("Cannot count past ten.", ["Cannot"]),
        ("Unable to write his name.", ["Unable to"]),
        ("Kofi reads the page and cannot retell it.", ["cannot"]),
        ("Kofi cannot complete the page independently.", ["cannot"]),
        ("Kofi cannot spell, even with a word bank.", ["cannot"]),
        ("Kofi cannot add even when counters are out.", ["cannot"]),
        ("The teacher says he cannot write a sentence.", ["cannot"]),
        ("Kofi cannot take turns.", ["cannot"]),
        ("Kofi cannot use scissors.", ["cannot"]),
        ("He cannot find the main idea of a chapter.", ["cannot"]),
    ],
)
def test_a_verdict_on_an_ability_is_marked(words, quotes):
    assert marked(rule, words) == quotes


@pytest.mark.parametrize(
    "words",
    [
        "She cannot have dairy.",
        "Kofi cannot eat peanuts.",
        "Kofi cannot take ibuprofen.",
        "Kofi cannot play contact sports.",
        "Kofi cannot climb after his surgery.",
        "Kofi cannot be left alone near water.",
        "He cannot leave the building.",
        "Students cannot use phones in class.",
        "A student cannot carry a phone.",
        "Kofi cannot yet carry the ten.",
        "She does not yet carry the ten.",
        "Kofi cannot decode without his tracker.",
        "Without her glasses, Ana cannot read the board.",
        "Because of the cast, Kofi cannot write.",
        "Kofi cannot focus when the room is loud.",
        "He could not see the captions from the back row.",
        "Kofi cannot hear high sounds.",
        "Kofi cannot write a sentence, but dictates one with a device.",
        "The cause cannot be determined.",
        "The district cannot provide the service on Monday.",
        "The team is unable to meet in May.",
        "Unable to reach the family by phone.",
        "Kofi's mother cannot attend.",
        "The parents of Kofi cannot read English.",
        "Kofi is no longer unable to tie his shoes.",
        "It is not that Kofi cannot read.",
        "Maya says she can't read long books.",
        "He thinks he cannot draw.",
        '"I can\'t read this," Kofi said.',
        "“I cannot do it”, wrote Kofi.",
        "An inability to learn that other factors do not explain",
        "Kofi can't wait for the trip.",
        "If he cannot start, show the first line.",
        "Can't Kofi read?",
        "The app cannot open the file.",
        "Kofi read 12 of 40 words.",
        "Kofi does not read aloud.",
        "The handout tells us to avoid the word unable for a student.",
        "",
    ],
)
def test_permission_health_barriers_and_other_subjects_are_left_alone(words):
    assert marked(rule, words, names=("Kofi", "Ana", "Maya")) == []


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Kofi cannot add.", ["Kofi is learning to add.", "Kofi needs more support, such as ___, to add."]),
        ("They cannot add.", ["They are learning to add.", "They need more support, such as ___, to add."]),
        (
            "Kofi is unable to add.",
            ["Kofi is learning to add.", "Kofi is in need of more support, such as ___, to add."],
        ),
        ("Kofi is incapable of adding.", ["Kofi is learning, with ___, the skill of adding."]),
        ("Kofi shows an inability to plan.", ["Kofi shows a need for more support to plan."]),
    ],
)
def test_a_reframe_fits_the_sentence(words, sentences):
    assert reworded(rule, words) == sentences
