"""What comes in about progress: numbers as people type them, reasons, faces, words for a report."""

import re
import uuid
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.reading_level import Target
from strongsuit.knowledge.terms import Measure
from strongsuit.plans.forms import PartForm
from strongsuit.progress.facts import full_mark
from strongsuit.progress.models import CheckIn
from strongsuit.voice.forms import answer_me
from strongsuit.web import clock
from strongsuit.web.inputs import WHOLE, Day, Number, Text, Verbatim
from strongsuit.web.reading import ReadAtHome

THOUSANDS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
PLAIN = re.compile(r"[-+]?\d+(?:\.\d+)?")
MOST_SIGNS = 40
# The minus of a word processor, the decimal signs of other keyboards, and spaces that came along.
SIGNS = str.maketrans({"\u2212": "-", "\u066b": ".", "\u00a0": "", "\u202f": "", " ": ""})
MOST_MINUTES = 100_000
MOST_LEVELS = 12
IN_LEVELS = {Measure.RUBRIC, Measure.PROMPT_LEVEL, Measure.STEPS}


class Measured(Number):
    """A measurement as people type it, with a point or a comma; never as 1e9."""

    def to_python(self, value):
        text = str(value or "").strip().translate(SIGNS)
        if not text:
            return None
        text = text.replace(",", "") if THOUSANDS.fullmatch(text) else text.replace(",", ".")
        if not PLAIN.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if len(text) > MOST_SIGNS:
            raise ValidationError(self.error_messages["max_digits"], code="max_digits")
        return super().to_python(text)


class Minutes(forms.IntegerField):
    """A number of minutes; none is an answer too."""

    def __init__(self, *, least: int, **values):
        super().__init__(
            min_value=least, max_value=MOST_MINUTES, widget=forms.TextInput(attrs={"inputmode": "numeric"}),
            error_messages=WHOLE, **values,
        )  # fmt: skip


class OnceForm(forms.Form):
    """A form whose second arrival changes nothing; ``key`` keeps its ids apart from the others of a page."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *values, key="", **named):
        super().__init__(*values, **named | {"auto_id": f"{key}-%s" if key else "id_%s"})


class PointForm(ReadAtHome, OnceForm):
    """One measurement, sized for a phone. A pressed level arrives as ``tap`` and counts before a typed number."""

    # The family reads it beside the number.
    easy = ("note",)
    reader = Target.FAMILY

    value = Measured(label=_("Measured"), required=True)
    on = Day(label=_("Day"), required=True)
    setting = Text(label=_("Where was it?"), most=100)
    note = Text(label=_("A word about it"), most=500)

    def __init__(self, data=None, *, goal, **named):
        if data is not None and data.get("tap"):
            data = data.copy()
            data["value"] = data["tap"]
        named.setdefault("initial", {"on": clock.today()})
        super().__init__(data, key=f"point-{goal.pk}", **named)
        self.goal = goal
        self.levels = levels(goal)
        self.step = "1" if whole(goal.baseline) and whole(goal.target) else "0.1"


class TapForm(PointForm):
    """A line of the data sheet: today's number and nothing else."""

    def __init__(self, data=None, *, goal, **named):
        super().__init__(data, goal=goal, **named)
        for name in ("on", "setting", "note"):
            del self.fields[name]


def whole(number):
    return number is None or number == number.to_integral_value()


def levels(goal):
    """The few whole numbers that a level or a count of steps can take, up to the full mark: each becomes a button."""
    if goal.measure not in IN_LEVELS or None in (goal.baseline, goal.target):
        return []
    full = full_mark(goal.unit)
    low, high = min(Decimal(0), goal.baseline, goal.target), max(goal.baseline, goal.target)
    if full:
        high = max(high, full)
    elif goal.measure == Measure.RUBRIC:
        high += 1
    if not (whole(low) and whole(high)) or high - low > MOST_LEVELS:
        return []
    return list(range(int(low), int(high) + 1))


class AsideForm(forms.Form):
    """Why a measurement does not count."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    because = Text(label=_("Why does it not count?"), most=300, required=True)

    def __init__(self, *values, key, **named):
        super().__init__(*values, **named | {"auto_id": f"aside-{key}-%s"})


class WeaveAnswerForm(OnceForm):
    """Which of the two buttons the student pressed."""

    yes = forms.ChoiceField(choices=[("yes", _("That's me")), ("no", _("Not me"))])


class CheckInForm(OnceForm):
    """The student's own minute: a face, and words if there are some."""

    face = forms.ChoiceField(label=_("How did it go today?"), choices=CheckIn.Face.choices, widget=forms.RadioSelect)
    words = Verbatim(label=_("Want to say more?"), most=1000, rows=2)
    answer_me = answer_me()

    def __init__(self, *values, goal, **named):
        super().__init__(*values, key=f"goal-{goal}", **named)
        self.goal = goal


class NoteForm(PartForm):
    """The teacher's part of a report for one goal; the growth word is computed and not here."""

    text = Text(most=4000, rows=3, label=_("What the numbers do not say"))
    next_step = Text(most=1000, rows=2, label=_("Next step"))


class MinutesForm(forms.Form):
    """``counted`` is what the plan's services say; only where they say nothing is the planned number typed."""

    planned = Minutes(label=_("Minutes planned until now"), least=1)
    given = Minutes(label=_("Minutes given until now"), least=0)

    def __init__(self, *values, goal, counted=0, **named):
        super().__init__(*values, **named | {"auto_id": f"minutes-{goal}-%s"})
        self.goal, self.counted = goal, counted
        if counted:
            del self.fields["planned"]

    def clean(self):
        return {"planned": self.counted, **super().clean()} if self.counted else super().clean()


class AnswerForm(OnceForm):
    words = Text(label=_("Your answer to the team"), most=4000, rows=4, required=True)
