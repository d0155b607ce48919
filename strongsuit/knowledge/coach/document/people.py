"""Whose plan it is: the name as the form gives it, so that the coach knows who is meant."""

import re
from collections.abc import Iterable

from strongsuit.knowledge.coach.document.blocks import Line

LABEL = re.compile(
    r"^(?:(?:student|child|pupil|learner)(?:['’]?s)?(?:\s+(?:full|legal))?(?:\s+name)?|name(?:\s+of\s+(?:the\s+)?"
    r"(?:student|child))?|nombre del estudiante)(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
IN_LINE = re.compile(
    r"\b(?:(?:student|child|pupil|learner)(?:['’]s)?(?:\s+(?:full|legal))?(?:\s+name)?|name\s+of\s+(?:student|child)|"
    r"(?<!\w )name)\s*(?:\([^()]*\)\s*)?:\s*(?P<name>[^\n:]{2,80})",
    re.IGNORECASE,
)
NAME = r"[^\W\d_][^\W\d_'’.-]*(?:['’.-][^\W\d_]+)*\.?"
SAID = re.compile(rf"^\s*({NAME}(?:,?\s+{NAME}){{0,4}})")
# The next box on the same line.
NEXT = re.compile(
    r"\s{3,}|\t|\b(?:date|dob|d\.o\.b|birth|grade|age|school|district|id|student id|iep|meeting|gender|sex|case|"
    r"disability|phone|address|parent|teacher|local|state|primary|home|eligibility|building|annual|sasid|osis)\b",
    re.IGNORECASE,
)
NO_NAMES = frozenset({"the", "student", "name", "child", "first", "last", "middle", "information", "will", "is", "has"})


def student_names(found: Iterable[Line]) -> tuple[str, ...]:
    """First and full name; nothing where the form has none."""
    named = False
    for line in found:
        # "Student name" alone on its line, the name on the next.
        if (named or _is_label(line.label)) and (names := _names(line.text)):
            return names
        named = not line.label and _is_label(line.text) and "name" in line.text.lower()
        said = None if line.label else IN_LINE.search(line.text)
        if said and (names := _names(said["name"])):
            return names
    return ()


def _is_label(text: str) -> bool:
    return len(text) < 60 and LABEL.match(text.strip(": ")) is not None


def _names(text: str) -> tuple[str, ...]:
    held = NEXT.split(text.strip(), maxsplit=1)[0]
    said = SAID.match(held)
    if not said or not any(sign.isupper() for sign in said[1]):
        return ()
    last, comma, first = said[1].partition(",")
    full = f"{first.strip()} {last.strip()}" if comma else said[1].strip()
    full = full.title() if full.isupper() else full
    parts = [part for part in full.split() if len(part.strip(".")) > 1]
    if not parts or any(part.lower() in NO_NAMES for part in parts):
        return ()
    return (full, parts[0])
