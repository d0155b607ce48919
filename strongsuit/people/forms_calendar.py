"""What comes in about a school year, cleaned."""

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.web.inputs import MOST_NUMBER, Day, Text


class PartForm(forms.Form):
    """A part of a year; the version is that of the year."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST_NUMBER)


class YearForm(PartForm):
    name = Text(label=_("Name"), most=20, required=True, help_text=_("Such as 2026-2027."))
    first_day = Day(label=_("First day of school"), required=True)
    last_day = Day(label=_("Last day of school"), required=True)


class NewYearForm(YearForm):
    """A year that is not there yet, for the whole district or for a school that differs."""

    def __init__(self, *values, places, **named):
        super().__init__(*values, **named)
        self.places = {f"school-{school.pk}" if school else f"district-{d.pk}": (d, school) for d, school in places}
        words = [
            (key, school.name if school else _("All schools of %(name)s") % {"name": district.name})
            for key, (district, school) in self.places.items()
        ]
        self.fields["place"] = forms.ChoiceField(
            label=_("For which schools?"), choices=words,
            help_text=_("Choose one school only where its days differ from the district's."),
        )  # fmt: skip
        del self.fields["version"]

    def place(self):
        return self.places[self.cleaned_data["place"]]


class ClosureForm(PartForm):
    name = Text(label=_("What is it?"), most=80, required=True, help_text=_("Such as a holiday, a recess, a snow day."))
    first_day = Day(label=_("First day without school"), required=True)
    last_day = Day(label=_("Last day without school"), help_text=_("Leave it empty for a single day."))

    def clean(self):
        super().clean()
        cleaned = self.cleaned_data
        if cleaned.get("first_day") and "last_day" not in self.errors:
            cleaned["last_day"] = cleaned.get("last_day") or cleaned["first_day"]
        return cleaned


class ReportDateForm(PartForm):
    name = Text(label=_("Marking period"), most=40, required=True, help_text=_("Such as Quarter 1."))
    on = Day(label=_("Reports go home on"), required=True)


FORMS = {"closures": ClosureForm, "reports": ReportDateForm}
