"""What comes in about strengths, cleaned."""

import uuid
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.profile import Status
from strongsuit.knowledge.terms import Group, ItemKind, Mode, SkillSet
from strongsuit.strengths.media_forms import MediaField, WithMedia
from strongsuit.strengths.models import Evidence
from strongsuit.voice.forms import answer_me, see_readers
from strongsuit.web.choices import choices
from strongsuit.web.inputs import Day, Text, Verbatim
from strongsuit.web.reading import ReadAtHome

ADULT = [
    ("often", _("Often")),
    ("sometimes", _("Sometimes")),
    ("not_seen", _("Not seen yet")),
    ("not_sure", _("Not sure")),
]
STAFF = [
    ("often", _("Often (3 or more times this month)")),
    ("sometimes", _("Sometimes")),
    ("not_seen", _("Not seen yet")),
    ("no_chance", _("No chance to see")),
]
STUDENT = [
    ("a_lot", _("A lot like me")),
    ("mostly", _("Mostly")),
    ("a_little", _("A little")),
    ("not_yet", _("Not yet")),
    ("skip", _("Skip")),
]


KINDS = [
    (ItemKind.ABILITY, _("An ability: what the student does well")),
    (ItemKind.INTEREST, _("An interest: what draws the student")),
    (ItemKind.PREFERENCE, _("A preference: how, where and with whom")),
]
FAMILY_KINDS = [
    (ItemKind.ABILITY, _("Something our child does well")),
    (ItemKind.INTEREST, _("Something our child loves")),
    (ItemKind.PREFERENCE, _("How our child likes things to be")),
]


# Beside what others see in the student: four words, the lowest of them “not yet”.
OFFERED = [
    ("a_lot", _("That's me"), "like"),
    ("a_little", _("A little"), "sometimes"),
    ("not_yet", _("Not yet"), "growth"),
    ("skip", _("Skip"), "forward"),
]


class OnceForm(forms.Form):
    """A form whose second arrival changes nothing."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class StrengthForm(ReadAtHome, OnceForm):
    """One ability, interest or preference from a person of the school."""

    easy: ClassVar[tuple[str, ...]] = ("words", "story")

    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS, widget=forms.RadioSelect)
    words = Text(label=_("What does the student do well, like, or prefer?"), most=500, required=True)
    skill_set = forms.ChoiceField(
        label=_("In which skill set?"), choices=[("", _("None in particular")), *choices(SkillSet)], required=False
    )
    choice = forms.ChoiceField(
        label=_("How often did you see it?"), choices=STAFF, widget=forms.RadioSelect, initial="often"
    )
    story = Text(label=_("Tell one time you saw it"), most=4000, rows=3)
    setting = Text(label=_("Where was that?"), most=200)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("story") and not cleaned.get("setting"):
            self.add_error("setting", _("Say where it was, for example “science class” or “at lunch”."))
        return cleaned


class FamilyForm(StrengthForm):
    """The family's view: what the school may not see."""

    # Nobody tells a family how to write.
    easy = ()

    def __init__(self, *values, **named):
        super().__init__(*values, **named)
        self.fields["kind"].choices = FAMILY_KINDS
        self.fields["words"].label = _("What does your child do well that school may not see?")
        self.fields["choice"].choices = ADULT
        self.fields["choice"].label = _("How often do you see it?")
        self.fields["story"].label = _("Tell us one time")
        self.fields["skill_set"].widget = forms.HiddenInput()

    # A consent is given, never taken for given.
    may_share = forms.BooleanField(
        label=_("The team may use our story in the plan"),
        required=False,
        help_text=_("Without the tick only you see it. You can change it later at the story."),
    )


