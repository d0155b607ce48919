"""One way to somewhere in the frame of a page."""

from typing import NamedTuple


class Link(NamedTuple):
    """What is the same can be told by comparing, so that a row of links is drawn once (see ``steady``)."""

    label: object
    url: str
    icon: str = ""
    current: bool = False
