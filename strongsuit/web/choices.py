"""Closed lists of the field as choices of a form or a table, translated when shown."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def choices(terms: Iterable) -> list[tuple[str, str | Promise]]:
    """(value, label) of each term; labels are marked for translation where the list stands."""
    return [(str(term), _(term.label)) for term in terms]
