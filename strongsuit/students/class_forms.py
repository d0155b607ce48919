"""What a teacher says about a class."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _


def clock_field(label, initial):
    return forms.TimeField(label=label, initial=initial, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class ClassForm(forms.Form):
    name = forms.CharField(label=_("Name of the class"), max_length=100)
    opens = clock_field(_("Opens at"), "07:30")
    closes = clock_field(_("Closes at"), "16:00")

    def __init__(self, *args, schools, **values):
        super().__init__(*args, **values)
        places = schools.order_by("name")
        self.fields["school"] = forms.ModelChoiceField(label=_("School"), queryset=places, empty_label=None)
        self.order_fields(("name", "school", "opens", "closes"))

    def clean(self):
        super().clean()
        found = self.cleaned_data
        if "opens" in found and "closes" in found and found["opens"] >= found["closes"]:
            self.add_error("closes", _("The class must close after it opens. Choose a later time."))
        return found


class ClassHoursForm(ClassForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2_000_000_000)

    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        del self.fields["school"]


class SeatForm(forms.Form):
    def __init__(self, *args, newcomers, **values):
        super().__init__(*args, **values)
        self.fields["student"] = forms.ModelChoiceField(label=_("Student"), queryset=newcomers)


class DeviceForm(forms.Form):
    once = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid4)
    name = forms.CharField(
        label=_("Name of this tablet"), max_length=80, required=False, help_text=_("For example: blue tablet 3.")
    )
