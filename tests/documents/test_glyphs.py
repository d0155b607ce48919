"""Every text can be printed, and what cannot is named where it stood."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from strongsuit.documents.glyphs import Passage, Proof, shows, tongue

ANY_TEXT = st.text(st.characters(codec=None), max_size=60)


def printed(words):
    proof = Proof("en")
    return proof.printable(words), proof.replaced


@pytest.mark.parametrize(
    "words", ["Plain words.", "it's 92% — “so there”", "Été, señor, 48 ≥ 40", "👍🏽 👩‍👧 ❤️", "a\u200db"]
)
def test_what_the_fonts_can_draw_stays_as_it_was_given(words):
    assert printed(words) == (words, set())


@pytest.mark.parametrize(
    ("sign", "marker"),
    [
        ("\x00", "[U+0000 sign without a name]"),
        ("\x1b", "[U+001B sign without a name]"),
        ("\ue000", "[U+E000 sign without a name]"),
        ("\U0001f8ff", "[U+1F8FF sign without a name]"),
        ("\ud800", "[U+D800 sign without a name]"),
        ("\ufeff", "[U+FEFF zero width no-break space]"),
        ("\U00012000", "[U+12000 cuneiform sign a]"),
    ],
)
def test_what_no_font_has_is_named_in_its_place(sign, marker):
    assert printed(f"a{sign}b") == (f"a{marker}b", {marker})


@pytest.mark.parametrize("sign", ["\u202d", "\u202e", "\u202a", "\U000e0041"])
def test_signs_that_hide_or_turn_words_around_are_shown(sign):
    text, replaced = printed(f"goal{sign}laog")
    assert sign not in text
    assert f"U+{ord(sign):04X}" in text
    assert len(replaced) == 1


def test_line_ends_of_every_system_become_one_kind():
    assert printed("a\r\nb\rc\u2028d\u0085e")[0] == "a\nb\nc\nd\ne"


@given(ANY_TEXT)
@example("\ud83d")
@example("e\u0301\u20e3\u200d")
def test_after_reading_every_sign_can_be_drawn(words):
    text, _replaced = printed(words)
    assert all(shows(sign) for sign in text)
    assert text.encode().decode() == text


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=28, max_size=300))
def test_a_long_word_gets_breaks_and_loses_nothing(words):
    text, replaced = printed(words)
    for marker in replaced:
        assert unicodedata.name(marker[0])
    if not replaced:
        assert text.replace("\u200b", "") == words.replace("\u200b", "")


def test_a_name_of_three_hundred_letters_can_be_broken_into_lines():
    text, _replaced = printed("N" * 300)
    assert max(len(piece) for piece in text.split("\u200b")) <= 28


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("She tells it in order", ""),
        ("Opowiada źdźbło", ""),
        ("تحكي القصة بالترتيب", "ar"),
        ("وہ کہانی ترتیب سے سناتی ہے", "ur"),
        ("她能从头讲到尾", "zh"),
        ("이야기를 말해요", "ko"),
        ("সে গল্পটি বলে", "bn"),
        ("Она рассказывает", "ru"),
        ("Maya said مرحبا to all of the class", ""),
    ],
)
def test_the_script_tells_the_language_nobody_wrote_down(words, language):
    assert tongue(words) == language


def test_a_passage_in_another_language_says_so_to_the_template():
    proof = Proof("en")
    assert proof.read([Passage("hola", "es"), "hello", 3, None]) == [
        {"words": "hola", "lang": "es", "wide": False},
        "hello",
        3,
        None,
    ]


def test_a_language_code_from_outside_cannot_be_anything_but_a_code():
    assert Proof("en").read(Passage("x", 'en")#evil')) == "x"