class MineForm(OnceForm):
    """The student's own short form: one question, big answers."""

    kind = forms.ChoiceField(label=_("I want to say"), choices=[
        ("ability", _("Something I do well")),
        ("interest", _("Something I like")),
        ("preference", _("How I like to work")),
    ], widget=forms.RadioSelect)  # fmt: skip
    words = Text(label=_("Say it your way"), most=500, required=True)
    choice = forms.ChoiceField(
        label=_("How much is it like you?"), choices=STUDENT, widget=forms.RadioSelect, initial="a_lot"
    )
    private = forms.BooleanField(label=_("Keep this to myself for now"), required=False)


class AnswerForm(OnceForm):
    choice = forms.CharField(max_length=20)


# What can be told in words alone; a photo, recording or file says by itself what it is.
TOLD = [(kind, kind.label) for kind in Evidence.Kind if kind not in {"photo", "audio", "file"}]
SHOWN = {
    Group.STUDENT: (_("What happened?"), _("Where was it?")),
    Group.FAMILY: (_("Tell us one time"), _("Where was that?")),
    Group.SCHOOL: (_("What did you see, read or measure?"), _("Where?")),
}


class EvidenceForm(WithMedia, ReadAtHome, OnceForm):
    """What shows a strength: told, or shown by a photo, a recording or a file, or both."""

    easy = ("words",)

    kind = forms.ChoiceField(label=_("What kind?"), choices=TOLD, widget=forms.RadioSelect)
    words = Text(label="", most=4000, rows=3)
    setting = Text(label="", most=200, required=True)
    on = Day(label=_("When?"), required=True)

    def __init__(self, *values, group: Group, **named):
        super().__init__(*values, group=group, **named)
        self.fields["words"].label, self.fields["setting"].label = SHOWN[group]
        if group != Group.SCHOOL:
            # Nobody sorts a story into kinds at home.
            self.fields["kind"].widget, self.fields["kind"].initial = forms.HiddenInput(), Evidence.Kind.STORY
        self.order_fields(["kind", "words", "medium", "in_words", "setting", "on", "audience"])

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("words") and not cleaned.get("medium"):
            self.add_error("words", _("Tell it in a sentence, or add a photo, a recording or a file."))
        return cleaned


STATUSES = [(each.value, _(each.label)) for each in Status if each not in {Status.NOT_SEEN, Status.NO_CHANCE}]


class NarrowForm(forms.Form):
    """What of the profile is shown."""

    skill_set = forms.ChoiceField(
        label=_("Skill set"), choices=[("", _("All")), *choices(SkillSet), ("none", _("None in particular"))],
        required=False,
    )  # fmt: skip
    status = forms.ChoiceField(
        label=_("Who sees it"), choices=[("", _("All")), *STATUSES, ("depends", _("Depends on where"))], required=False
    )

    def wanted(self):
        """Only what can be chosen; anything else is everything."""
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}


class PictureForm(OnceForm):
    """A photo in place of a symbol."""

    medium = MediaField(kinds=frozenset({"photo"}), label=_("My photo"))


class ConsentForm(forms.Form):
    """Who may see something, said anew by whoever gave it."""

    audience = forms.CharField(max_length=4)


class WordsForm(OnceForm):
    """The student's own words; nothing is corrected."""

    prompt = forms.CharField(max_length=300, widget=forms.HiddenInput)
    words = Verbatim(label=_("Your words"), most=20_000, rows=5, required=True)
    shared = forms.BooleanField(label=_("My team may read this"), required=False, initial=True)
    answer_me = answer_me()

    def clean(self):
        return see_readers(self, super().clean())


class ScribeForm(ReadAtHome, OnceForm):
    """What a student said to an adult, written down word for word."""

    # The question is the adult's, and what is answered is the student's.
    easy = ("prompt",)

    prompt = Text(label=_("What did you ask?"), most=300, required=True)
    words = Verbatim(label=_("What the student said, word for word"), most=20_000, rows=5, required=True)


class ParaphraseForm(ReadAtHome, forms.Form):
    easy = ("text",)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    text = Text(label=_("In short (the student's own words stay above)"), most=4000, rows=3, required=True)


MODES = {"typed": Mode.TYPED, "chosen": Mode.CHOSEN, "dictated": Mode.DICTATED}
