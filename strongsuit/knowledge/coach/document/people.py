"""Whose plan it is: the name as the form gives it, so that the coach knows who is meant."""

import re
from collections.abc import Iterable

from strongsuit.knowledge.coach.document.blocks import Line
from strongsuit.knowledge.wordlists import Expressions, words

SAID = Expressions("document/people", re.IGNORECASE)
NAME = r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?"
FULL_NAME = re.compile(rf"^\s*({NAME}(?:,?\s+{NAME}){{0,4}})")


def student_names(found: Iterable[Line]) -> tuple[str, ...]:
    """First and full name; nothing where the form has none."""
    named = False
    for line in found:
        # "Student name" alone on its line, the name on the next.
        if (named or _is_label(line.label)) and (names := _names(line.text)):
            return names
        named = not line.label and _is_label(line.text) and _says_name(line.text.lower())
        said = None if line.label else SAID["in_line"].search(line.text)
        if said and (names := _names(said["name"])):
            return names
    return ()


def _is_label(text: str) -> bool:
    return len(text) < 60 and SAID["label"].match(text.strip(": ")) is not None


def _says_name(text: str) -> bool:
    return any(word in text for word in words("document/people.says_name"))


def _names(text: str) -> tuple[str, ...]:
    held = SAID["next_box"].split(text.strip(), maxsplit=1)[0]
    said = FULL_NAME.match(held)
    if not said or not any(sign.isupper() for sign in said[1]):
        return ()
    last, comma, first = said[1].partition(",")
    full = f"{first.strip()} {last.strip()}" if comma else said[1].strip()
    full = full.title() if full.isupper() else full
    parts = [part for part in full.split() if len(part.strip(".")) > 1]
    if not parts or any(part.lower() in words("document/people.no_names") for part in parts):
        return ()
    return (full, parts[0])
