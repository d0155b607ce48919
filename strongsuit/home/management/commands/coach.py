"""Read wording, goals or a whole plan of any system, and say what the coach sees; keeps nothing."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from strongsuit.documents.reviews.command import review_files
from strongsuit.knowledge.coach.goals import KINDS, read_goal
from strongsuit.knowledge.coach.passage import CONTEXTS
from strongsuit.knowledge.coach.review import Advice, Passage, review
from strongsuit.knowledge.coach.rules import praise_without_example

Line = dict[str, Any]
# Praise that names no skill asks a question; it is no deficit wording.
BESIDE = {praise_without_example.CATEGORY}


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = ()

    def add_arguments(self, parser):
        parts = parser.add_subparsers(dest="part", required=True, metavar="wording | goals | review")
        for name, words in (
            ("wording", 'reads {"id", "text", "context"} lines and writes the findings of each text'),
            ("goals", 'reads {"id", "text", "kind"} lines and writes the parts of each goal'),
        ):
            part = parts.add_parser(name, help=words)
            part.add_argument("--jsonl", action="store_true", required=True, help="JSON lines in, JSON lines out")

        whole = parts.add_parser("review", help="reads plans as PDF, Word, HTML or text and prints a report of each")
        whole.add_argument("files", nargs="+", type=Path, metavar="FILE")
        whole.add_argument("--html", type=Path, metavar="OUT", help="also write it: one file, or one each in a folder")

    def handle(self, *args, part, **options):
        if part == "review":
            self.review(options["files"], options["html"])
        else:
            self.lines(part)

    def review(self, files, html):
        try:
            unread = review_files(files, self.stdout, self.stderr, html)
        except OSError as fault:
            raise CommandError(f"{html} could not be written: {fault.strerror}.", returncode=1) from fault
        if unread:
            raise CommandError(f"{unread} of {len(files)} files could not be read.", returncode=1)

    def lines(self, part):
        read = {"wording": wording, "goals": goals}[part]
        bad = 0
        for number, line in enumerate(sys.stdin.buffer, 1):
            if not line.strip():
                continue
            try:
                said = json.dumps(read(given(line)), ensure_ascii=False, allow_nan=False)
                said.encode()
            except ValueError as fault:
                bad += 1
                self.stderr.write(f"line {number}: {fault}")
                continue
            self.stdout.write(said)
        if bad:
            raise CommandError(f"{bad} of the lines could not be read.", returncode=1)


def given(line: bytes) -> Line:
    """One object with a text; ValueError says what else stands there."""
    try:
        found = json.loads(line.decode("utf-8-sig"), parse_constant=no_number)
    except UnicodeDecodeError as fault:
        raise ValueError("this is not UTF-8") from fault
    except (json.JSONDecodeError, RecursionError) as fault:
        raise ValueError(f"this is not JSON: {fault}") from fault
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise ValueError('an object with a "text" is expected')
    return found


def no_number(said: str) -> None:
    """NaN and Infinity are read by Python, and no JSON for anybody else."""
    raise ValueError(f"this is not JSON: {said} is no value")


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
    heard = [one for one in review([Passage("", line["text"], context="goal")]) if one.category not in BESIDE]
    said["advice"] += [f"“{one.quote}”: {one.why}" for one in heard if not one.learned]
    return {"id": line.get("id")} | said


def one_of(line: Line, name: str, values: tuple[str, ...], default: str) -> str:
    value = line.get(name)
    if value is None or value == "":
        return default
    if value not in values:
        raise ValueError(f'"{name}" is one of {", ".join(values)}')
    return value
