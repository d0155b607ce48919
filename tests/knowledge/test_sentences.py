"""A reason is a sentence, in any script; a word to get past a form is none."""

import pytest

from strongsuit.knowledge.sentences import real_sentence

SENTENCES = [
    "The family moved away in May.",
    "  Her new glasses come in June.  ",
    "La madre trabaja y pidió otro día.",
    "Мама просила перенести встречу.",
    "الأم طلبت موعدا آخر بعد العمل",
    "家长说这个月都没有时间。",
    "부모님께서 다음 주를 원하셨습니다.",
    "Called on May 3 and May 5; no answer.",
    "Called 518-555-0100 on 11/9, 11/10 and 11/11.",
    "माँ ने दूसरा दिन माँगा है।",
    "האם ביקשה מועד אחר השבוע",
    "Mẹ em xin đổi sang ngày khác.",
]
WORDS = [
    "", " ", "Because.", "because because because because", "No time.", "See above, please", "- - - - - - - - - -",
    "1 2 3 4 5 6 7 8 9 10 11 12 13", "x" * 400, "a b c", "没有", "家家家家家家家家", "n/a", "....................",
    "xx yy zz 11111111111111", "bcd fgh jkl mnp qrs tvw xzz", "sorry 1 2 3 4 5 6 7 8 9 a b c",
]  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_says_something_in_any_script(text):
    assert real_sentence(text)


@pytest.mark.parametrize("text", WORDS)
def test_a_word_to_get_past_a_form_says_nothing(text):
    assert not real_sentence(text)
