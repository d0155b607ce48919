"""What comes in about what accommodations mean: one picture at a time, a few own words, what an adult saw."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.ratings import MOST
from strongsuit.knowledge.terms import TrialEnd
from strongsuit.web.choices import choices
from strongsuit.web.inputs import Day, Text, Verbatim

CANNOT_TELL = ("", _("I cannot tell"))
HELPS = [CANNOT_TELL, ("0", _("Not at all")), ("1", _("A little")), ("2", _("Quite a bit")), ("3", _("A lot"))]
GIVEN = [CANNOT_TELL, ("0", _("Never")), ("1", _("Sometimes")), ("2", _("Often")), ("3", _("Always"))]


class FinishForm(forms.Form):
    """The last screen: own words if wanted, and who helped."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    said = Verbatim(label=_("Do you want to say more?"), most=2000, rows=3)
    helped_by = Text(label=_("Did somebody help you answer? Who?"), most=300)
    help_was = Text(label=_("How did they help?"), most=300)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("helped_by") and not cleaned.get("help_was"):
            self.add_error("help_was", _("Say how they helped, for example “read the words” or “held the board”."))
        return cleaned


class AdultViewForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    help = forms.TypedChoiceField(
        label=_("How much does it help, as you see it?"), choices=HELPS, coerce=int, empty_value=None, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    given = forms.TypedChoiceField(
        label=_("How often is it given?"), choices=GIVEN, coerce=int, empty_value=None, required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    seen = Text(label=_("What did you see?"), most=1000, rows=2)


class TrialForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    # The number of what the student said, where a trial comes from that.
    asked_in = forms.IntegerField(widget=forms.HiddenInput, required=False)
    words = Text(label=_("What will be tried?"), most=1000, required=True)
    starts_on = Day(label=_("From"), required=True)
    ends_on = Day(label=_("Until (two to three weeks)"), required=True)
    measure = Text(label=_("What will you count or time?"), most=300, required=True)
    before = Text(label=_("How is it before?"), most=300, required=True)


class EndTrialForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    ended = forms.ChoiceField(label=_("What came of it?"), choices=choices(TrialEnd), widget=forms.RadioSelect)
    after = Text(label=_("How is it now? Count or time the same thing."), most=300, required=True)
    student_says = Verbatim(label=_("What does the student say?"), most=1000, rows=2, required=True)
    why = Text(label=_("Why?"), most=1000, rows=2, required=True)


def step_of(text: str | None) -> int | None:
    """The picture that was chosen, or None for skip; anything else is no answer."""
    if text == "skip":
        return None
    if text is not None and text.isascii() and text.isdecimal() and len(text) == 1 and int(text) <= MOST:
        return int(text)
    raise ValueError(text)
