"""How it is recorded: a tool, product or record, and who keeps it."""

import re

from strongsuit.knowledge.coach.goals.shapes import Part, first
from strongsuit.knowledge.wordlists import Expressions

SAID = Expressions("goals/measurement")
MARKED = Expressions("goals/marked")
REACH = 160


def measurement(text: str, low: str) -> Part | None:
    said = first(text, (found for found in SAID["measurement"].finditer(low) if not _is_given(low, found)))
    said = said or first(text, (found for found in MARKED["measured"].finditer(low) if not _is_worked_with(low, found)))
    return said or first(text, SAID["capital_tests"].finditer(text))


def _is_worked_with(low: str, found: re.Match[str]) -> bool:
    """Inside a clause that tells what is given: "when the aide puts a coin on the chart"."""
    clause = low[max(found.start() - REACH, 0) : found.start()]
    return bool(
        SAID["no_measurement"].match(found[0])
        or MARKED["given_clause"].search(clause)
        or (" by " not in found[0] and SAID["given_before"].search(clause[-40:]))
    )


def _is_given(low: str, found: re.Match[str]) -> bool:
    if SAID["no_measurement"].match(found[0]) or (
        found[0].startswith("report card") and SAID["by_then"].search(low[max(found.start() - 30, 0) : found.start()])
    ):
        return True
    if SAID["used_to_score"].match(found[0]) and 0 <= low.find(" will ") < found.start():
        return False
    if SAID["says_measured"].match(found[0]):
        return False
    if SAID["with_inside"].search(found[0]) or (found[0].startswith(("for ", "book ")) and " log" in found[0]):
        return True
    return bool(
        SAID["worked_with"].match(found[0])
        or SAID["given_before"].search(low[max(found.start() - 40, 0) : found.start()])
    )
