"""Reads a goal: which of its parts are there, each with the words that decide it (language guide, section 9)."""

import re
from dataclasses import dataclass
from typing import Any

from strongsuit.knowledge.coach.goals.baseline import baseline
from strongsuit.knowledge.coach.goals.behavior import behavior
from strongsuit.knowledge.coach.goals.condition import condition
from strongsuit.knowledge.coach.goals.criterion import criterion
from strongsuit.knowledge.coach.goals.measurement import measurement
from strongsuit.knowledge.coach.goals.shapes import ADVICE, KINDS, PARTS, Part
from strongsuit.knowledge.coach.goals.strength import strength
from strongsuit.knowledge.coach.goals.timeframe import timeframe
from strongsuit.knowledge.coach.scene import plain

__all__ = ["ADVICE", "KINDS", "PARTS", "GoalReading", "Part", "read_goal"]

# A goal for after school is said as sure: "will", not "hopes that he will".
SURE = re.compile(r"\bwill\b")
UNSURE = re.compile(
    r"\b(?:hopes?|wants?|(?<!she )(?<!he )plans to|would like|thinks|may|might|senior year|junior year)\b"
)


@dataclass(frozen=True, slots=True)
class GoalReading:
    kind: str
    condition: Part | None
    behavior: Part | None
    criterion: Part | None
    timeframe: Part | None
    measurement: Part | None
    baseline: Part | None
    strength: Part | None
    measurable: bool

    def told(self) -> dict[str, Any]:
        """As JSON: each part with whether it is there, the places that decided it, and what to ask where it is not."""
        parts = {name: getattr(self, name) for name in PARTS}
        spans = {name: [part.start, part.end] for name, part in parts.items() if part}
        said: dict[str, Any] = {"measurable": self.measurable}
        said |= {f"has_{name}": part is not None for name, part in parts.items() if name != "strength"}
        said["strength_woven"] = self.strength is not None
        # A goal for after school needs no percent and no baseline: it is answered with yes or no.
        asked = ("behavior", "timeframe") if self.kind == "postsecondary" else PARTS
        return said | {"spans": spans, "advice": [ADVICE[name] for name in asked if parts[name] is None]}


def read_goal(text: str, kind: str = "annual") -> GoalReading:
    low = plain(text)
    by_when = timeframe(text, low)
    today = baseline(text, low)
    recorded = measurement(text, low)
    act, vague = behavior(text, low, kind)
    enough = criterion(text, low, today, by_when, vague or act is None)
    given = condition(text, low, (recorded, today, by_when), kind)
    if kind == "postsecondary":
        sure = SURE.search(low) and not UNSURE.search(low)
        measurable = act is not None and by_when is not None and bool(sure)
    else:
        measurable = act is not None and enough is not None
    return GoalReading(kind, given, act, enough, by_when, recorded, today, strength(text, low), measurable)
