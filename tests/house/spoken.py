"""What stays English on a page: a fallback that writes down what a catalogue does not know."""

from contextlib import contextmanager

from django.utils import translation
from django.utils.translation import trans_real


class Ear:
    """Stands behind a catalogue; whatever is asked of it was missing there."""

    def __init__(self, behind, heard):
        self.behind = behind
        self.heard = heard

    def gettext(self, message):
        self.heard.add(message)
        return self.behind.gettext(message)

    def ngettext(self, one, many, number):
        self.heard.add(one)
        return self.behind.ngettext(one, many, number)

    def pgettext(self, context, message):
        self.heard.add(message)
        return self.behind.pgettext(context, message)

    def npgettext(self, context, one, many, number):
        self.heard.add(one)
        return self.behind.npgettext(context, one, many, number)


@contextmanager
def missing_in(language):
    """The set of messages that pages asked for meanwhile and that this language does not have."""
    catalogue = trans_real.translation(language)
    behind, heard = catalogue._fallback, set()
    catalogue._fallback = Ear(behind, heard)
    try:
        with translation.override(language):
            yield heard
    finally:
        catalogue._fallback = behind
