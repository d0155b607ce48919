"""How a person wants pages to look: closed lists, kept with the account or, before signing in, on the device."""

from django import forms
from django.utils.translation import gettext_lazy as _

COOKIE = "display"
CHOICES = {
    "theme": [("", _("As my device")), ("light", _("Light")), ("dark", _("Dark"))],
    "size": [("1", _("Usual")), ("2", _("Larger")), ("3", _("Much larger")), ("4", _("Largest"))],
    "spacing": [("", _("Usual")), ("wide", _("More space"))],
    "font": [
        ("hyperlegible", _("Atkinson Hyperlegible")),
        ("noto", _("Noto Sans")),
        ("opendyslexic", _("OpenDyslexic")),
    ],
    "contrast": [("", _("Usual")), ("high", _("High"))],
    "motion": [("", _("Usual")), ("less", _("Less movement"))],
    "speech": [("slow", _("Slow")), ("", _("Usual")), ("fast", _("Fast"))],
}
LABELS = {
    "theme": _("Light or dark"),
    "size": _("Size of letters"),
    "spacing": _("Space between lines and letters"),
    "font": _("Kind of letters"),
    "contrast": _("Contrast"),
    "motion": _("Movement"),
    "speech": _("Speed of reading aloud"),
}
DEFAULTS = {"size": "1", "font": "hyperlegible"}


class DisplayForm(forms.Form):
    """One radio list per setting."""

    def __init__(self, *args, **values):
        super().__init__(*args, **values)
        for name, choices in CHOICES.items():
            self.fields[name] = forms.ChoiceField(
                choices=choices,
                label=LABELS[name],
                required=False,
                widget=forms.RadioSelect,
                initial=DEFAULTS.get(name, ""),
            )


def clean(wanted):
    """Only known settings with known values that differ from the usual."""
    if not isinstance(wanted, dict):
        return {}
    return {
        name: wanted[name]
        for name, choices in CHOICES.items()
        if wanted.get(name) in dict(choices) and wanted[name] != DEFAULTS.get(name, "")
    }


def spell(chosen):
    """The settings as one cookie value."""
    return ".".join(f"{name}-{value}" for name, value in clean(chosen).items())


def read(cookie):
    return clean(dict(part.split("-", 1) for part in cookie.split(".") if "-" in part))


def chosen(request):
    """What holds for this request: the account's wish, else the device's."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return clean(getattr(user, "display", {}))
    return read(request.COOKIES.get(COOKIE, ""))
