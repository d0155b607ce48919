"""The learned second opinion on the parts of goals: when it adds one, and what it may not see."""

from hypothesis import given
from hypothesis import strategies as st

from bench.learn_goals import source
from strongsuit.knowledge.coach.goals import read_goal, second_opinion
from strongsuit.knowledge.coach.goals.shapes import PARTS

GOAL = "In his garden club, which he founded, {} will label 8 of 10 plants by June on the club's chart."
NAMES = st.sampled_from(["Maya", "Kofi", "Tuấn", "Xiomara", "Oleksandr", "Amara"])


def found(goal, kind="annual"):
    return second_opinion.signs(second_opinion.spoken(goal), kind)


def test_the_weights_were_learned_from_the_goals_as_they_stand():
    assert f"# From {source()}" in second_opinion.FILE.read_text(encoding="utf-8").splitlines()[:3]


@given(NAMES, NAMES)
def test_whose_name_it_is_weighs_nothing(one, other):
    assert found(GOAL.format(one)).keys() == found(GOAL.format(other)).keys()


def test_he_or_she_weighs_nothing():
    he = GOAL.format("Kofi")
    assert found(he).keys() == found(he.replace("his", "her").replace(" he ", " she ")).keys()


def test_it_adds_parts_with_the_words_that_weigh_most():
    goal = "Tess, the one friends ask to fix their bikes, will time 6 laps by May, in the PE teacher's notebook."
    added = second_opinion.seen(goal, "annual", PARTS)
    assert added
    assert all(goal[one.start : one.end] == one.text and one.text for one in added.values())


def test_a_vague_verb_stays_vague():
    goal = "By June 12, given a checklist, Maya will improve 4 of 5 topic sentences, recorded by the teacher."
    assert read_goal(goal).behavior is None


def test_nothing_is_seen_in_nothing():
    assert second_opinion.seen("", "annual", PARTS) == {}
