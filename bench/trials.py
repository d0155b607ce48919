"""The labelled sentences and goals in tests/knowledge/coach/trials: the open ones, and those held back to judge by."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strongsuit.knowledge.coach.review import by_name

TRIALS = Path(__file__).parents[1] / "tests" / "knowledge" / "coach" / "trials"
# Whoever looks at one of these while writing rules, or learns from it, has spent it.
HELD_BACK = TRIALS / "held_back"
MARK = re.compile(r"\[\[([^|\]]*)\|(\w+)(?:\|(\d))?\]\]")


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    category: str
    severity: int

    def meets(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


def folder(held: bool) -> Path:
    return HELD_BACK if held else TRIALS


def sentences(held: bool) -> Iterator[tuple[str, str, list[Span]]]:
    """Context, text and labelled spans."""
    usual = {name: rule.SEVERITY for name, rule in by_name().items()}
    for path in sorted(folder(held).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            context, tab, marked = line.partition("\t")
            if not tab:
                continue
            text, spans, at = "", [], 0
            for found in MARK.finditer(marked):
                text += marked[at : found.start()]
                spans.append(Span(len(text), len(text) + len(found[1]), found[2], int(found[3] or usual[found[2]])))
                text, at = text + found[1], found.end()
            yield context, text + marked[at:], spans


def goals(held: bool) -> Iterator[dict[str, Any]]:
    for path in sorted(folder(held).glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)
