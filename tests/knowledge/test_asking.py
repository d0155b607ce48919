"""Another way of asking is proposed when answers say little, and nothing is thrown away."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.asking import Given, ask_another_way

ONE, SOME = Decimal(1), Decimal("0.33")


def answers(top, others):
    return [Given(f"RD{n}", ONE) for n in range(top)] + [Given(f"WR{n}", SOME) for n in range(others)]


@pytest.mark.parametrize(
    ("top", "others", "ask"),
    [(7, 0, False), (8, 0, True), (9, 1, True), (8, 1, False), (18, 2, True), (17, 2, False), (0, 20, False)],
)
def test_nine_of_ten_top_answers_among_at_least_eight(top, others, ask):
    assert ask_another_way(answers(top, others)) is ask


def test_what_was_skipped_is_no_answer():
    assert ask_another_way(answers(9, 1) + [Given("MA1", None)] * 20)


def test_a_pair_that_is_answered_otherwise_the_second_time():
    same = [Given("RD9", ONE, "left"), Given("RD9", ONE, "left", again=True)]
    other = [Given("RD9", ONE, "left"), Given("RD9", ONE, "right", again=True)]
    assert not ask_another_way(same)
    assert ask_another_way(other)
    assert not ask_another_way(other[1:])


def test_choosing_sides_is_no_top_answer():
    assert not ask_another_way([Given(f"ST{n}", ONE, "left") for n in range(12)])


@given(st.lists(st.sampled_from([None, Decimal(0), SOME, Decimal("0.5"), Decimal("0.67"), ONE]), max_size=40))
def test_the_rule_as_the_text_says_it(values):
    told = [value for value in values if value is not None]
    wanted = len(told) >= 8 and sum(value == 1 for value in told) / len(told) >= 0.9
    assert ask_another_way([Given(str(n), value) for n, value in enumerate(values)]) is wanted
