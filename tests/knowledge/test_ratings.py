"""The table of accommodation ratings against a reading of its own, every row and every border."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from strongsuit.knowledge import ratings
from strongsuit.knowledge.ratings import Answers, Meaning, Route, asking_due

EVERY = [Answers(*each) for each in product(range(4), repeat=4)]


def naive(know, get, help_, ok):
    """The table of the text, row by row, with nothing in common with the code."""
    if know == 0:
        return "unknown", "teach"
    if get < 2:
        return "not_given", "deliver"
    if help_ < 2:
        return ("not_mine", "team") if ok < 2 else ("no_help", "team")
    return ("singled_out", "discreet") if ok < 2 else ("works", "keep")


@pytest.mark.parametrize("said", EVERY, ids=lambda said: f"{said.know}{said.get}{said.help}{said.ok}")
def test_every_set_of_answers_has_exactly_one_outcome(said):
    found = ratings.outcome(said)
    assert (found.meaning, found.route) == naive(said.know, said.get, said.help, said.ok)


@pytest.mark.parametrize("said", EVERY[::5], ids=str)
def test_a_skipped_question_decides_only_where_no_answer_to_it_could_matter(said):
    for asked in ratings.Asked:
        values = {each: getattr(said, each) for each in ratings.Asked}
        skipped = Answers(**values | {asked: None})
        possible = {naive(*(values | {asked: value}).values()) for value in range(4)}
        found = ratings.outcome(skipped)
        assert found is None or (found.meaning, found.route) in possible


def test_the_index_adds_help_and_comfort_and_nothing_else():
    assert ratings.meaning_index(Answers(1, 0, 3, 0)) == Fraction(1, 2)
    assert ratings.meaning_index(Answers(3, 3, 3, 3)) == 1
    assert ratings.meaning_index(Answers(1, 3, 0, 0)) == 0
    assert {ratings.meaning_index(Answers(2, get, 2, 1)) for get in range(4)} == {Fraction(1, 2)}


def test_without_knowing_it_there_is_no_index():
    assert ratings.meaning_index(Answers(0, 3, 3, 3)) is None
    assert ratings.meaning_index(Answers(None, 3, 3, 3)) is None
    assert ratings.meaning_index(Answers(2, 3, None, 3)) is None


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [(3, 1, True), (1, 3, True), (2, 1, False), (0, 0, False), (None, 3, False), (3, None, False)],
)
def test_two_steps_apart_is_a_difference(one, other, apart):
    assert ratings.differ(one, other) is apart


@pytest.mark.parametrize("wrong", [-1, 4, 30])
def test_answers_lie_between_nothing_and_three(wrong):
    with pytest.raises(ValueError, match="between 0 and 3"):
        Answers(know=wrong)


def test_who_does_not_know_it_is_asked_nothing_more():
    assert ratings.follow_ups(Answers(know=0)) == (ratings.Asked.KNOW,)
    assert ratings.follow_ups(Answers(know=1)) == tuple(ratings.Asked)


def test_it_is_asked_again_after_three_weeks_or_half_a_year():
    rated = date(2026, 9, 1)
    assert ratings.next_due(rated, Route.TEACH) == ratings.next_due(rated, Route.DELIVER) == date(2026, 9, 22)
    assert ratings.next_due(rated, Route.KEEP) == date(2027, 3, 2)
    assert ratings.is_due(None, None, today=rated)
    assert not ratings.is_due(rated, Route.TEACH, today=date(2026, 9, 21))
    assert ratings.is_due(rated, Route.TEACH, today=date(2026, 9, 22))


def test_every_word_of_the_table_can_be_said():
    assert {row[0] for row in ratings.TABLE} | {Meaning.WORKS} == set(Meaning)
    assert {row[1] for row in ratings.TABLE} | {Route.KEEP} == set(Route)
    assert all(term.label for kind in (ratings.Asked, Meaning, Route) for term in kind)


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2027-02-28", None),
        ("2027-03-02", "2027-03-02"),
        ("2027-07-13", "2027-03-02"),
        ("2027-07-14", "2027-07-14"),
        ("2027-10-01", "2027-07-14"),
    ],
)
def test_a_student_is_asked_at_half_the_year_and_seven_weeks_before_the_review(today, due):
    found = asking_due(date(2026, 9, 1), date(2027, 9, 1), date.fromisoformat(today))
    assert found == (due and date.fromisoformat(due))
    assert asking_due(None, None, date(2027, 9, 1)) is None
