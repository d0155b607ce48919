"""What is sent for a review: a file, or words that were pasted; kept in memory only."""

from django import forms
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from strongsuit.web.inputs import Verbatim, grouped

# Below what an ordinary form may send, so that the form itself can say it, and no file of it lies on a disk.
MOST_BYTES = 5_000_000
MOST_LETTERS = 300_000


class ReviewForm(forms.Form):
    file = forms.FileField(
        label=_("Choose a file"),
        help_text=_("PDF, Word (.docx), HTML or text, up to 5 MB. You can also drop it on this page."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.html,.htm,.txt,.md"}),
        required=False,
        max_length=300,
        allow_empty_file=True,
    )
    words = Verbatim(
        label=_("Or paste the text"),
        help_text=_("A whole plan, or one part of it. Keep the headings; they help us find our way."),
        most=MOST_LETTERS,
        rows=8,
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file is not None and file.size > MOST_BYTES:
            words = now("This file has %(has)s bytes, and at most %(most)s can be read here. Save it without pictures.")
            raise forms.ValidationError(words % {"has": grouped(file.size), "most": grouped(MOST_BYTES)})
        return file

    def clean(self):
        found = super().clean()
        if not self.errors and not found.get("file") and not found.get("words", "").strip():
            raise forms.ValidationError(_("There is nothing to read yet. Choose a file, or paste a text."))
        return found
