"""How an action says no: a sentence for people, with what to do next."""

from django.http import Http404


class Cannot(Exception):
    """The deed is not possible now. ``str()`` is a translated sentence that says why and what to do."""


class Stale(Cannot):
    """Somebody saved first. ``current`` is the row as it stands now."""

    def __init__(self, message: str, current: object) -> None:
        super().__init__(message)
        self.current = current


class NotYours(Http404):
    """The person may not do this here. Pages answer 404, so that nothing says whether the row exists."""
