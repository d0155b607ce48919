"""What the office sends: a roster to look at, and a yes to apply it."""

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _


class RosterForm(forms.Form):
    roster = forms.FileField(
        label=_("Roster as a zip file"),
        help_text=_(
            "OneRoster 1.1 or 1.2, or School Data Sync: the CSV files in one zip. Nothing changes until you say so."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
        max_length=200,
        allow_empty_file=True,
    )
    source = forms.CharField(
        label=_("Name of the sending system"),
        help_text=_("Only where you bring in sets of several systems and they do not say their names themselves."),
        max_length=100,
        required=False,
    )
    invented = forms.BooleanField(
        label=_("These are invented people too"),
        help_text=_(
            "This is a demo: whoever reaches it signs in as anybody, so real people do not belong in it. For your own "
            "roster, start an installation of your own; the page docs/operate/install.md says how."
        ),
        error_messages={
            "required": _("Real people do not belong in a demo. Only if all of these are invented, say so here.")
        },
    )

    def __init__(self, *args, demo, **values):
        super().__init__(*args, **values)
        if not demo:
            del self.fields["invented"]

    def clean_roster(self):
        roster = self.cleaned_data["roster"]
        if roster.size > settings.UPLOAD_LIMIT_BYTES:
            limit = filesizeformat(settings.UPLOAD_LIMIT_BYTES)
            words = now("This file is larger than %(limit)s. Leave out files that are no roster, or use the command.")
            raise forms.ValidationError(words % {"limit": limit})
        return roster


class ApplyForm(forms.Form):
    """``asked``: the run has questions, and applying needs a yes to them."""

    accept = forms.BooleanField(label=_("I have looked at this, and it is right"), required=False)

    def __init__(self, *args, asked, **values):
        super().__init__(*args, **values)
        if not asked:
            del self.fields["accept"]
        else:
            self.fields["accept"].required = True
            self.fields["accept"].error_messages["required"] = _("Look at the question first, and answer it here.")
