"""Words of a child that can mean danger: found so that an adult reads them soon, never to decide anything.

Strengths specification 1.5 and R-23: what is about safety goes the school's way to protect children and on no agenda,
and staff and student are told so beforehand. Nothing is sent, marked or diagnosed by this list.
"""

import re
import tomllib
import unicodedata
from functools import cache
from pathlib import Path

LISTS = Path(__file__).with_name("safety.toml")


def _plain(text: str) -> str:
    """Letters of one case without accents, straight apostrophes, single blanks."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())


@cache
def lists() -> tuple[dict[str, list[str] | str], ...]:
    """The entries of the file: about, patterns by language, and sentences that are found and left."""
    return tuple(tomllib.loads(LISTS.read_text(encoding="utf-8"))["words"])


@cache
def _patterns() -> re.Pattern[str]:
    # A child may write in any of them, whatever language the record names.
    said = [
        _plain(one)
        for entry in lists()
        for key, patterns in entry.items()
        if key not in {"about", "found", "left"}
        for one in patterns
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)")


def may_mean_danger(text: str) -> bool:
    """Whether ``text`` holds words that an adult should read today."""
    return _patterns().search(_plain(text)) is not None
