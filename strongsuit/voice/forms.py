"""What comes in about what students say: words letter for letter, the next step, the answer."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.voice import Outcome, Reaction, Route
from strongsuit.web.choices import choices
from strongsuit.web.inputs import Day, Text, Verbatim
from strongsuit.web.reading import ReadAtHome

TOPICS = [
    ("", _("Something else")),
    ("wish", _("I wish I had …")),
    ("like", _("I like …")),
    ("not", _("I do not like …")),
    ("talk", _("I want to talk about …")),
    ("works", _("I already do something that works")),
]
SYMBOLS = {"": "voice", "wish": "idea", "like": "like", "not": "no-face", "talk": "meeting", "works": "ability"}
ROUTES = [(route, label) for route, label in choices(Route) if route not in (Route.LEAD, Route.SAFETY)]


class OnceForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def answer_me():
    """Wherever a student writes own words: the box that makes them something the team has to answer (1.5)."""
    return forms.BooleanField(label=_("I want my team to answer this"), required=False)


def see_readers(form, told):
    """Nobody can answer what nobody may read; ``told`` is what ``clean`` of the form has found."""
    if told.get("answer_me") and not told.get("shared"):
        form.add_error("answer_me", _("Your team can only answer what it may read. Let it read this, or do not ask."))
    return told


class TellForm(OnceForm):
    """The student's own: a picture for what it is about, and the words."""

    topic = forms.ChoiceField(label=_("What is it about?"), choices=TOPICS, widget=forms.RadioSelect, required=False)
    words = Verbatim(label=_("Say it your way"), most=5_000, rows=4, required=True)
    private = forms.BooleanField(label=_("Keep this to myself for now"), required=False)


class NoteForm(ReadAtHome, OnceForm):
    """An adult heard it: the student's words, not the adult's."""

    words = Verbatim(label=_("What did the student say, word for word?"), most=5_000, rows=3, required=True)
    topic = Text(label=_("Where and when did you hear it?"), most=300, required=True)


class FamilyNoteForm(OnceForm):
    words = Verbatim(label=_("What did your child say, word for word?"), most=5_000, rows=3, required=True)
    topic = Text(label=_("When was that?"), most=300)


class RouteForm(OnceForm):
    to = forms.ChoiceField(label=_("Where is it answered?"), choices=ROUTES, widget=forms.RadioSelect)
    owner = Text(label=_("Who answers it, if not the team?"), most=300)
    agreed = forms.BooleanField(label=_("I asked the student, and it is OK to solve it now"), required=False)


class DecideForm(ReadAtHome, OnceForm):
    outcome = forms.ChoiceField(label=_("What is the answer?"), choices=choices(Outcome), widget=forms.RadioSelect)
    owner = Text(label=_("Who does it?"), most=300)
    by_when = Day(label=_("By when? For “later”, the day to look again."), required=True)
    why = Text(label=_("Why? In a whole sentence that the student can understand."), most=2000, rows=2, required=True)


class AnswerForm(ReadAtHome, OnceForm):
    easy = ("words",)
    words = Text(label=_("What you tell the student, in plain words"), most=2000, rows=3, required=True)


class ReactForm(OnceForm):
    reaction = forms.ChoiceField(label=_("What do you think?"), choices=choices(Reaction), widget=forms.RadioSelect)
    why = Verbatim(label=_("Do you want to say more?"), most=2000, rows=2)


class RelayedReactForm(OnceForm):
    """For a student without an account: somebody else writes it down."""

    reaction = forms.ChoiceField(
        label=_("What does the student think of the answer?"), choices=choices(Reaction), widget=forms.RadioSelect
    )
    why = Text(label=_("How did the student show that this is meant?"), most=2000, rows=2, required=True)


class ShownForm(OnceForm):
    why = Text(label=_("How did the student show that this is meant?"), most=2000, rows=2, required=True)


class TalkForm(OnceForm):
    why = Text(label=_("What did the team say, in short?"), most=2000, rows=2)


class WhyForm(OnceForm):
    why = Text(label=_("Why?"), most=2000, rows=2)


class ReasonForm(OnceForm):
    why = Text(label=_("Why? In a whole sentence."), most=2000, rows=2, required=True)


class MergeForm(OnceForm):
    into = forms.ChoiceField(label=_("Which other says the same?"))

    def __init__(self, *values, others=(), **named):
        super().__init__(*values, **named)
        self.fields["into"].choices = [(str(each.item.pk), each.item.words[:120]) for each in others]
