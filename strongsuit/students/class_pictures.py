"""The pictures children tap: one that says who they are, and three secret ones in order."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Picture:
    key: str
    label: str | Promise

    @property
    def drawing(self) -> str:
        """The template that holds its lines, on a 48 by 48 grid."""
        return f"students/pictures/{self.key}.svg"


_EVERY = (
    Picture("star", _("star")),
    Picture("fish", _("fish")),
    Picture("tree", _("tree")),
    Picture("sun", _("sun")),
    Picture("moon", _("moon")),
    Picture("house", _("house")),
    Picture("ball", _("ball")),
    Picture("cat", _("cat")),
    Picture("flower", _("flower")),
    Picture("boat", _("boat")),
    Picture("apple", _("apple")),
    Picture("bird", _("bird")),
    Picture("car", _("car")),
    Picture("kite", _("kite")),
    Picture("leaf", _("leaf")),
    Picture("cloud", _("cloud")),
    Picture("key", _("key")),
    Picture("hat", _("hat")),
    Picture("cup", _("cup")),
    Picture("bell", _("bell")),
    Picture("drum", _("drum")),
    Picture("rocket", _("rocket")),
    Picture("heart", _("heart")),
    Picture("umbrella", _("umbrella")),
)
PICTURES = {picture.key: picture for picture in _EVERY}
SECRET = tuple(PICTURES)[:9]
# Who one is: first the pictures that are never part of a secret.
FACES = tuple(PICTURES)[9:] + SECRET
SECRET_LENGTH = 3


def spelled(keys: list[str]) -> str:
    """The secret as it is hashed."""
    return " ".join(keys)
