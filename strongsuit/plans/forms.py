"""What people write into a plan: every field bounded, every refusal a sentence, nothing required of a draft."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.terms import (
    AccommodationKind,
    Location,
    Measure,
    NeedKind,
    Pattern,
    Per,
    PlanKind,
    ReportSchedule,
    Schedule,
    ServiceClass,
    ServiceType,
    SkillSet,
)
from strongsuit.plans.models import LONG, Need
from strongsuit.web.inputs import MERE_WORD, MOST_NUMBER, Choice, Count, Day, Number, Text


class PartForm(forms.Form):
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
    text = Text(most=LONG, rows=10, label=_("Text"))

    def __init__(self, *args, label="", hint="", **values):
        super().__init__(*args, **values)
        self.fields["text"].label = label or self.fields["text"].label
        self.fields["text"].help_text = hint


class ConcernsForm(SectionForm):
    none_expressed = forms.BooleanField(
        required=False, label=_("The family was asked and named no concern. The text says when and how we asked.")
    )


class VoiceForm(PartForm):
    voice_missing_because = Text(
        most=1000,
        rows=3,
        label=_("Why no words of the student are here, and what you tried"),
        help_text=_("Only when the student has said nothing yet in any way: talk, type, sign, choose or draw."),
    )


class LevelForm(PartForm):
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


class NewNeedForm(forms.Form):
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


class NeedField(forms.ModelChoiceField):
    """One of the needs of this plan, by its words."""

    def label_from_instance(self, need):
        return need.statement or now_("A need without words yet")


class GoalForm(PartForm):
    need = NeedField(
        queryset=Need.objects.none(),
        required=False,
        empty_label=_("Choose…"),
        label=_("The need it answers"),
        error_messages={"invalid_choice": _("Choose a need of this plan.")},
    )
    condition = Text(
        most=1000,
        rows=2,
        label=_("Given what (condition)"),
        help_text=_("Start from the strength: “After listening to a page once”."),
    )
    behavior = Text(
        most=1000,
        rows=2,
        label=_("What the student does"),
        help_text=_("Something one can see or hear: reads, writes, asks, starts."),
    )
    criterion = Text(
        most=1000, rows=2, label=_("How we know it is reached"), help_text=_("Such as “in two checks in a row”.")
    )
    baseline = Number(label=_("Starts at"))
    baseline_on = Day(label=_("Measured on"))
    target = Number(label=_("Target"))
    target_on = Day(label=_("By"))
    unit = Text(most=60, label=_("Counted in"), help_text=_("Such as “words correct in a minute”."))
    measure = Choice(Measure, label=_("Measured how"))
    measure_text = Text(most=300, label=_("With what"), help_text=_("The test, task or list that is used."))
    schedule = Choice(Schedule, label=_("Measured how often"))
    report_schedule = Choice(ReportSchedule, label=_("The family hears"))
    responsible = Text(most=200, label=_("Who is responsible"), help_text=_("A role, not a name."))
    mastery_run = Count(most=20, label=_("Checks in a row that prove it"))
    smallest_change = Number(label=_("Smallest change that counts"))
    standard = Text(most=300, label=_("Standard it leads to"))
    student_words = Text(
        most=1000,
        rows=2,
        label=_("The goal in the student's words"),
        help_text=_("Letter for letter, only if the student has said it."),
    )

    def __init__(self, *args, needs, **values):
        super().__init__(*args, **values)
        field = self.fields["need"]
        field.queryset = needs

    def clean_mastery_run(self):
        return self.cleaned_data["mastery_run"] or 2


class WeaveForm(PartForm):
    pattern = Choice(Pattern, always=True, label=_("How it is woven in"))
    mechanism = Text(most=1000, rows=2, label=_("Why it helps"))
    step = Text(
        most=1000,
        rows=2,
        label=_("The step that uses it"),
        help_text=_("Who does what, and when: “Ms. Ruiz starts each session with an audio page.”"),
    )


class ObjectiveForm(PartForm):
    words = Text(most=1000, rows=2, label=_("Step on the way"))
    target_on = Day(label=_("By"))


class NewObjectiveForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput)
    words = Text(
        most=1000,
        rows=2,
        required=True,
        label=_("Step on the way"),
        error_messages={"required": _("Write the step in a few words.")},
    )
    target_on = Day(label=_("By"))


class LinkedForm(PartForm):
    """A part with links to other parts of the same plan."""

    LINKS = ""

    def __init__(self, *args, linkable=(), linked=(), **values):
        super().__init__(*args, **values)
        field = self.fields[self.LINKS]
        field.choices = linkable
        field.initial = [str(pk) for pk in linked]

    def values(self):
        return {name: value for name, value in super().values().items() if name != self.LINKS}

    def links(self):
        return [int(pk) for pk in self.cleaned_data[self.LINKS]]


def links_field(label):
    return forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=label,
        error_messages={"invalid_choice": _("Choose from this plan.")},
    )


class ServiceForm(LinkedForm):
    LINKS = "goals"
    service_class = Choice(ServiceClass, always=True, label=_("Section of the plan"))
    service_type = Choice(ServiceType, always=True, label=_("Service"))
    name = Text(most=200, label=_("Name, if it needs one"))
    times = Count(most=100, label=_("Times"))
    per = Choice(Per, label=_("In"))
    minutes = Count(most=1440, label=_("Minutes each time"))
    range_because = Text(
        most=500, label=_("Why the amount may vary"), help_text=_("Only if this student needs a range.")
    )
    group_size = Count(most=100, label=_("Students in the group, at most"))
    location = Choice(Location, label=_("Where"))
    with_peers = forms.BooleanField(required=False, label=_("Together with students without disabilities"))
    provider_role = Text(most=200, label=_("Given by"), help_text=_("A role, not a name."))
    language = Text(most=10, label=_("Language"), help_text=_("Such as “en” or “es”."))
    starts_on = Day(label=_("Starts"))
    ends_on = Day(label=_("Ends"))
    goals = links_field(_("Goals it serves"))

    def clean_language(self):
        language = self.cleaned_data["language"] or "en"
        if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,6})?", language):
            raise ValidationError(_("Write the short name of a language, such as “en”."))
        return language


class NewServiceForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput)
    service_class = Choice(ServiceClass, required=True, label=_("Section of the plan"))
    service_type = Choice(ServiceType, required=True, label=_("Service"))


class AccommodationForm(LinkedForm):
    LINKS = "needs"
    kind = Choice(AccommodationKind, always=True, label=_("Kind"))
    words = Text(most=1000, rows=2, label=_("What"))
    where = Text(most=300, label=_("Where and when"), help_text=_("Never “as needed”: the class, task or test."))
    how = Text(most=1000, rows=2, label=_("How it is done"))
    needs = links_field(_("Needs it answers"))


class NewAccommodationForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = Choice(AccommodationKind, required=True, label=_("Kind"))
    words = Text(
        most=1000, rows=2, required=True, label=_("What"), error_messages={"required": _("Write it in a few words.")}
    )


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


class OnceForm(forms.Form):
    """A form that makes a row carries a token, so that arriving twice it makes one."""

    once = forms.UUIDField(widget=forms.HiddenInput)


class ReasonsForm(forms.Form):
    """A reason for each point that only warns; ``was`` is what stood there when the page was drawn."""

    def __init__(self, *args, checks, **values):
        values["auto_id"] = "reasons-%s"
        super().__init__(*args, **values)
        self.checks = [check for check in checks if not check.block]
        for number, check in enumerate(self.checks):
            self.fields[f"reason-{number}"] = Text(
                most=1000, rows=2, initial=check.reason, label=_("Why the team goes on as it is")
            )
            self.fields[f"was-{number}"] = forms.CharField(
                required=False, initial=check.reason, widget=forms.HiddenInput, max_length=2100
            )
            self.fields[f"key-{number}"] = forms.CharField(
                required=False, initial=check.key, widget=forms.HiddenInput, max_length=120
            )

    def rows(self):
        return [(check, self[f"reason-{n}"], self[f"was-{n}"], self[f"key-{n}"]) for n, check in enumerate(self.checks)]

    def clean(self):
        super().clean()
        for number in range(len(self.checks)):
            now, was = (self.cleaned_data.get(f"{part}-{number}", "") for part in ("reason", "was"))
            if now and now != was and not real_sentence(now):
                self.add_error(f"reason-{number}", MERE_WORD)
        return self.cleaned_data

    def reasons(self):
        """(key of the point, reason, what stood there) for every point of the page that is still open."""
        known = {check.key for check in self.checks}
        found = (
            (self.cleaned_data[f"{part}-{n}"] for part in ("key", "reason", "was")) for n in range(len(self.checks))
        )
        return [(key, reason, was) for key, reason, was in found if key in known]


class QuestionForm(OnceForm):
    words = Text(
        most=4000,
        rows=5,
        required=True,
        label=_("Your question or comment"),
        error_messages={"required": _("Write your question first.")},
    )


class AnswerForm(forms.Form):
    words = Text(
        most=4000,
        rows=4,
        required=True,
        label=_("Your answer"),
        error_messages={"required": _("Write your answer first.")},
    )


class AdoptForm(forms.Form):
    expected = forms.RegexField(regex=r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)
    understood = forms.BooleanField(
        label=_("I have read this plan. On behalf of the committee I put it into effect."),
        error_messages={"required": _("Tick the box to adopt the plan.")},
    )
