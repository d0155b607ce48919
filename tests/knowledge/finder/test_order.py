"""Decks lie in an order that helps to choose: new ones, faded ones, those to grow in."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.finder.order import Answered, is_stale, suggested
from strongsuit.knowledge.terms import SkillSet

TODAY = date(2026, 3, 2)
DECKS = decks.decks()


def told(key, days=None, count=3):
    deck = decks.deck(key)
    return Answered(deck, 0 if days is None else count, None if days is None else TODAY - timedelta(days=days))


def keys(order):
    return [one.deck.id for one in order]


def test_never_answered_then_faded_then_what_the_student_wants_to_grow_in():
    found = suggested(
        [told("RD", 10), told("WR", 9), told("MA", 430), told("TH"), told("OR", 8)],
        needed={SkillSet.ORGANIZATION}, today=TODAY,
    )  # fmt: skip
    assert keys(found) == ["TH", "MA", "OR", "RD", "WR"]


def test_among_new_decks_those_to_grow_in_come_first_and_the_rest_keep_their_order():
    found = suggested([told(key) for key in ("RD", "WR", "MA")], needed={SkillSet.MATH}, today=TODAY)
    assert keys(found) == ["MA", "RD", "WR"]


def test_what_was_begun_comes_before_what_is_complete():
    complete = told("RD", 20, count=len(decks.deck("RD").cards))
    assert keys(suggested([complete, told("WR", 10)], needed=(), today=TODAY)) == ["WR", "RD"]


def test_a_deck_fades_at_the_day_its_abilities_are_asked_for_again():
    # 180 days whole, then down to 0 at 540: below .34 after 417 days and a bit.
    assert [is_stale(told("RD", days), today=TODAY, early=False) for days in (417, 418)] == [False, True]
    assert [is_stale(told("RD", days), today=TODAY, early=True) for days in (278, 279)] == [False, True]
    assert not is_stale(told("RD"), today=TODAY, early=True)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 900)), min_size=len(DECKS), max_size=len(DECKS)),
    st.sets(st.sampled_from(list(SkillSet))),
    st.booleans(),
)
def test_the_rule_as_the_text_says_it(days, needed, early):
    given_ = [told(deck.id, each) for deck, each in zip(DECKS, days, strict=True)]
    found = suggested(given_, needed=needed, today=TODAY, early=early)
    assert sorted(keys(found)) == sorted(keys(given_))

    def group(one):
        if one.last_on is None:
            return "never"
        if is_stale(one, today=TODAY, early=early):
            return "faded"
        return "to grow in" if one.deck.skill_set in needed else "rest"

    seen = [group(one) for one in found]
    assert seen == sorted(seen, key=["never", "faded", "to grow in", "rest"].index)
