"""What an adult says while a student thinks: each slip with its hits, and with near misses that are fine."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strongsuit.knowledge.finder.prompts import Slip, read_prompt

NAMES = ("Noor", "Teo", "Imani")

OPEN = [
    "Show me something you like to do.",
    "Take your time. Show me when you are ready.",
    "“Train.” Tell me more about that.",
    "“Map” and “more”. What do you do with maps?",
    "When did something at school go well for you?",
    "Two people see this in you. What do you think?",
    "Can you show me how?",
    "Do you like trains, or something else?",
    "What are you good at?",
    "What is nice about it?",
    "What do you need?",
    "When you like something, what do you do?",
    "Tell me about a good job you did.",
    "Teo, how did you fix it?",
    "What do you do there that people notice?",
    "Pick one of these pictures, or none.",
    "Noor, press the picture you want.",
    "You pressed map. Tell me about it.",
    "“You like trains” is on the card. What do you think?",
    "Your good idea about maps: what came first?",
]
SLIPS = [
    ("You like trains, don’t you?", {Slip.LEADING, Slip.FOR_THEM, Slip.CLOSED}),
    ("Everybody likes maps, right?", {Slip.LEADING, Slip.CLOSED}),
    ("Don't you think your comics are good?", {Slip.LEADING, Slip.CLOSED}),
    ("Why do you love it?", {Slip.LEADING}),
    ("Do you like reading?", {Slip.CLOSED}),
    ("Is it the train?", {Slip.CLOSED}),
    ("Do you draw them or read them?", {Slip.CLOSED}),
    ("Trains or beads?", {Slip.CLOSED}),
    ("Is there anything else?", {Slip.CLOSED}),
    ("Tell me yes or no.", {Slip.CLOSED}),
    ("What do you like? And who do you do it with?", {Slip.STACKED}),
    ("What do you like about it and why do you do it?", {Slip.STACKED}),
    ("Tell me about trains. Do you draw them?", {Slip.STACKED, Slip.CLOSED}),
    ("Good job! Tell me more.", {Slip.PRAISE}),
    ("That was a good answer. Go on.", {Slip.PRAISE}),
    ("Oh, you are so creative! Tell me about your comics.", {Slip.PRAISE}),
    ("Nice!", {Slip.PRAISE}),
    ("So you are good at maps.", {Slip.FOR_THEM}),
    ("You want to play trains.", {Slip.FOR_THEM}),
    ("Noor likes trains.", {Slip.FOR_THEM}),
    ("I'll press it for you.", {Slip.FOR_THEM}),
    ("I think you mean the train.", {Slip.LEADING, Slip.FOR_THEM}),
]


@pytest.mark.parametrize("text", OPEN)
def test_what_leaves_the_answer_to_the_student_is_open(text):
    reading = read_prompt(text, NAMES)
    assert reading.good and reading.opens and reading.opens in text


@pytest.mark.parametrize(("text", "slips"), SLIPS)
def test_each_slip_is_named_once_with_the_words_that_show_it(text, slips):
    reading = read_prompt(text, NAMES)
    assert not reading.good
    assert len({one.slip for one in reading.slips}) == len(reading.slips)
    assert {one.slip for one in reading.slips} == slips
    assert all(one.quote and one.quote in text for one in reading.slips)


@pytest.mark.parametrize("text", ["Is that what you mean?", "Did I get that right?", "Did I hear “map”?"])
def test_whether_one_understood_may_be_asked_with_yes_or_no(text):
    reading = read_prompt(text)
    assert reading.slips == () and not reading.good


@pytest.mark.parametrize("text", ["", " ", "...", "yes", "Plain words", "I am here."])
def test_what_asks_nothing_is_neither_open_nor_a_slip(text):
    reading = read_prompt(text)
    assert not reading.good and reading.slips == ()


def test_a_name_is_known_only_where_it_is_told():
    assert not read_prompt("Zuri likes trains.").slips
    assert [one.slip for one in read_prompt("Zuri likes trains.", ["Zuri"]).slips] == [Slip.FOR_THEM]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read_and_every_quote_is_its_own(text):
    reading = read_prompt(text, NAMES)
    assert reading.opens in text and all(one.quote in text for one in reading.slips)
    assert read_prompt(text, NAMES) == reading


@pytest.mark.parametrize("piece", ["what ", "you like, ", "“a", "do you ", "tell me and who ", "so and oh ", "? "])
def test_a_long_text_is_read_at_once(piece):
    read_prompt(piece * (2000 // len(piece)))
