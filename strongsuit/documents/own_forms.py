"""What a student sends about the own pages, cleaned; nothing is trimmed, corrected or cut."""

import uuid
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.documents.own_models import MOST_LETTERS, OwnLevel
from strongsuit.documents.own_pictures import PICTURES
from strongsuit.knowledge.own_page import Identity, SeenBy
from strongsuit.web.choices import choices
from strongsuit.web.inputs import Text, Verbatim
from strongsuit.web.reading import ReadAtHome


class OnceForm(forms.Form):
    """A form whose second arrival changes nothing."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class OwnLineForm(OnceForm):
    """A line in one's own words."""

    words = Verbatim(label=_("In my own words"), most=MOST_LETTERS, rows=2, required=True)


class LineForm(forms.Form):
    """A line of the draft: its words, its picture, its readers."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    words = Verbatim(label=_("My words"), most=MOST_LETTERS, rows=2, required=True)
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
