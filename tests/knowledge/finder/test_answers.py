"""What answers are worth, how pairs are turned, which come again, and who is asked what."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.finder import answers, decks
from strongsuit.knowledge.terms import ServiceType

SEEDS = st.text("0123456789abcdef", min_size=32, max_size=32)
DECKS = [deck.id for deck in decks.decks()]
PAIRS = {deck.id: tuple(card.id for card in deck.cards if card.is_pair) for deck in decks.decks()}
CHOSEN = st.lists(st.sampled_from(DECKS), unique=True, max_size=answers.MOST_DECKS)


def worth(told):
    return [None if value is None else str(value) for value in told.values()]


def test_the_answers_of_each_level_and_their_values():
    assert worth(answers.EARLY) == ["1", "0.5", "0", None]
    assert worth(answers.OLDER) == ["1", "0.67", "0.33", "0", None]
    assert worth(answers.FAMILY) == worth(answers.SCHOOL) == ["1", "0.5", "0", None]
    assert list(answers.FAMILY)[-1] == "not_sure" and list(answers.SCHOOL)[-1] == "no_chance"


def test_a_skipped_card_is_worth_nothing_which_is_not_zero():
    for told in (answers.EARLY, answers.OLDER, answers.PAIR):
        assert told["skip"] is None
    assert answers.PAIR["both"] == answers.PAIR["left"] == answers.PAIR["right"] == Decimal(1)


@given(SEEDS, st.sampled_from([pair for pairs in PAIRS.values() for pair in pairs]))
def test_a_pair_stands_the_same_way_for_a_sitting_and_the_other_way_when_asked_again(seed, pair):
    assert answers.flipped(seed, pair) is answers.flipped(seed, pair)
    assert answers.flipped(seed, pair, again=True) is not answers.flipped(seed, pair)


def test_over_many_sittings_each_pair_is_turned_about_half_of_the_time():
    for pair in PAIRS["ST"]:
        turned = sum(answers.flipped(f"{n:032x}", pair) for n in range(1000))
        assert 420 < turned < 580


def test_within_a_sitting_pairs_are_turned_each_by_itself():
    turned = {tuple(answers.flipped(f"{n:032x}", pair) for pair in PAIRS["ST"]) for n in range(200)}
    assert len(turned) > 150


def naive_again(chosen):
    """How many come again is plain from the decks: one pair waits for the next deck, and ST has its own."""
    return 2 if "ST" in chosen else max(0, min(2, len(chosen) - 1))


@given(SEEDS, CHOSEN)
def test_two_pairs_of_a_sitting_come_again(seed, chosen):
    found = answers.asked_again(seed, [(deck, PAIRS[deck]) for deck in chosen])
    again = [pair for pairs in found.values() for pair in pairs]
    assert len(again) == len(set(again)) == naive_again(chosen)
    for deck, pairs in found.items():
        for pair in pairs:
            asked_in = decks.card(pair).deck
            # After it was asked first: at the end of the next deck, or of a deck full of pairs.
            assert asked_in == deck == "ST" or chosen.index(asked_in) < chosen.index(deck)


@given(SEEDS, CHOSEN)
def test_a_deck_that_is_added_changes_nothing_of_what_was_asked(seed, chosen):
    told = [(deck, PAIRS[deck]) for deck in chosen]
    full = answers.asked_again(seed, told)
    for end in range(len(told)):
        part = answers.asked_again(seed, told[:end])
        assert all(full[deck] == pairs for deck, pairs in part.items())


@pytest.mark.parametrize("part", list(answers.SEES))
def test_whoever_is_asked_part_of_the_cards_is_asked_known_ones_in_their_order(part):
    seen = [deck for deck in DECKS if answers.can_see(deck, part)]
    assert seen == [deck for deck in DECKS if deck in answers.SEES[part]]
    assert set(answers.SEES[part]) <= set(DECKS) and "ST" in seen


def test_the_table_names_the_decks_of_the_house_and_services_that_exist():
    assert list(answers.HOUSE) == DECKS
    parts = {"general_teacher", "aide", "provider"}
    assert set(answers.SEES) - parts <= set(ServiceType)


def test_two_services_see_what_either_sees():
    both = {deck for deck in DECKS if answers.can_see(deck, "provider", ["speech", "physical"])}
    assert both == {*answers.SEES["speech"], *answers.SEES["physical"]}


def test_a_special_education_teacher_sees_all_also_by_a_service():
    assert all(answers.can_see(deck, "special_teacher") for deck in DECKS)
    assert all(answers.can_see(deck, "provider", ["resource_room"]) for deck in DECKS)


def test_a_deck_of_a_districts_own_is_for_everybody():
    assert answers.can_see("LOC", "aide") and answers.can_see("LOC", "provider", ["speech"])


@pytest.mark.parametrize("deck", decks.decks(), ids=lambda deck: deck.id)
def test_a_deck_takes_two_to_three_minutes_and_a_form_less_than_four(deck):
    assert 2 <= answers.minutes(len(deck.cards)) <= 3
    assert answers.minutes(len(deck.cards), adult=True) < 4
    assert len(deck.cards) * answers.ADULT_SECONDS < 4 * 60
