"""What comes in from cards of the finder, cleaned."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.finder import decks
from strongsuit.strengths.finder_actions import Tap
from strongsuit.strengths.finder_cards import capital
from strongsuit.strengths.finder_models import Level
from strongsuit.strengths.forms import OnceForm
from strongsuit.web.inputs import Text, Verbatim

AGAIN = ".again"
LEVELS = [(level.value, level.label) for level in Level if level != Level.ADULT]


class DeckForm(OnceForm):
    """Which cards come next."""

    deck = forms.CharField(max_length=20)


class TapForm(OnceForm):
    """One answer, from the page or from the queue of a device."""

    card = forms.CharField(max_length=60)
    choice = forms.CharField(max_length=20)
    starred = forms.BooleanField(required=False)
    level = forms.ChoiceField(choices=LEVELS, required=False)
    given_at = forms.DateTimeField(required=False)
    known = forms.UUIDField(required=False)

    def tap(self) -> Tap:
        told = self.cleaned_data
        card = told["card"]
        return Tap(
            card=card.removesuffix(AGAIN), again=card.endswith(AGAIN), choice=told["choice"], once=told["once"],
            starred=told["starred"], level=told["level"], given_at=told["given_at"], known=told["known"],
        )  # fmt: skip


class UndoForm(OnceForm):
    of = forms.UUIDField(required=False)

    def named(self) -> UUID | None:
        return self.cleaned_data["of"]


class CallForm(OnceForm):
    card = forms.CharField(max_length=60, required=False)


class WordsForm(forms.Form):
    """Easier or harder words, or another language; what is not named stays."""

    level = forms.ChoiceField(choices=LEVELS, required=False)
    language = forms.CharField(max_length=10, required=False)

    def clean_language(self):
        wanted = self.cleaned_data["language"]
        if wanted and wanted not in decks.languages():
            raise forms.ValidationError(_("Choose one of the languages."))
        return wanted


class PartnerForm(forms.Form):
    """Who helps with answering, and how: it is written beside each answer."""

    helped_by = Text(label=_("Who is helping?"), most=300, required=True)
    helped_how = forms.ChoiceField(
        label=_("How do you help?"),
        choices=[
            ("reads", _("I read the cards aloud")),
            ("points", _("I point at each answer, and get a yes or a no")),
            ("looks", _("I follow where the student looks")),
            ("trays", _("The student sorts pictures or things")),
            ("taps", _("I tap what the student says or signs")),
        ],
        widget=forms.RadioSelect,
    )


class OpenForm(OnceForm):
    """Something I am good at that nobody asked; kept letter for letter."""

    words = Verbatim(label=_("Say it your way"), most=20_000, rows=3, required=True)
    shared = forms.BooleanField(label=_("My team may read this"), required=False, initial=True)


class OwnInterestForm(forms.Form):
    """The atlas: up to ten interests, three of them in order, and one of one's own."""

    own = Text(label=_("Something else I like"), most=200)


def capitals(names):
    return {key: capital(name) for key, name in names.items()}
