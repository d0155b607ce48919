"""JSON lines in, JSON lines out: what the coach finds in each text, or which parts a goal has."""

import json
import math
from collections.abc import Callable, Iterable
from typing import Any, TextIO

from strongsuit.knowledge.coach.goals import KINDS, read_goal
from strongsuit.knowledge.coach.passage import CONTEXTS
from strongsuit.knowledge.coach.review import Advice, Passage, review
from strongsuit.knowledge.coach.rules import praise_without_example

Line = dict[str, Any]
# Praise that names no skill asks a question; it is no deficit wording.
BESIDE = {praise_without_example.CATEGORY}
# Longer whole numbers are not read by everybody, and Python itself refuses them in words of its own.
MOST_DIGITS = 300


def answered(part: str, given: Iterable[bytes], out: TextIO, err: TextIO) -> int:
    """Answers each line; what cannot be read is told by its number and skipped, and makes the answer 1."""
    bad = 0
    for number, line in enumerate(given, 1):
        if not line.strip():
            continue
        try:
            said = written(PARTS[part](read(line)))
        except ValueError as fault:
            bad += 1
            err.write(f"line {number}: {fault}\n")
            continue
        out.write(f"{said}\n")
    if bad:
        err.write(f"{bad} of the lines could not be read.\n")
    return int(bad > 0)


def read(line: bytes) -> Line:
    """One object with a text; ValueError says what else stands there."""
    try:
        found = json.loads(
            line.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_number, parse_int=_whole_number
        )
    except UnicodeDecodeError as fault:
        raise ValueError("this is not UTF-8") from fault
    except (json.JSONDecodeError, RecursionError) as fault:
        raise ValueError(f"this is not JSON: {fault}") from fault
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise ValueError('an object with a "text" is expected')
    return found


ENDS_OF_LINES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "\u0085\u2028\u2029"}


def written(said: Line) -> str:
    line = json.dumps(said, ensure_ascii=False, allow_nan=False)
    try:
        line.encode()
    except UnicodeEncodeError as fault:
        half = f"\\u{ord(line[fault.start]):04x}"
        raise ValueError(f"{half} is half of a sign, and the other half is missing") from fault
    # Read as the end of a line by some programs, and allowed inside a string by JSON.
    return line.translate(ENDS_OF_LINES)


def _no_number(said: str) -> None:
    """NaN and Infinity are read by Python, and no JSON for anybody else."""
    raise ValueError(f"this is not JSON: {said} is no value")


def _number(said: str) -> float:
    number = float(said)
    if math.isinf(number):
        raise ValueError(f"the number {_short(said)} is too large")
    return number


def _whole_number(said: str) -> int:
    digits = len(said.removeprefix("-"))
    if digits > MOST_DIGITS:
        raise ValueError(f"a number of {digits} digits is too long; at most {MOST_DIGITS} are read")
    return int(said)


def _short(said: str) -> str:
    return said if len(said) <= 20 else f"{said[:12]}…"


def wording(line: Line) -> Line:
    context = one_of(line, "context", CONTEXTS, "general")
    found = review([Passage("", line["text"], context=context)])
    return {"id": line.get("id"), "findings": [finding(advice) for advice in found if advice.category not in BESIDE]}


def finding(advice: Advice) -> Line:
    return {
        "start": advice.start,
        "end": advice.end,
        "category": advice.category,
        "severity": advice.severity,
        "text": advice.quote,
        "rule": advice.rule,
        "why": why(advice),
        "reframes": list(advice.in_place[:3]),
        "ask": advice.ask,
    }


def why(advice: Advice) -> str:
    """The reason; where no rule but the learned opinion speaks, with the words that weighed most."""
    if not advice.learned:
        return advice.why
    weighed = ", ".join(f"“{words}”" for words in advice.because)
    return f"{advice.why} Learned from examples; what weighed most: {weighed}."


def goals(line: Line) -> Line:
    said = read_goal(line["text"], one_of(line, "kind", KINDS, "annual")).told()
    # The words of a goal are read as well (language guide 9, direction).
    heard = review([Passage("", line["text"], context="goal")], learned=False)
    said["advice"] += [f"“{one.quote}”: {one.why}" for one in heard if one.category not in BESIDE]
    return {"id": line.get("id")} | said


def one_of(line: Line, name: str, values: tuple[str, ...], default: str) -> str:
    value = line.get(name)
    if value is None or value == "":
        return default
    if value not in values:
        raise ValueError(f'"{name}" is one of {", ".join(values)}')
    return str(value)


PARTS: dict[str, Callable[[Line], Line]] = {"wording": wording, "goals": goals}
