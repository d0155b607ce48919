"""Texts as they come from old forms, assessments and lines of JSON."""

import json

import pytest

from strongsuit.knowledge.coach.goals import read_goal
from strongsuit.knowledge.coach.lines import written
from strongsuit.knowledge.coach.review import Passage, review


def marked(words, context="present_levels"):
    return [one.quote for one in review([Passage("p", words, context=context)])]


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("[x] Noncompliant", ["Noncompliant"]),
        ("[ ] Compliant [X] Noncompliant", ["Noncompliant"]),
        ("(x) Refuses to work", ["Refuses to"]),
        ("X Refuses to work", ["Refuses to"]),
        ("☐ Refuses to work", ["Refuses to"]),
        ("Step (x) of the sum is missing.", []),
        ("He solves for x in 8 of 10 sums.", []),
    ],
)
def test_a_ticked_box_is_the_dot_of_a_list(words, quotes):
    assert marked(words) == quotes


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Attention Seeking: 4 of 9 episodes", []),
        ("Attention seeking: he does it all day", ["Attention seeking"]),
        ("Lin stopped having meltdowns when the bell was turned off.", []),
        ("She struggled at first, but now packs her bag alone.", []),
        ("She struggled with the zipper.", ["struggled"]),
        ("Maya is not motivated to complete her work.", ["not motivated"]),
        ("He isn't motivated to read.", ["isn't motivated"]),
        ("He is not motivated by stickers; trains are his thing.", []),
        ("He isn't like other typical children.", ["isn't like other typical children"]),
    ],
)
def test_what_is_counted_or_over_is_no_verdict_and_what_is_denied_may_be_one(words, quotes):
    assert marked(words)[:1] == quotes


@pytest.mark.parametrize("sign", "\u0085\u2028\u2029")
def test_no_sign_ends_a_line_of_json_before_its_end(sign):
    line = written({"text": f"a{sign}b"})
    assert line.splitlines() == [line] and json.loads(line) == {"text": f"a{sign}b"}


@pytest.mark.parametrize(
    ("goal", "english"),
    [
        ("En 36 semanas, María leerá 90 palabras por minuto con 95% de precisión.", False),
        ("Dans un an, Luc lira une page et dira les mots pour un ami.", False),
        ("In 36 weeks, María will read 90 words per minute with 95% accuracy.", True),
        ("María, de la Cruz school: reads 90 words", True),
    ],
)
def test_a_goal_that_is_not_english_is_said_not_to_be_read(goal, english):
    advice = read_goal(goal).told()["advice"]
    assert any("does not seem to be English" in each for each in advice) is not english
