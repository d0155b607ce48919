"""Form fields that every folder shares: words in any script, days, numbers; every refusal says what to do."""

import re
from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from strongsuit.knowledge.canonical import plain_number
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.web.choices import choices

FIRST_YEAR, LAST_YEAR = 2000, 2060
# Marks that turn the order of letters around, and signs that no keyboard makes: nobody types them on purpose.
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e]")
# A lone half of a sign cannot be written in UTF-8.
BROKEN = re.compile("[\x00\ud800-\udfff]")
MOST_NUMBER = 2**31 - 1
TOO_LONG = _("This number is too long: up to 7 digits before the point and 2 after it fit here. Check the number.")
NUMBER = {
    "invalid": _("Write a number, such as 48 or 2.5."),
    "max_digits": TOO_LONG,
    "max_whole_digits": TOO_LONG,
    "max_decimal_places": _("At most 2 digits after the point fit here, such as 2.55. Round the number."),
}
WHOLE = {
    "invalid": _("Write a whole number."),
    "min_value": _("Write %(limit_value)s or more."),
    "max_value": _("Write %(limit_value)s or less."),
}
OTHERS = {"ProhibitNullCharactersValidator", "MaxLengthValidator"}


def refuse_hidden(text: str) -> None:
    if HIDDEN.search(text) or BROKEN.search(text):
        raise ValidationError(
            _("This text holds a hidden sign that cannot be kept. Type the words again, or paste them as plain text.")
        )


def refuse_broken(text: str) -> None:
    if BROKEN.search(text):
        raise ValidationError(
            _("This text holds a hidden sign that cannot be kept. Type the words again, or paste them as plain text.")
        )


# One sentence for every place that asks for a reason; never "Because." alone.
MERE_WORD = _("Say why in a whole sentence: at least three words, such as what happened and when.")


def refuse_mere_word(text: str) -> None:
    if text.strip() and not real_sentence(text):
        raise ValidationError(MERE_WORD)


def whole(text: str | None, digits: int = 9) -> int:
    """The whole number that a hidden field holds; 0, which no row has, for anything else."""
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) <= digits else 0


def plain_key(text: str | None, most: int = 60) -> str:
    """A name that our own pages made, as letters, digits and lines; nothing for anything else."""
    return text if text and re.fullmatch(rf"[\w.:-]{{1,{most}}}", text, re.ASCII) else ""


def search_words(request, name: str = "q", most: int = 100) -> str:
    """What somebody typed into a search box, without signs that mean nothing to a search."""
    return BROKEN.sub("", HIDDEN.sub("", request.GET.get(name, "")))[:most].strip()


class NotTooLong:
    """Says by how much a text is too long. Nothing is ever cut, neither in the box nor here."""

    def __init__(self, most: int) -> None:
        self.most = most

    def __call__(self, text: str) -> None:
        over = len(text) - self.most
        if over <= 0:
            return
        words = ngettext(
            "%(over)s character too many: at most %(most)s fit here. Nothing was cut; make it shorter.",
            "%(over)s characters too many: at most %(most)s fit here. Nothing was cut; make it shorter.",
            over,
        )
        raise ValidationError(words % {"over": grouped(over), "most": grouped(self.most)}, code="max_length")


def grouped(number: int) -> str:
    return number_format(number, force_grouping=True)


class Text(forms.CharField):
    """Words of people, in any script, with plain line ends; ``rows`` makes it a box of several lines."""

    check = staticmethod(refuse_hidden)

    def __init__(self, *, most: int, rows: int = 0, required: bool = False, **values):
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput
        values.setdefault("widget", widget)
        super().__init__(max_length=most, required=required, **values)
        # Django's own checks of the length and for the zero sign speak of characters; ours say what to do.
        self.validators = [each for each in self.validators if type(each).__name__ not in OTHERS]
        self.validators += [self.check, NotTooLong(most)]

    def widget_attrs(self, widget):
        """Without ``maxlength``, by which a browser cuts what is pasted and says nothing."""
        attrs = super().widget_attrs(widget)
        most = attrs.pop("maxlength", None)
        return attrs | {"data-most": most} if most else attrs

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class Verbatim(Text):
    """Somebody's own words: nothing is trimmed, and only what no database can hold is refused."""

    check = staticmethod(refuse_broken)

    def __init__(self, **values):
        super().__init__(strip=False, **values)


class Day(forms.DateField):
    """A day in the life of a plan."""

    def __init__(self, *, required: bool = False, first: int = FIRST_YEAR, last: int = LAST_YEAR, **values):
        words = _("Use a date from %(first)s to %(last)s.") % {"first": first, "last": last}
        super().__init__(
            required=required,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"invalid": _("Write the date as year-month-day, such as 2026-11-20.")},
            validators=[MinValueValidator(date(first, 1, 1), words), MaxValueValidator(date(last, 12, 31), words)],
            **values,
        )


class Number(forms.DecimalField):
    """A measurement: up to seven digits before the point and two after it."""

    def __init__(self, *, required: bool = False, **values):
        super().__init__(
            required=required, max_digits=9, decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            error_messages=NUMBER, **values,
        )  # fmt: skip

    def prepare_value(self, value):
        return plain_number(value) if isinstance(value, Decimal) else value


class Count(forms.IntegerField):
    """A whole number of times, minutes or people."""

    def __init__(self, *, most: int, required: bool = False, **values):
        super().__init__(
            required=required, min_value=1, max_value=most, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages=WHOLE, **values,
        )  # fmt: skip


class Choice(forms.TypedChoiceField):
    """One of a closed list; empty until somebody chooses, or ``always`` one of it: left out, the row keeps its own."""

    def __init__(self, terms, *, always: bool = False, required: bool = False, **values):
        self.always = always
        options = choices(terms) if always or required else [("", _("Choose…")), *choices(terms)]
        super().__init__(choices=options, required=required, empty_value="", coerce=terms, **values)
