"""How a person answers cards: closed lists, kept beside the display settings of the account, so that they follow."""

from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.people.models import Account
from strongsuit.strengths.finder_models import Level, Way

# The place beside the choices of letters and colors.
PLACE = "answering"

SECONDS = [("0.5", _("half a second")), ("1", _("1 second")), ("1.5", _("1 and a half seconds")),
           ("2", _("2 seconds")), ("3", _("3 seconds")), ("4", _("4 seconds")), ("6", _("6 seconds"))]  # fmt: skip
WAYS = [(way.value, way.label) for way in Way if way != Way.FORM]
CHOICES = {
    "way": WAYS,
    "scan": [("auto", _("It moves by itself")), ("step", _("I press to move it"))],
    "dwell": SECONDS,
    "first": [("0", _("no longer")), ("1", _("1 second longer")), ("2", _("2 seconds longer"))],
    "pause": [("0", _("no pause")), ("1", _("1 second")), ("2", _("2 seconds"))],
    "loops": [("2", _("2 times")), ("3", _("3 times")), ("5", _("5 times")), ("0", _("It never rests"))],
    "hover": SECONDS,
    "hear": [("no", _("No")), ("yes", _("Yes"))],
}
DEFAULTS = {"way": "touch", "scan": "auto", "dwell": "2", "first": "1", "pause": "1", "loops": "3", "hover": "1.5",
            "hear": "no"}  # fmt: skip
LABELS = {
    "way": _("How do you answer?"),
    "scan": _("With one switch: how does the frame move?"),
    "dwell": _("How long does the frame stay on one thing?"),
    "first": _("Does it stay longer on the first one?"),
    "pause": _("Does it pause before the small buttons?"),
    "loops": _("How often does it go around before it rests?"),
    "hover": _("When I look or point: how long until it counts?"),
    "hear": _("Say each thing aloud when the frame is on it?"),
}
SCANNED = ("scan", "dwell", "first", "pause", "loops", "hear")
LEVELS = (Level.EARLY, Level.UPPER, Level.SECONDARY)
# The words a grade begins with; any student may change them at any card.
GRADES = {Level.EARLY: {"PK", "K", "1", "2"}, Level.UPPER: {"3", "4", "5"}}


@dataclass(frozen=True, slots=True)
class Answering:
    """One person's settings; ``level`` is empty until it was changed once."""

    chosen: dict[str, str] = field(default_factory=dict)
    level: str = ""

    @property
    def way(self) -> str:
        return self.chosen["way"]


class AnsweringForm(forms.Form):
    """One list for each setting."""

    def __init__(self, *values, **named):
        super().__init__(*values, **named)
        for name, choices in CHOICES.items():
            self.fields[name] = forms.ChoiceField(
                choices=choices, label=LABELS[name], required=name == "way", widget=forms.RadioSelect,
                initial=DEFAULTS[name],
            )  # fmt: skip


def clean(wanted: object) -> dict[str, str]:
    """Only known settings with known values; the usual ones where somebody wished nothing."""
    told = wanted if isinstance(wanted, dict) else {}
    return {name: told[name] if told.get(name) in dict(known) else DEFAULTS[name] for name, known in CHOICES.items()}


def answering_of(account: Account) -> Answering:
    kept = account.display.get(PLACE, {}) if isinstance(account.display, dict) else {}
    level = kept.get("level", "") if isinstance(kept, dict) else ""
    return Answering(clean(kept), level if level in LEVELS else "")


def keep_answering(account: Account, wanted: dict[str, str]) -> None:
    """Kept with the account; letters and colors beside it stay as they are."""
    stands = answering_of(account)
    level = wanted.get("level", stands.level)
    account.display = account.display | {PLACE: clean(stands.chosen | wanted) | {"level": level}}
    account.save(update_fields=["display"])


def level_of(account: Account, grade: str) -> Level:
    """The level that was chosen last, or the one the grade begins with."""
    if found := answering_of(account).level:
        return Level(found)
    return next((level for level, grades in GRADES.items() if grade in grades), Level.SECONDARY)
