"""Whose words they are: a student's own are left alone, an adult's are read, wherever the marks stand."""

import pytest

from strongsuit.knowledge.coach.review import Passage, review


def marked(words):
    return [one.quote for one in review([Passage("p", words)], learned=False)]


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        # What is told behind a quotation is the writer's.
        ('"I can\'t read this," she said, and she refuses to try.', ["refuses to"]),
        ("“No,” she said, and she refuses to open the book.", ["refuses to"]),
        ("“No!” he said, and he refuses to open the book.", ["refuses to"]),
        ("She said, “No,” and she refuses to open the book.", ["refuses to"]),
        ("‘No,’ she said, and she refuses to open the book.", ["refuses to"]),
        # A paper of the school.
        ("The file says, “student is manipulative.”", ["manipulative"]),
        ("According to his chart, “Kofi is manipulative.”", ["manipulative"]),
        ("The old referral reads: “Kofi is lazy.”", ["lazy"]),
        ("The letter from the office says, “Kofi is lazy.”", ["lazy"]),
        # Who says so is somebody else.
        ("She says he is lazy.", ["lazy"]),
        ("The aide told us that Kofi hates math and refuses to try it.", ["refuses to"]),
        ("Staff said he's lazy.", ["lazy"]),
    ],
)
def test_what_an_adult_says_is_read(words, quotes):
    assert marked(words) == quotes


@pytest.mark.parametrize(
    "words",
    [
        '"I can\'t read this, and I refuse to try," she said.',
        "“I'm lazy,” she said, and she laughed.",
        "'Can't do it, I'm too dumb,' said Kofi.",
        "‘Can’t do it,’ said Kofi.",
        "'I can't do fractions,' said Kofi.",
        "Kofi wrote, ‘I’m lazy and I can’t read.’",
        "She said she cannot draw.",
        "Kofi told us that he hates math and can't do it.",
        "Student reports he doesn't care about history.",
        "His letter says, “too lazy to write today.”",
        "The file is on the desk. “Too lazy,” said Kofi.",
        "The article 'Lazy or Overloaded?' is worth a read.",
    ],
)
def test_what_a_student_says_is_left_alone(words):
    assert marked(words) == []
