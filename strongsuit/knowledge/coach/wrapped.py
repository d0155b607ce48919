"""Where a line of a text only ends because the page did: its sentence goes on in the next line."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.wordlists import words

LINE_END = re.compile(r"(?<=\S)[ \t]*(\r?\n)[ \t]*(?=[^\W\d_])")
FULL_STOP = re.compile(r"[.!?]|\n[ \t]*(?:\n|[A-Z•–—*\d-])")
WORD = re.compile(r"[^\W\d_]+")
# A line of so many characters was filled.
FILLED = 45
# So far on is looked for the end of a sentence.
FARTHEST = 400


def wrapped(text: str) -> Iterator[tuple[int, int, str]]:
    """Each end of a line inside a sentence: from where to where, and what is read there."""
    goes_on = False
    for found in LINE_END.finditer(text):
        begin = text.rfind("\n", 0, found.start()) + 1
        line = text[begin : found.start()]
        goes_on = _goes_on(text, line, found.end(), goes_on)
        if not goes_on:
            continue
        if line[-1] in "-‐" and line[-2:-1].isalpha():
            yield _joined(text, line, found)
        else:
            yield *found.span(1), " "


def _goes_on(text: str, line: str, behind: int, before: bool) -> bool:
    """What opens with a capital or goes on from a line before goes on here, unless it is a heading; so does "to"."""
    if not text[behind].islower() or not (line[-1].isalnum() or line[-1] in ",-‐’'\"”)"):
        return False
    last = line.rpartition(" ")[2].lower()
    if line[-1] in "-‐" or last in words("wrapped.never_last"):
        return True
    opens = next((sign for sign in line if sign.isalpha()), "")
    if not (opens.isupper() or before):
        return False
    stop = FULL_STOP.search(text, behind, behind + FARTHEST)
    return len(line) >= FILLED or stop is not None and stop[0] in ".!?"


def _joined(text: str, line: str, found: re.Match[str]) -> tuple[int, int, str]:
    """A word parted at the end of a line; "self-esteem" keeps its hyphen."""
    parts = line[:-1].rpartition(" ")[2].lower(), WORD.match(text, found.end())
    behind = parts[1][0].lower() if parts[1] else ""
    known = words("common")
    compound = parts[0] + behind not in known and parts[0] in known and behind in known
    return (found.start() if compound else found.start() - 1), found.end(), ""
