"""What people write into a plan: every field bounded, every refusal a sentence, nothing required of a draft."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django import forms
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import (
    NeedKind,
    PlanKind,
    SkillSet,
)
from strongsuit.plans.models import LONG
from strongsuit.plans.places import level_key
from strongsuit.web.inputs import MOST_NUMBER, Choice, Day, Text


class ReadAlong:
    """A form whose texts the coach reads: ``reads`` names them, ``advice`` is what it says beside each."""

    reads: ClassVar[tuple[str, ...]] = ()
    advice: Mapping[str, Any] = MappingProxyType({})
    looked = False
    # Where the plan keeps its words; by it the coach knows what was left as it is.
    place = ""

    def texts(self):
        """What stands in the boxes, by name; nothing for an empty one."""
        found = {name: self[name].value() or "" for name in self.reads}
        return {name: words for name, words in found.items() if words.strip()}

    def below(self, name):
        if name not in self.reads:
            return ""
        said = render_to_string("plans/_wording.html", {"told": self.advice[name]}) if name in self.advice else ""
        return format_html('<div class="wording" data-wording="{}">{}</div>', name, said)

    @property
    def takes(self):
        """Whether some wording is there to be taken."""
        return any(quote.reframes for one in self.advice.values() for each in one.thoughts for quote in each.quotes)


class PartForm(ReadAlong, forms.Form):
    """A part of the plan with the version its words were written on; 0 before anything was saved."""

    version = forms.IntegerField(min_value=0, max_value=MOST_NUMBER, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, row=None, key="", **values):
        self.row = row
        self.key = key
        if row is not None:
            values.setdefault("initial", {}).update(self.from_row(row))
        values["auto_id"] = f"{key or 'part'}-%s"
        super().__init__(*args, **values)
        if row is None:
            self.fields["version"].initial = 0

    def from_row(self, row):
        found = {name: getattr(row, name) for name in self.base_fields if hasattr(row, name)}
        return found

    @property
    def place(self):
        return self.key

    @property
    def names(self):
        return [name for name in self.fields if name != "version"]

    def values(self):
        return {name: self._chosen(name, self.cleaned_data[name]) for name in self.names}

    def _chosen(self, name, value):
        return getattr(self.row, name) if value == "" and getattr(self.fields[name], "always", False) else value

    def stood_on(self):
        return self.cleaned_data.get("version") or 0

    def told(self, values):
        """The values as words, for showing two people's texts side by side."""
        shown = [(self.fields[name].label, self.spoken(name, values.get(name))) for name in self.names]
        filled = [(label, words) for label, words in shown if words]
        if len(self.names) == 1:
            return filled[0][1] if filled else ""
        return "\n".join(f"{label}: {words}" for label, words in filled)

    def spoken(self, name, value):
        options = getattr(self.fields[name], "choices", None)
        if isinstance(value, bool):
            return now_("yes") if value else ""
        if options is not None and value not in (None, ""):
            wanted = {str(getattr(one, "pk", one)) for one in (value if isinstance(value, list) else [value])}
            return ", ".join(str(label) for key, label in options if str(key) in wanted)
        return "" if value in (None, "", []) else str(value)

    def both(self, theirs):
        """Their words with mine below; where there is nothing to put below, mine."""
        kept = {}
        for name, mine in self.values().items():
            other = theirs.get(name)
            long = isinstance(self.fields[name], Text) and isinstance(self.fields[name].widget, forms.Textarea)
            joined = long and other and mine and other != mine
            kept[name] = f"{other}\n\n{mine}" if joined else (other if mine in (None, "") else mine)
        return kept


class SectionForm(PartForm):
    reads: ClassVar[tuple[str, ...]] = ("text",)
    text = Text(most=LONG, rows=10, label=_("Text"))

    def __init__(self, *args, label="", hint="", **values):
        super().__init__(*args, **values)
        self.fields["text"].label = label or self.fields["text"].label
        self.fields["text"].help_text = hint


class ConcernsForm(SectionForm):
    # What the family says is the family's to say.
    reads = ()
    none_expressed = forms.BooleanField(
        required=False, label=_("The family was asked and named no concern. The text says when and how we asked.")
    )


