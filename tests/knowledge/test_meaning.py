"""The meaning guard sees numbers that went and numbers that came from nowhere (R-12)."""

from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.meaning import numbers, numbers_from_nowhere, numbers_lost, same_words, says


def test_a_number_may_change_its_spelling_but_not_go():
    assert numbers_lost("2 of 10 lessons, 6 times", "two of ten lessons") == ("6",)
    assert numbers_lost("2 of 10", "10 tries, 2 of them right") == ()


def test_a_number_that_nobody_gave_is_seen():
    assert numbers_from_nowhere(["3 of 10", "with a card 9 of 10"], "3 of 10, and 8 of 10 with a card") == ("8",)


def test_large_numbers_are_read_whole():
    assert numbers("1,200 words in 2.5 minutes") == ("1200", "2.5")


def test_a_fact_is_there_in_any_form_of_its_word():
    assert says("He was counting the dots", ["count"])
    assert not says("The account was closed", ["count"])


def test_spaces_and_quotation_marks_are_no_edit():
    assert same_words("Teo's  parents “say” so. ", 'Teo’s parents "say" so.')
    assert not same_words("Teo reads.", "Teo reads")


@given(st.text(max_size=200))
def test_a_text_loses_nothing_against_itself(text):
    assert numbers_lost(text, text) == numbers_from_nowhere([text], text) == ()
    assert same_words(text, text)
