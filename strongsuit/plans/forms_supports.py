"""What people write about services and accommodations, and which parts of the plan these hang on."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import (
    AccommodationKind,
    Location,
    Per,
    ServiceClass,
    ServiceType,
)
from strongsuit.plans.forms import PartForm
from strongsuit.web.inputs import Choice, Count, Day, Text


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
