"""The pictures children tap: one that says who they are, and three secret ones in order."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Picture:
    key: str
    label: str
    lines: SafeString


# Drawn for Strongsuit on a 48 by 48 grid; "shape" is filled softly, lines take the color of the words around them.
_DRAWN = [
    ("star", _("star"), '<path class="shape" d="m24 5 5.6 12.2 13.4 1.6-9.9 9 2.7 13.2L24 34.400 12.200 41l2.700-13.200-9.900-9 13.400-1.600z"/>'),
    ("fish", _("fish"), '<path class="shape" d="M5 24c6-11 19-13 28-3l9-7v20l-9-7c-9 10-22 8-28-3z"/><circle cx="14" cy="22" r="2" fill="currentColor"/>'),
    ("tree", _("tree"), '<path class="shape" d="M24 5 38 24h-7l8 11H9l8-11h-7z"/><path d="M24 35v9"/>'),
    ("sun", _("sun"), '<circle class="shape" cx="24" cy="24" r="9"/><path d="M24 4v6M24 38v6M4 24h6M38 24h6M10 10l4 4M34 34l4 4M10 38l4-4M34 14l4-4"/>'),
    ("moon", _("moon"), '<path class="shape" d="M30 6a19 19 0 1 0 12 27A16 16 0 0 1 30 6z"/>'),
    ("house", _("house"), '<path class="shape" d="M6 23 24 7l18 16v19H6z"/><path d="M19 42V29h10v13"/>'),
    ("ball", _("ball"), '<circle class="shape" cx="24" cy="24" r="18"/><path d="M6 24h36M24 6c9 10 9 26 0 36M24 6c-9 10-9 26 0 36"/>'),
    ("cat", _("cat"), '<path class="shape" d="M9 6l9 8h12l9-8v21c0 9-7 15-15 15S9 36 9 27z"/><circle cx="18" cy="24" r="2" fill="currentColor"/><circle cx="30" cy="24" r="2" fill="currentColor"/><path d="M24 29v3M19 34c2 2 3 2 5-2 2 4 3 4 5 2"/>'),
    ("flower", _("flower"), '<path class="shape" d="M24 17c0-13 14-10 9 0 12-5 13 10 2 9 8 10-5 16-8 5-2 12-16 8-9-3-10 4-15-9-3-11-9-9 3-16 9 0z"/><circle cx="25" cy="23" r="4"/>'),
    ("boat", _("boat"), '<path class="shape" d="M5 32h38l-7 10H12z"/><path d="M23 32V6l15 19H23M19 12 9 26h10"/>'),
    ("apple", _("apple"), '<path class="shape" d="M24 15c-4-4-17-3-17 11 0 10 7 17 12 17 3 0 3-1 5-1s2 1 5 1c5 0 12-7 12-17 0-14-13-15-17-11z"/><path d="M24 15c0-5 2-8 6-10"/>'),
    ("bird", _("bird"), '<path class="shape" d="M6 21c7-1 8-10 17-10 8 0 11 6 11 10l9 2-9 4c-1 8-7 13-14 13-9 0-14-8-14-19z"/><circle cx="27" cy="19" r="2" fill="currentColor"/><path d="M21 40v5M14 27c4 3 8 3 11-1"/>'),
    ("car", _("car"), '<path class="shape" d="M4 34v-9l6-2 5-10h17l7 10 5 2v9z"/><circle cx="14" cy="35" r="5"/><circle cx="34" cy="35" r="5"/><path d="M10 23h29M24 13v10"/>'),
    ("kite", _("kite"), '<path class="shape" d="M24 4 38 19 24 36 10 19z"/><path d="M24 4v32M10 19h28M24 36c-5 3 5 5 0 9"/>'),
    ("leaf", _("leaf"), '<path class="shape" d="M41 7C18 6 7 16 8 32c0 4 2 7 4 8C31 42 42 30 41 7z"/><path d="M6 43 30 18M19 29h10M24 24v-7"/>'),
    ("cloud", _("cloud"), '<path class="shape" d="M13 37a9 9 0 0 1-1-18 12 12 0 0 1 23-1 9.500 9.500 0 0 1 0 19z"/>'),
    ("key", _("key"), '<circle class="shape" cx="14" cy="24" r="9"/><path d="M23 24h21M36 24v8M43 24v6"/>'),
    ("hat", _("hat"), '<path class="shape" d="M13 33V14c0-8 22-8 22 0v19z"/><path d="M4 34h40M13 27h22"/>'),
    ("cup", _("cup"), '<path class="shape" d="M8 14h26v18c0 6-4 9-9 9h-8c-5 0-9-3-9-9z"/><path d="M34 18h4c6 0 6 12 0 12h-4M16 4v5M24 4v5"/>'),
    ("bell", _("bell"), '<path class="shape" d="M8 36c5-4 4-10 5-17 1-8 6-12 11-12s10 4 11 12c1 7 0 13 5 17z"/><path d="M19 40c1 4 9 4 10 0M24 7V4"/>'),
    ("drum", _("drum"), '<path class="shape" d="M6 20v16c0 8 36 8 36 0V20"/><ellipse class="shape" cx="24" cy="20" rx="18" ry="7"/><path d="M13 4l8 14M36 5l-9 13"/>'),
    ("rocket", _("rocket"), '<path class="shape" d="M24 3c9 8 11 19 8 31H16C13 22 15 11 24 3z"/><circle cx="24" cy="18" r="4"/><path d="M16 27l-7 9 8-2M32 27l7 9-8-2M24 36v8"/>'),
    ("heart", _("heart"), '<path class="shape" d="M24 42C8 31 5 24 5 17c0-11 15-13 19-3 4-10 19-8 19 3 0 7-3 14-19 25z"/>'),
    ("umbrella", _("umbrella"), '<path class="shape" d="M4 25C5 2 43 2 44 25c-5-4-9-4-13 0-4-4-10-4-14 0-4-4-8-4-13 0z"/><path d="M24 23v16c0 6 8 6 8 0M24 8V4"/>'),
]  # fmt: skip
PICTURES = {key: Picture(key, label, SafeString(lines)) for key, label, lines in _DRAWN}
SECRET = tuple(PICTURES)[:9]
# Who one is: first the pictures that are never part of a secret.
FACES = tuple(PICTURES)[9:] + SECRET
SECRET_LENGTH = 3


def spelled(keys: list[str]) -> str:
    """The secret as it is hashed."""
    return " ".join(keys)
