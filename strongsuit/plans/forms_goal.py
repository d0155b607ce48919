"""What people write into a goal: its parts, its steps on the way, and how a strength is woven in."""

from django import forms
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import (
    Measure,
    Pattern,
    ReportSchedule,
    Schedule,
)
from strongsuit.plans.forms import PartForm, ReadAlong
from strongsuit.plans.models import Need
from strongsuit.web.inputs import Choice, Count, Day, Number, Text


class NeedField(forms.ModelChoiceField):
    """One of the needs of this plan, by its words."""

    def label_from_instance(self, need):
        return need.statement or now_("A need without words yet")


class GoalForm(PartForm):
    # Not ``student_words``: what a student says is theirs.
    reads = ("condition", "behavior", "criterion", "measure_text", "responsible", "standard")

    @property
    def place(self):
        return f"goal-{self.row.pk}"

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
    reads = ("mechanism", "step")
    pattern = Choice(Pattern, always=True, label=_("How it is woven in"))
    mechanism = Text(most=1000, rows=2, label=_("Why it helps"))
    step = Text(
        most=1000,
        rows=2,
        label=_("The step that uses it"),
        help_text=_("Who does what, and when: “Ms. Ruiz starts each session with an audio page.”"),
    )


class ObjectiveForm(PartForm):
    reads = ("words",)
    words = Text(most=1000, rows=2, label=_("Step on the way"))
    target_on = Day(label=_("By"))


class NewObjectiveForm(ReadAlong, forms.Form):
    reads = ("words",)
    place = "new-step"
    once = forms.UUIDField(widget=forms.HiddenInput)
    words = Text(
        most=1000,
        rows=2,
        required=True,
        label=_("Step on the way"),
        error_messages={"required": _("Write the step in a few words.")},
    )
    target_on = Day(label=_("By"))
