"""What comes in from cards of the finder, cleaned."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.terms import Group, Mode
from strongsuit.strengths.finder_actions import Line, Tap
from strongsuit.strengths.finder_cards import ATLAS, SIDES, capital, named
from strongsuit.strengths.finder_models import Level
from strongsuit.strengths.forms import OnceForm
from strongsuit.strengths.media_forms import MediaField
from strongsuit.voice.forms import answer_me, see_readers
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


# How somebody helps with answering; the name stands in the rows.
HELP = [
    ("reads", _("I read the cards aloud")),
    ("points", _("I point at each answer, and get a yes or a no")),
    ("looks", _("I follow where the student looks")),
    ("trays", _("The student sorts pictures or things")),
    ("taps", _("I tap what the student says or signs")),
]


class PartnerForm(forms.Form):
    """Who helps with answering, and how: it is written beside each answer."""

    helped_by = Text(label=_("Who is helping?"), most=300, required=True)
    helped_how = forms.ChoiceField(
        label=_("How do you help?"),
        choices=HELP,
        widget=forms.RadioSelect,
    )


class OpenForm(OnceForm):
    """Something I am good at that nobody asked; kept letter for letter, or as the names of pictures."""

    words = Verbatim(label=_("Say it your way"), most=20_000, rows=3)
    pictures = forms.MultipleChoiceField(required=False)
    medium = MediaField(label=_("Or say it out loud"), kinds=("audio",))
    shared = forms.BooleanField(label=_("My team may read this"), required=False, initial=True)
    answer_me = answer_me()

    def __init__(self, *values, **named):
        super().__init__(*values, **named)
        self.fields["pictures"].choices = [(ATLAS + key, key) for key in decks.atlas(decks.BASE)]

    def clean(self):
        cleaned = super().clean()
        if (
            not self.errors
            and not cleaned.get("words", "").strip()
            and not (cleaned.get("pictures") or cleaned.get("medium"))
        ):
            self.add_error("words", _("Write it, say it or pick a picture. Or choose “Nothing this time”."))
        return see_readers(self, cleaned)

    def said(self, language):
        """The words as they were typed, and what the pictures say."""
        names = ", ".join(named(key, language) for key in self.cleaned_data["pictures"])
        return "\n".join(filter(None, [self.cleaned_data["words"], names]))

    def mode(self, *, by_helper):
        if self.cleaned_data["words"].strip():
            return Mode.SCRIBED if by_helper else Mode.TYPED
        return Mode.DICTATED if self.cleaned_data["medium"] else Mode.CHOSEN


FAMILY_CHOICES = [("often", _("Often")), ("sometimes", _("Sometimes")), ("not_seen", _("Not seen yet")),
                  ("not_sure", _("Not sure"))]  # fmt: skip
SCHOOL_CHOICES = [("often", _("Often (3 or more times this month)")), ("sometimes", _("Sometimes")),
                  ("not_seen", _("Not seen yet")), ("no_chance", _("No chance to see"))]  # fmt: skip
STORY = "-story"


class DeckAnswersForm(OnceForm):
    """The cards of one deck for an adult; every line may stay empty."""

    def __init__(self, *values, deck, group, language, **named):
        super().__init__(*values, **named)
        self.cards = deck.cards
        self.group = group
        offered = FAMILY_CHOICES if group == Group.FAMILY else SCHOOL_CHOICES
        story = _("Tell us one time") if group == Group.FAMILY else _("What shows it, in one line")
        for card in deck.cards:
            words = decks.words_for(card, language, Level.ADULT)
            choices = offered if isinstance(words, str) else [*zip(SIDES, map(capital, words), strict=True),
                       ("both", _("Both")), ("neither", _("Neither")), offered[-1]]  # fmt: skip
            label = capital(words) if isinstance(words, str) else _("Which fits better?")
            self.fields[card.id] = forms.ChoiceField(
                label=label, choices=choices, required=False, widget=forms.RadioSelect
            )
            self.fields[card.id + STORY] = Text(label=story, most=500)
        if group == Group.FAMILY:
            self.fields["may_share"] = forms.BooleanField(
                label=_("The team may use our stories in the plan"),
                required=False,
                help_text=_("Without the tick only you see them. You can change it later at each story."),
            )

    def lines(self):
        """What was filled in, by card."""
        told = self.cleaned_data
        found = {card.id: Line(told.get(card.id, ""), told.get(card.id + STORY, "")) for card in self.cards}
        return {key: line for key, line in found.items() if line.choice or line.story}

    def clean(self):
        cleaned = super().clean()
        for card in self.cards:
            if cleaned.get(card.id + STORY) and not cleaned.get(card.id):
                self.add_error(card.id, _("Choose one of the answers, too. Your words are still there."))
        return cleaned

    def rows(self):
        """Each card with its choices and its story."""
        return [(self[card.id], self[card.id + STORY]) for card in self.cards]


class InterestsForm(OnceForm):
    """The atlas; the pictures themselves are read beside it."""

    own = Text(label=_("Something else I like"), most=200)


class FavoritesForm(OnceForm):
    """The three that are liked most."""


class OpeningForm(OnceForm):
    """The first question to a family."""

    words = Text(label=_("What does your child do well that school may not see?"), most=500, rows=2, required=True)
