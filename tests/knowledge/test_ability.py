"""The reader of strengths says which of the three parts stand there, and with which words (R-2)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.ability import read_ability

NAMES = ("Noor", "Teo", "Imani")


def parts(text):
    reading = read_ability(text, NAMES)
    return tuple(part.text if part else None for part in (reading.act, reading.context, reading.evidence))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is a joy", (None, None, None)),
        ("retells a chapter in order after listening (3 of 3 book talks)",
         ("retells", "after listening", "3 of 3 book talks")),
        ("Teo draws comics.", ("draws", None, None)),
        ("Teo is great at drawing", ("drawing", None, None)),
        ("Imani works hard in class every day.", (None, None, None)),
        ("Teo explained the gear change to two classmates in the bike club, seen by Mr. Lind.",
         ("explained", "in the bike club", "seen by Mr. Lind")),
        ("When he talks before he writes, Teo tells a story", ("tells", "When he talks before he writes", None)),
        ("On Tuesdays, Noor waters the plants", ("waters", "On Tuesdays", "Tuesdays")),
        ("Her reading of maps is a strength", (None, None, None)),
        ("During story time, Noor pointed to it, 8 out of 10 times.",
         ("pointed", "During story time", "8 out of 10 times")),
        ("In story time Noor can find it, per the aide's tally.", ("find", "In story time", "per the aide's tally")),
        ("At the store Imani makes change, 11 of 12 shifts.", ("makes", "At the store", "11 of 12 shifts")),
        ("Noor locates it on her device in 8/10 tries.", ("locates", "on her device in 8/10 tries", "8/10 tries")),
        ("She may be shy", (None, None, None)),
    ],
)  # fmt: skip
def test_each_part_is_found_where_it_stands(text, expected):
    assert parts(text) == expected


def test_praise_alone_is_never_complete():
    assert not read_ability("Noor is sweet and tries hard.", NAMES).complete
    assert read_ability("Noor is sweet and tries hard.", NAMES).praise


@pytest.mark.parametrize("verb", ["loves", "wants", "seems", "shines", "is", "has"])
def test_what_nobody_can_see_is_no_act(verb):
    assert read_ability(f"Teo {verb} music at home", NAMES).act is None


@given(st.text(max_size=300))
def test_no_text_is_a_fault_and_every_part_lies_where_it_says(text):
    reading = read_ability(text, NAMES)
    for part in (reading.act, reading.context, reading.evidence):
        assert part is None or text[part.start : part.end] == part.text
