"""Hiding the words about a strength shows whether it does some of the work (6.3, R-33)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.hidden_clause import best_weave, clause_of, condition_of
from strongsuit.knowledge.lessons.students import TEO
from strongsuit.knowledge.weave import REWARD

COMICS = TEO.items[0]
REST = "will write 10 sentences (now 3), measured by the monthly writing sample"


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (f"By June 12, Teo {REST}.", 0),
        (f"By June 12, Teo, who loves comics, {REST}.", 1),
        (f"By June 12, because he likes mountain bikes, Teo {REST}.", 1),
        ("By June 12, Teo will write 10 sentences about bike races (now 3).", 1),
        (f"By June 12, from a comic he drew, Teo {REST}.", 2),
        (f"From a comic he drew, Teo {REST} by June 12.", 2),
        (f"By June 12, as reporter of the bike races, Teo {REST}.", 2),
        (f"By June 12, Teo {REST}. Before each lesson, Ms. Ray and Teo talk the idea through.", 2),
        (f"By June 12, to earn time with bikes, Teo {REST}.", 1),
    ],
)
def test_the_score_says_how_the_strength_works(goal, expected):
    assert best_weave(goal, TEO.items, "Teo").score == expected


def test_the_date_and_words_beside_the_work_are_no_condition():
    assert condition_of("By June 12, Teo, who loves comics, will write") == "Teo"
    assert condition_of("By June 12, from his comic, Teo will write") == "from his comic, Teo"


def test_the_hidden_words_are_those_between_the_commas():
    assert clause_of("By June 12, from his comic, Teo will write about comics", COMICS) == "from his comic"


@pytest.mark.parametrize("words", ["to earn bike time", "or he loses his bike time", "then he gets to draw"])
def test_a_prize_is_seen(words):
    assert REWARD.search(words)


@pytest.mark.parametrize("words", ["gets to 8 of 10", "after he lost the map", "learns the route"])
def test_what_is_no_prize_is_left_alone(words):
    assert not REWARD.search(words)


@given(st.text(max_size=200))
def test_no_text_is_a_fault(text):
    assert 0 <= best_weave(text, TEO.items, "Teo").score <= 2
