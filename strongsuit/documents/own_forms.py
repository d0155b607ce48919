"""What a student sends about the own pages, cleaned; nothing is trimmed, corrected or cut."""

import uuid
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.documents.own_models import MOST_LETTERS, OwnLevel
from strongsuit.documents.own_models_beside import SHORT
from strongsuit.documents.own_pictures import PICTURES
from strongsuit.knowledge.own_cards import Happens, Reply
from strongsuit.knowledge.own_page import Identity, SeenBy
from strongsuit.voice.forms import answer_me
from strongsuit.web.choices import choices
from strongsuit.web.inputs import Text, Verbatim
from strongsuit.web.reading import ReadAtHome


class OnceForm(forms.Form):
    """A form whose second arrival changes nothing."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class OwnWords(Verbatim):
    """Words that have to say something; spaces alone do not."""

    def validate(self, value):
        super().validate(value)
        if self.required and not value.strip():
            raise forms.ValidationError(self.error_messages["required"], code="required")


class OwnLineForm(OnceForm):
    """A line in one's own words."""

    words = OwnWords(label=_("In my own words"), most=MOST_LETTERS, rows=2, required=True)


class LineForm(forms.Form):
    """A line of the draft: its words, its picture, its readers."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    words = OwnWords(label=_("My words"), most=MOST_LETTERS, rows=2, required=True)
    seen_by = forms.ChoiceField(label=_("Who may see it?"), choices=choices(SeenBy), widget=forms.RadioSelect)
    picture = forms.ChoiceField(
        label=_("A picture"), choices=[("", _("No picture")), *PICTURES.items()], widget=forms.RadioSelect,
        required=False,
    )  # fmt: skip


class AboutMeForm(forms.Form):
    """How the student wants to be called."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    called = Text(label=_("Call me"), most=300)
    pronouns = Text(
        label=_("My pronouns"), help_text=_("Like: she/her, he/him, they/them. You can leave it out."), most=40
    )
    identity = forms.ChoiceField(
        label=_("If people speak of a disability"), choices=choices(Identity), widget=forms.RadioSelect, required=False
    )
    identity_words = Verbatim(
        label=_("Or say it your way"), help_text=_("Only what you want people to read."), most=200
    )


class LookForm(forms.Form):
    """Which words the pages use, and whether pictures speak alone."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    level = forms.ChoiceField(label=_("Words on my page"), choices=OwnLevel.choices, widget=forms.RadioSelect)
    pictures_only = forms.BooleanField(label=_("Only pictures on my page"), required=False)


class ShortForm(ReadAtHome, forms.Form):
    """An adult's shorter version of a shared line."""

    easy: ClassVar[tuple[str, ...]] = ("text",)

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = Text(label=_("In short (the student's own words stay above)"), most=MOST_LETTERS, required=True)


class GoalCardForm(forms.Form):
    """What the student adds to a goal."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    first_step = Verbatim(label=_("My first step"), help_text=_("One small thing to do soon."), most=MOST_LETTERS)
    people = Verbatim(label=_("My people"), help_text=_("Who helps me with it?"), most=MOST_LETTERS)
    stretch = Verbatim(
        label=_("My own extra goal"), help_text=_("As big as you like. Only you can change it."), most=MOST_LETTERS
    )


class AskForm(forms.Form):
    """The pieces of a request, in the student's own words."""

    task = OwnWords(label=_("I am working on"), help_text=_("Like: my science report"), most=SHORT, required=True)
    condition = Verbatim(label=_("I do best when"), help_text=_("Like: I can hear the text"), most=SHORT)
    reason = Verbatim(
        label=_("I know this about me"), help_text=_("Like: I know a story well when I hear it"), most=SHORT
    )
    support = OwnWords(label=_("Could I please"), help_text=_("Like: use my headphones"), most=SHORT, required=True)
    person = Verbatim(label=_("If it is still no, I talk to"), help_text=_("Like: Ms. Ruiz"), most=SHORT)


class NewAskForm(AskForm, OnceForm):
    """A first version."""


class ChangedAskForm(AskForm):
    """A script as it was before."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class TurnForm(OnceForm):
    """One turn of practice: an answer to choose, or one's own words."""

    reply = forms.ChoiceField(choices=choices(Reply), widget=forms.HiddenInput)
    choice = forms.ChoiceField(label=_("What do you say?"), widget=forms.RadioSelect, required=False)
    words = Verbatim(label=_("Or say it your way"), most=MOST_LETTERS)
    answer_me = answer_me()

    def __init__(self, *values, answers=(), **named):
        super().__init__(*values, **named)
        self.fields["choice"].choices = [(str(place), words) for place, words in enumerate(answers)]

    def clean(self):
        found = super().clean()
        if not self.errors and not found.get("choice") and not (found.get("words") or "").strip():
            raise forms.ValidationError(_("Choose an answer, or write your own."))
        return found


class DayForm(forms.Form):
    """One thing of a good day."""

    words = OwnWords(label=_("On a good day"), most=MOST_LETTERS, rows=2, required=True)
    now = forms.ChoiceField(label=_("Does it happen now?"), choices=choices(Happens), widget=forms.RadioSelect)
    makes = Verbatim(label=_("What makes it happen?"), most=MOST_LETTERS)
    who = Verbatim(label=_("Who helps?"), most=SHORT)
    seen_by = forms.ChoiceField(
        label=_("Who may see it?"), choices=choices(SeenBy), widget=forms.RadioSelect, initial=SeenBy.FAMILY
    )


FAMILY_READERS = [
    (SeenBy.TEAM, _("The school's team and our child")),
    (SeenBy.FAMILY, _("Our family and our child")),
]


def for_family(form):
    """The same question as the family is asked it."""
    form.fields["seen_by"].choices = FAMILY_READERS
    return form


class NewDayForm(DayForm, OnceForm):
    """A first version."""


class ChangedDayForm(DayForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
