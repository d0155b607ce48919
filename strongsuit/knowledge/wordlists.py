"""The word lists in coach/words: one word or phrase a line, or ``phrase = rewording / rewording``.

Short lists that turn on one question stand together in a file, each as ``name = word / word``, continued on indented
lines; ``words("denying.bars")`` asks for the list ``bars`` of denying.txt. ``{name}`` stands for another list, alone
among words and anywhere in an expression: one of the same file, of another one as ``{file.name}``, or a whole file.
Nothing is read before it is asked for.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

WORDS = Path(__file__).parent / "coach" / "words"
INDENT = "    "
ANOTHER = re.compile(r"\{([a-z_/]+(?:\.[a-z_]+)?)\}")


def _lines(name: str) -> list[str]:
    lines: list[str] = []
    for line in (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        if line.startswith(INDENT):
            lines[-1] += f" / {said}" if not lines[-1].endswith("=") else f" {said}"
        else:
            lines.append(said)
    return lines


@cache
def _lists(file: str) -> dict[str, list[str]]:
    """The lists that stand together in a file, by name."""
    pairs = (line.split(" = ", 1) for line in _lines(file))
    return {name: said.split(" / ") for name, said in pairs}


def _said(name: str) -> list[str]:
    file, _dot, one = name.partition(".")
    return _lists(file)[one] if one else _lines(file)


def _single(name: str) -> Iterator[str]:
    file = name.partition(".")[0]
    for said in _said(name):
        if another := ANOTHER.fullmatch(said):
            yield from _single(_full(another[1], file))
        else:
            yield said


def _full(name: str, file: str) -> str:
    """The name of a list as it is said in a file, with its own file where it is of the same one."""
    return f"{file}.{name}" if "." not in name and name in _lists(file) else name


@cache
def words(*names: str) -> frozenset[str]:
    """Single words of one or more lists, for asking whether a token is among them."""
    return frozenset().union(*map(_single, names))


@cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Phrases, each as its words."""
    return frozenset(tuple(line.split()) for line in _said(name))


@cache
def rewordings(name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Each phrase with what may stand in its place, best first."""
    pairs = (line.split("=", 1) for line in _lines(name))
    return {tuple(key.split()): tuple(part.strip() for part in said.split("/")) for key, said in pairs}


class Expressions(dict[str, re.Pattern[str]]):
    """The expressions of a file by the names of its lists, each compiled when it is first asked for."""

    def __init__(self, file: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        super().__init__()
        self.file, self.flags = file, flags

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = re.compile(any_of(f"{self.file}.{name}"), self.flags)
        return self[name]


def any_of(name: str) -> str:
    """The expressions of a list as one, to be put into another."""
    return "|".join(expressions(name))


def expressions(name: str) -> tuple[str, ...]:
    """Each expression of a list, with the lists it names put into it."""
    file, _dot, _one = name.partition(".")
    return tuple(ANOTHER.sub(lambda found: f"(?:{_other(_full(found[1], file))})", said) for said in _said(name))


def _other(name: str) -> str:
    if "." in name:
        return any_of(name)
    # The longest word first, as a shorter one may be its beginning.
    return "|".join(map(re.escape, sorted(words(name), key=lambda word: (-len(word), word))))
