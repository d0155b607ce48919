"""Fields that every folder shares: a refusal says what to do, and nothing is cut."""

import pytest
from django.core.exceptions import ValidationError

from strongsuit.web.inputs import Text, Verbatim


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
