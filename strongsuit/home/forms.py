"""What comes back from the practice of a lesson: one answer, which is read and not kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.lessons import LONGEST_ANSWER
from strongsuit.web.inputs import Text, whole


class PracticeForm(forms.Form):
    """The answer to one task, written or chosen; the number of tries travels with the page and is stored nowhere."""

    def __init__(self, *args, task, **values):
        super().__init__(*args, auto_id="practice-%s", **values)
        label = _(task.label)
        if task.choices:
            self.fields["answer"] = forms.ChoiceField(
                label=label,
                choices=[(choice.value, _(choice.label)) for choice in task.choices],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of them."), "invalid_choice": _("Choose one of them.")},
            )
        else:
            self.fields["answer"] = Text(
                label=label,
                most=LONGEST_ANSWER,
                rows=4,
                required=True,
                initial=task.draft if task.prefilled else "",
                error_messages={"required": _("Write something first; a first attempt is enough.")},
            )
            self.fields["answer"].widget.attrs |= {"lang": "en", "dir": "ltr", "spellcheck": "true"}

    def tried(self):
        """How often this task was checked before, as the page says it."""
        return min(whole(self.data.get("tries")), 99)
