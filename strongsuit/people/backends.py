"""Sign-in by the one-time link that a family or a new colleague was given."""

from sesame.backends import ModelBackend


class LinkBackend(ModelBackend):
    """The maintained link backend; which link is the newest and still unused is looked up before it is asked."""
