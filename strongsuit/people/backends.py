"""Sign-in by the one-time link of a family."""

from sesame.backends import ModelBackend


class LinkBackend(ModelBackend):
    """The maintained link backend; accounts without permissions of Django's own kind."""
