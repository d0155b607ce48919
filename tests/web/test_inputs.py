"""Fields that every folder shares: a refusal says what to do, and nothing is cut."""

import pytest
from django.core.exceptions import ValidationError

from strongsuit.web.inputs import Count, Number, Text, Verbatim


@pytest.mark.parametrize("kind", [Text, Verbatim])
@pytest.mark.parametrize("rows", [0, 4])
def test_a_box_never_cuts_and_says_by_how_much_a_text_is_too_long(kind, rows):
    field = kind(most=5, rows=rows)
    assert "maxlength" not in field.widget.attrs
    assert field.widget.attrs["data-most"] == "5"
    assert field.clean("12345") == "12345"
    with pytest.raises(ValidationError, match="^.'1 character too many: at most 5 fit here"):
        field.clean("123456")
    with pytest.raises(ValidationError, match="^.'1,995 characters too many: at most 5 fit here"):
        field.clean("é" * 2000)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("3.555", "At most 2 digits after the point fit here"),
        ("9" * 400, "This number is too long"),
        ("12345678", "This number is too long"),
        ("ten", "Write a number, such as 48 or 2.5"),
    ],
)
def test_a_number_that_does_not_fit_is_refused_in_our_own_words(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        Number().clean(typed)
    assert sentence in refused.value.messages[0]


@pytest.mark.parametrize(("typed", "sentence"), [("0", "Write 1 or more."), ("9" * 400, "Write 60 or less.")])
def test_a_whole_number_that_does_not_fit_is_refused_in_our_own_words(typed, sentence):
    with pytest.raises(ValidationError) as refused:
        Count(most=60).clean(typed)
    assert refused.value.messages == [sentence]
