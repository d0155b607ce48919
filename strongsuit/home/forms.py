"""What comes back from the practice of a lesson: one answer, which is read and not kept."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.lessons import LONGEST_ANSWER
from strongsuit.web.inputs import Text, whole

CHOOSE = {"required": _("Choose one of them."), "invalid_choice": _("Choose one of them.")}
SOME = {"required": _("Choose at least one of them."), "invalid_choice": _("Choose from the list.")}


class PracticeForm(forms.Form):
    """The answer to one task, written or chosen; the number of tries travels with the page and is stored nowhere."""

    def __init__(self, *args, task, **values):
        super().__init__(*args, auto_id="practice-%s", **values)
        label = _(task.label)
        if task.several:
            self.fields["answer"] = forms.MultipleChoiceField(
                label=label, choices=shown(task.choices), widget=forms.CheckboxSelectMultiple, error_messages=SOME
            )
        elif task.choices:
            self.fields["answer"] = one_of(label, task.choices)
        else:
            self.fields["answer"] = written(label, task)
        if task.also:
            self.fields["also"] = one_of(_(task.also.label), task.also.choices)

    def given(self):
        """The answer as the check reads it: what was written, or the chosen keys with a space between."""
        answer = self.cleaned_data["answer"]
        keys = [*answer] if isinstance(answer, list) else [answer]
        return " ".join([*keys, self.cleaned_data["also"]] if "also" in self.fields else keys)

    def tried(self):
        """How often this task was checked before, as the page says it."""
        return min(whole(self.data.get("tries")), 99)


def one_of(label, choices):
    return forms.ChoiceField(label=label, choices=shown(choices), widget=forms.RadioSelect, error_messages=CHOOSE)


def shown(choices):
    """Practice material stands in its own language, everything else in the reader's."""
    return [
        (one.value, format_html('<span lang="en" dir="ltr">{}</span>', one.label) if one.own else _(one.label))
        for one in choices
    ]


def written(label, task):
    field = Text(
        label=label,
        most=LONGEST_ANSWER,
        rows=4,
        required=True,
        initial=task.draft if task.prefilled else "",
        error_messages={"required": _("Write something first; a first attempt is enough.")},
    )
    field.widget.attrs |= {"lang": "en", "dir": "ltr", "spellcheck": "true"}
    return field
