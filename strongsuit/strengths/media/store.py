"""Where the bytes lie: in the storage of the settings, never under an address, by a name that tells nothing."""

from collections.abc import Iterator
from datetime import datetime

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from strongsuit.web.ids import ALPHABET, random_id, spell

PLACE = "media"


def keep(body: bytes, ending: str) -> str:
    """The name under which it lies now; nobody guesses it, and no page gives it away."""
    letters = spell(random_id())[1:] + spell(random_id())[1:]
    return default_storage.save(f"{PLACE}/{letters[0]}/{letters}.{ending}", ContentFile(body))


def let_go(name: str) -> None:
    if name:
        default_storage.delete(name)


def lying_in(letter: str, *, before: datetime) -> Iterator[str]:
    """The names in one of the folders that were written before a moment."""
    place = f"{PLACE}/{letter}"
    try:
        _folders, files = default_storage.listdir(place)
    except FileNotFoundError:
        return
    for name in files:
        if default_storage.get_modified_time(f"{place}/{name}") < before:
            yield f"{place}/{name}"


FOLDERS = ALPHABET
