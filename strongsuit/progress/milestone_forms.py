"""What comes in about good moments, cleaned."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.milestones import Joy, Moment
from strongsuit.knowledge.reading_level import Target
from strongsuit.progress.forms import OnceForm
from strongsuit.progress.milestone_models import NOTE
from strongsuit.web import ids
from strongsuit.web.choices import choices
from strongsuit.web.inputs import Text, Verbatim, refuse_mere_word
from strongsuit.web.reading import ReadAtHome


class MomentForm(ReadAtHome, OnceForm):
    """A note about one good moment; families read it, so the level of its words stands beside it."""

    easy: ClassVar[tuple[str, ...]] = ("what", "celebrate")
    reader = Target.NOTE

    goal = forms.ChoiceField(label=_("Which goal?"))
    moment = forms.ChoiceField(label=_("What kind of moment?"), choices=choices(Moment), initial=Moment.OTHER)
    what = Text(
        label=_("What happened?"), help_text=_("Two or three short sentences. No grades."), most=NOTE, rows=3,
        required=True,
    )  # fmt: skip
    item = forms.ChoiceField(label=_("Which strength was used?"), required=False)
    celebrate = Text(
        label=_("One way to celebrate"), help_text=_("Like: Ask for the page and listen to it together."), most=300
    )

    def __init__(self, *values, goals=(), items=(), **named):
        super().__init__(*values, **named)
        self.fields["goal"].choices = [(ids.spell(pk), words) for pk, words in goals]
        strengths = [(ids.spell(item.pk), item.words) for item in items]
        self.fields["item"].choices = [("", _("None in particular")), *strengths]


class SendForm(forms.Form):
    """How the student was asked."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    how = Text(
        label=_("How was the student asked?"), help_text=_("Like: We looked at it together and he nodded."), most=300,
        required=True, validators=[refuse_mere_word],
    )  # fmt: skip


class MomentAnswerForm(forms.Form):
    """The student's yes or no, with own words if wanted."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    yes = forms.ChoiceField(choices=[("yes", _("Yes, send it")), ("no", _("No, keep it"))])
    words = Verbatim(label=_("I want to add"), most=NOTE)


class JoyForm(forms.Form):
    joy = forms.ChoiceField(choices=choices(Joy))
