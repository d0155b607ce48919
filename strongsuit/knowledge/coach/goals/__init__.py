"""Reads a goal: which of its parts are there, each with the words that decide it (language guide, section 9)."""

import re
from dataclasses import dataclass
from typing import Any

from strongsuit.knowledge.coach.goals.baseline import baseline
from strongsuit.knowledge.coach.goals.behavior import behavior
from strongsuit.knowledge.coach.goals.condition import condition
from strongsuit.knowledge.coach.goals.criterion import criterion
from strongsuit.knowledge.coach.goals.measurement import measurement
from strongsuit.knowledge.coach.goals.shapes import ADVICE, AMBITION, KINDS, PARTS, SURE, Part
from strongsuit.knowledge.coach.goals.strength import strength
from strongsuit.knowledge.coach.goals.timeframe import timeframe
from strongsuit.knowledge.coach.text import plain

__all__ = ["ADVICE", "KINDS", "PARTS", "GoalReading", "Part", "read_goal"]

# A goal for after school is said as sure: "will", not "hopes that he will".
WILL = re.compile(r"\bwill\b")
UNSURE = re.compile(
    r"\b(?:hopes?|wants?|(?<!she )(?<!he )plans to|would like|thinks|may|might|senior year|junior year)\b"
)


# The same unit on both sides: "9 of 12" and "4 of 12", "90 words" and "60 words".
OF = re.compile(r"(?P<much>\d+)\s*(?:of|out of|/)\s*(?P<unit>\d+)")
RATE = re.compile(r"(?P<much>\d+)\s*(?P<unit>%|percent|words|wpm|wcpm|sentences|facts|problems|steps)", re.IGNORECASE)
LESS = re.compile(r"\b(?:no more|fewer|less|under|below|at most|down|only)\b", re.IGNORECASE)


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
    sure: bool = True
    vague: Part | None = None

    @property
    def past_today(self) -> bool | None:
        """Whether the level to reach is past today's in the same unit; None where that cannot be judged."""
        if self.criterion is None or self.baseline is None or LESS.search(self.criterion.text):
            return None
        for unit in (OF, RATE):
            goal, today = unit.search(self.criterion.text), unit.search(self.baseline.text)
            if goal and today and goal["unit"].lower() == today["unit"].lower():
                return int(goal["much"]) > int(today["much"])
        return None

    @property
    def decided(self) -> Part | None:
        """The words that decide whether it is measurable: how much is enough, or what stands in the way of that."""
        if self.kind == "postsecondary":
            return self.behavior or self.vague
        if self.measurable:
            return self.criterion
        return self.vague or self.behavior or self.criterion

    @property
    def missing(self) -> list[str]:
        """What a measurable goal has and this one has not."""
        if self.kind == "postsecondary":
            there = {"behavior": self.behavior, "timeframe": self.timeframe, "sure": self.sure}
        else:
            there = {"behavior": self.behavior, "criterion": self.criterion}
        return [] if self.measurable else [name for name, one in there.items() if not one]

    def told(self) -> dict[str, Any]:
        """As JSON: each part with whether it is there, the places that decided it, and what to ask where it is not."""
        parts = {name: getattr(self, name) for name in PARTS}
        spans = {name: [part.start, part.end] for name, part in parts.items() if part}
        if self.decided:
            spans["measurable"] = [self.decided.start, self.decided.end]
        said: dict[str, Any] = {"measurable": self.measurable, "missing": self.missing}
        said |= {f"has_{name}": part is not None for name, part in parts.items() if name != "strength"}
        said["strength_woven"] = self.strength is not None
        # A goal for after school needs no percent and no baseline: it is answered with yes or no.
        asked = ("behavior", "timeframe") if self.kind == "postsecondary" else PARTS
        advice = [ADVICE[name] for name in asked if parts[name] is None]
        advice += [SURE] if self.kind == "postsecondary" and self.behavior and not self.sure else []
        advice += [AMBITION] if self.past_today is False else []
        return said | {"spans": spans, "advice": advice}


def read_goal(text: str, kind: str = "annual") -> GoalReading:
    # A row of a table is read as what stands one after the other.
    low = plain(text).replace("|", ";")
    by_when = timeframe(text, low)
    today = baseline(text, low)
    recorded = measurement(text, low)
    act, vague = behavior(text, low, kind)
    enough = criterion(text, low, today, by_when, act is None)
    given = condition(text, low, (recorded, today, by_when), kind)
    sure = bool(WILL.search(low)) and not UNSURE.search(low)
    if kind == "postsecondary":
        measurable = act is not None and by_when is not None and sure
    else:
        measurable = act is not None and enough is not None
    return GoalReading(kind, given, act, enough, by_when, recorded, today, strength(text, low), measurable, sure,
                       vague)  # fmt: skip
