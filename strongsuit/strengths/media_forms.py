"""A photo, recording or file that comes with a form, and who may see it."""

from collections.abc import Collection

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.terms import Group
from strongsuit.strengths.media.sorts import MOST_BYTES
from strongsuit.strengths.media.taking import EVERY, take
from strongsuit.strengths.media_models import Audience
from strongsuit.web.inputs import Text
from strongsuit.web.refusals import Cannot

# Without HEIC in this list a phone sends its photos as JPEG by itself.
ACCEPT = {
    "photo": "image/jpeg,image/png,image/webp",
    "audio": "audio/*,.mp3,.m4a,.ogg,.oga,.opus,.webm,.wav",
    "file": "application/pdf",
}
AUDIENCES: dict[Group, list[tuple[str, object]]] = {
    Group.STUDENT: [
        (Audience.BOTH, _("My family and my team")),
        (Audience.TEAM, _("My team at school")),
        (Audience.MINE, _("Only me for now")),
    ],
    Group.FAMILY: [
        (Audience.BOTH, _("Our family and the team at school")),
        (Audience.TEAM, _("The team at school, and I")),
        (Audience.MINE, _("Only me")),
    ],
    Group.SCHOOL: [
        (Audience.BOTH, _("The family and the team at school")),
        (Audience.TEAM, _("The team at school")),
    ],
}


class MediaField(forms.FileField):
    """Gives the file as it was made anew (``Cleaned``), or None. Draw it with ``{% media_field %}``."""

    def __init__(self, *, kinds: Collection[str] = EVERY, **values):
        self.kinds = kinds
        accept = ",".join(ACCEPT[kind] for kind in ACCEPT if kind in kinds)
        widget = forms.FileInput(attrs={"accept": accept, "data-most-bytes": MOST_BYTES})
        values.setdefault("required", False)
        super().__init__(widget=widget, max_length=300, allow_empty_file=True, **values)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return take(file.read(), size=file.size, kinds=self.kinds)
        except Cannot as problem:
            raise forms.ValidationError(str(problem)) from problem

    def bound_data(self, data, initial):
        """A file is never shown again: a page cannot put one back into its box."""
        return None


class WithMedia(forms.Form):
    """Adds a photo, recording or file with its words, and the consent of whoever gives it."""

    medium = MediaField(
        label=_("A photo, a recording or a PDF"),
        help_text=_("Up to 12 MB; a recording up to 3 minutes. Place and device are taken out of photos."),
    )
    in_words = Text(
        label=_("What is to be seen or heard in it?"), most=4000, rows=2,
        help_text=_("For people who do not see or hear it."),
    )  # fmt: skip

    def __init__(self, *values, group: Group, **named):
        super().__init__(*values, **named)
        choices = AUDIENCES[group]
        self.fields["audience"] = forms.ChoiceField(
            label=_("Who may see this?"), choices=choices, widget=forms.RadioSelect,
            # A family's consent is given, never taken for given.
            initial=None if group == Group.FAMILY else choices[0][0],
            error_messages={"required": _("Choose who may see this.")},
        )  # fmt: skip
