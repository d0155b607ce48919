"""What comes in about meetings and signatures, cleaned."""

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.reading_level import Target
from strongsuit.meetings.models import BY_HAND, Attendee, Meeting, Signature
from strongsuit.web.inputs import MOST_NUMBER, Count, Day, Text
from strongsuit.web.reading import ReadAtHome


class MeetingForm(ReadAtHome, forms.Form):
    # The family reads it in the invitation.
    easy = ("purpose",)
    reader = Target.FAMILY
    kind = forms.ChoiceField(label=_("What is it about?"), choices=Meeting.Kind.choices, widget=forms.RadioSelect)
    day = Day(label=_("Day"), required=True)
    time = forms.TimeField(
        label=_("Time"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": _("Write the time as hours and minutes, such as 14:30.")},
    )  # fmt: skip
    minutes = Count(label=_("How many minutes?"), most=480, required=True)
    place = Text(label=_("Where? A room, or how to join from home"), most=200, required=True)
    purpose = Text(label=_("What will be talked about?"), most=500, rows=3)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=MOST_NUMBER)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") and cleaned.get("time") is not None:
            naive = datetime.combine(cleaned["day"], cleaned["time"])
            cleaned["starts_at"] = timezone.make_aware(naive)
        return cleaned


class AddForm(forms.Form):
    name = Text(label=_("Name"), most=300, required=True)
    part = forms.ChoiceField(label=_("Part in this meeting"), choices=list(BY_HAND.items()))


class AnswerForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_NUMBER)
    answer = forms.ChoiceField(label=_("Can you come?"), choices=Attendee.Answer.choices, widget=forms.RadioSelect)
    wish = Text(label=_("Another time, an interpreter, someone you bring: tell us here"), most=1000, rows=3)


class AwayForm(forms.Form):
    """Why the table was not full; asked for only where it was not."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_NUMBER)
    family_tried = Text(
        label=_("How the family was told and asked to come"), most=4000, rows=3,
        help_text=_(
            "Only if no parent who decides came, or no notice went out from here: on which days and how you told "
            "them, and what came of it."
        ),
    )  # fmt: skip
    stayed_away = Text(
        label=_("Who of the school stayed away"), most=4000, rows=3,
        help_text=_(
            "Only if a seat was empty: who, and on which day the family and the district agreed in writing. If their "
            "own part of the plan was talked about, also when they sent their notes."
        ),
    )  # fmt: skip


class DecideForm(AwayForm):
    """Asks how it went on only where the team had not agreed at the meeting."""

    agreed = forms.TypedChoiceField(
        label=_("How was the plan decided?"), widget=forms.RadioSelect, coerce=lambda value: value == "yes",
        choices=[
            ("yes", _("The team agreed since then")),
            ("no", _("The team does not agree: the district decides, and the family gets a prior written notice")),
        ],
    )  # fmt: skip


class HeldForm(AwayForm):
    came = forms.MultipleChoiceField(label=_("Who came?"), required=False, widget=forms.CheckboxSelectMultiple)
    agreed = forms.TypedChoiceField(
        label=_("Did the team agree?"), choices=[("yes", _("Yes")), ("no", _("Not yet"))], widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )  # fmt: skip
    note = Text(label=_("What was decided, and who sees it differently"), most=4000, rows=4)
    unheard_because = Text(
        label=_("Why something the student said is still open"), most=2000, rows=3,
        help_text=_("Only if it could not be answered now: what kept you from it. It stays open, with its day."),
    )  # fmt: skip

    def __init__(self, *values, people=(), **named):
        super().__init__(*values, **named)
        self.fields["came"].choices = [(str(person.pk), person.name) for person in people]

    def clean_came(self):
        return {int(pk) for pk in self.cleaned_data["came"]}


class SignForm(forms.Form):
    sha256 = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    meaning = forms.ChoiceField(label=_("What do you want to say?"), widget=forms.RadioSelect, choices=[
        (Signature.Meaning.CONSENT, Signature.Meaning.CONSENT.label),
        (Signature.Meaning.TOOK_PART, Signature.Meaning.TOOK_PART.label),
        (Signature.Meaning.DECLINE, Signature.Meaning.DECLINE.label),
    ])  # fmt: skip
    words = Text(label=_("Anything you want to add, in your own words"), most=4000, rows=3)
    understood = forms.BooleanField(label=_("I have read the plan and I understand it"), required=False)
