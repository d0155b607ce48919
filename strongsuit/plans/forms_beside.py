"""What people write beside a plan: reasons, questions, answers, and the words that adopt it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.sentences import real_sentence
from strongsuit.web.inputs import MERE_WORD, Text


class OnceForm(forms.Form):
    """A form that makes a row carries a token, so that arriving twice it makes one."""

    once = forms.UUIDField(widget=forms.HiddenInput)


class ReasonsForm(forms.Form):
    """A reason for each point that only warns; ``was`` is what stood there when the page was drawn."""

    def __init__(self, *args, checks, **values):
        values["auto_id"] = "reasons-%s"
        super().__init__(*args, **values)
        self.checks = [check for check in checks if not check.block]
        for number, check in enumerate(self.checks):
            self.fields[f"reason-{number}"] = Text(
                most=1000, rows=2, initial=check.reason, label=_("Why the team goes on as it is")
            )
            self.fields[f"was-{number}"] = forms.CharField(
                required=False, initial=check.reason, widget=forms.HiddenInput, max_length=2100
            )
            self.fields[f"key-{number}"] = forms.CharField(
                required=False, initial=check.key, widget=forms.HiddenInput, max_length=120
            )

    def rows(self):
        return [(check, self[f"reason-{n}"], self[f"was-{n}"], self[f"key-{n}"]) for n, check in enumerate(self.checks)]

    def clean(self):
        super().clean()
        for number in range(len(self.checks)):
            now, was = (self.cleaned_data.get(f"{part}-{number}", "") for part in ("reason", "was"))
            if now and now != was and not real_sentence(now):
                self.add_error(f"reason-{number}", MERE_WORD)
        return self.cleaned_data

    def reasons(self):
        """(key of the point, reason, what stood there) for every point of the page that is still open."""
        known = {check.key for check in self.checks}
        found = (
            (self.cleaned_data[f"{part}-{n}"] for part in ("key", "reason", "was")) for n in range(len(self.checks))
        )
        return [(key, reason, was) for key, reason, was in found if key in known]


class QuestionForm(OnceForm):
    words = Text(
        most=4000,
        rows=5,
        required=True,
        label=_("Your question or comment"),
        error_messages={"required": _("Write your question first.")},
    )


class AnswerForm(forms.Form):
    words = Text(
        most=4000,
        rows=4,
        required=True,
        label=_("Your answer"),
        error_messages={"required": _("Write your answer first.")},
    )


class AdoptForm(forms.Form):
    expected = forms.RegexField(regex=r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)
    understood = forms.BooleanField(
        label=_("I have read this plan. On behalf of the committee I put it into effect."),
        error_messages={"required": _("Tick the box to adopt the plan.")},
    )
