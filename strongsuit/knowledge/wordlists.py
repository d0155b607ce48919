"""The word lists in coach/words: one word or phrase a line, or ``phrase = rewording / rewording``.

Short lists that turn on one question stand together in a file, each as ``name = word / word``, continued on indented
lines; ``words("denying.bars")`` asks for the list ``bars`` of denying.txt. Nothing is read before it is asked for.
"""

from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "coach" / "words"
CONTINUED = "\n    "


def _lines(name: str) -> list[str]:
    text = (WORDS / f"{name}.txt").read_text(encoding="utf-8").replace(CONTINUED, " / ")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def _lists(file: str) -> dict[str, list[str]]:
    """The lists that stand together in a file, by name."""
    pairs = (line.split(" = ", 1) for line in _lines(file))
    return {name: said.split(" / ") for name, said in pairs}


def _said(name: str) -> list[str]:
    file, _dot, one = name.partition(".")
    return _lists(file)[one] if one else _lines(file)


@cache
def words(*names: str) -> frozenset[str]:
    """Single words of one or more lists, for asking whether a token is among them."""
    return frozenset().union(*map(_said, names))


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Phrases, each as its words."""
    return frozenset(tuple(line.split()) for line in _said(name))


@cache
def rewordings(name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each phrase with what may stand in its place, best first."""
    pairs = (line.split("=", 1) for line in _lines(name))
    return {tuple(key.split()): tuple(part.strip() for part in said.split("/")) for key, said in pairs}