class VoiceForm(PartForm):
    reads = ("voice_missing_because",)
    voice_missing_because = Text(
        most=1000,
        rows=3,
        label=_("Why no words of the student are here, and what you tried"),
        help_text=_("Only when the student has said nothing yet in any way: talk, type, sign, choose or draw."),
    )


class LevelForm(PartForm):
    reads = ("strength_text", "now_text")

    @property
    def place(self):
        return level_key(self.row.skill_set)

    strength_text = Text(
        most=LONG,
        rows=5,
        label=_("What the student does well here"),
        help_text=_("Something one can see the student do, with where and when."),
    )
    now_text = Text(
        most=LONG,
        rows=5,
        label=_("Where the student is now"),
        help_text=_("What the student does today, with a number where there is one."),
    )


class NeedForm(PartForm):
    reads = ("statement", "measure_text", "impact", "without_goal_because")
    kind = Choice(NeedKind, always=True, label=_("Kind of need"))
    statement = Text(
        most=2000, rows=2, label=_("The need"), help_text=_("What the student is ready to learn or do next.")
    )
    measure_text = Text(
        most=1000,
        rows=2,
        label=_("The number behind it"),
        help_text=_("How much or how often, and under which conditions."),
    )
    impact = Text(
        most=2000,
        rows=2,
        label=_("What it changes in learning"),
        help_text=_("The class, standard or activity that is harder because of it."),
    )
    without_goal_because = Text(
        most=1000,
        rows=2,
        label=_("Why there is no goal for it"),
        help_text=_("Only if the team meets this need with a support alone, or later."),
    )


class NewNeedForm(ReadAlong, forms.Form):
    reads = ("statement",)
    place = "new-need"
    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = Choice(NeedKind, required=True, label=_("Kind of need"))
    statement = Text(
        most=2000,
        rows=2,
        required=True,
        label=_("The need"),
        error_messages={"required": _("Write the need in a few words.")},
    )


class NewLevelForm(forms.Form):
    skill_set = Choice(SkillSet, required=True, label=_("Skill set"))

    def __init__(self, *args, taken=(), **values):
        super().__init__(*args, **values)
        field = self.fields["skill_set"]
        field.choices = [(value, label) for value, label in field.choices if value not in taken]


class FactorForm(PartForm):
    reads = ("text",)
    answer = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        required=False,
        widget=forms.RadioSelect,
        label=_("Answer"),
        coerce=lambda value: value == "yes",
        empty_value=None,
    )
    text = Text(most=LONG, rows=3, label=_("What the team decided"))

    def __init__(self, *args, label="", **values):
        super().__init__(*args, **values)
        self.fields["answer"].label = label or self.fields["answer"].label

    def from_row(self, row):
        answer = {True: "yes", False: "no"}.get(row.answer, "")
        return {"version": row.version, "answer": answer, "text": row.text}

    def spoken(self, name, value):
        if name == "answer":
            return {True: now_("Yes"), False: now_("No")}.get(value, "")
        return super().spoken(name, value)

    def both(self, theirs):
        kept = super().both(theirs)
        mine = self.values()["answer"]
        return kept | {"answer": theirs.get("answer") if mine is None else mine}


class DatesForm(PartForm):
    amendment_agreed_on = Day(
        label=_("Day the family and the district agreed in writing"),
        help_text=_("Only for a change without a meeting."),
    )
    starts_on = Day(label=_("First day of the plan"))
    ends_on = Day(label=_("Last day of the plan"), help_text=_("At most a year after the first day."))
    review_on = Day(label=_("Annual review by"))

    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        gone = (
            ("starts_on", "ends_on", "review_on") if self.row.kind == PlanKind.AMENDMENT else ("amendment_agreed_on",)
        )
        for name in gone:
            del self.fields[name]

    def clean(self):
        found = super().clean() or {}
        starts, ends = found.get("starts_on"), found.get("ends_on")
        if starts and ends and ends <= starts:
            self.add_error("ends_on", _("The last day is not after the first day. Check both dates."))
        return found
