"""Reads a goal: which of its parts are there, each with the words that decide it (language guide, section 9)."""

import re
from dataclasses import dataclass
from typing import Any

from strongsuit.knowledge.coach.english import NOT_ENGLISH, in_english
from strongsuit.knowledge.coach.goals import extent, second_opinion
from strongsuit.knowledge.coach.goals.baseline import baseline
from strongsuit.knowledge.coach.goals.behavior import behavior
from strongsuit.knowledge.coach.goals.condition import condition
from strongsuit.knowledge.coach.goals.criterion import criterion
from strongsuit.knowledge.coach.goals.measurement import measurement
from strongsuit.knowledge.coach.goals.shapes import ADVICE, AMBITION, KINDS, PARTS, SURE, Part
from strongsuit.knowledge.coach.goals.strength import strength
from strongsuit.knowledge.coach.goals.timeframe import timeframe
from strongsuit.knowledge.coach.text import plain
from strongsuit.knowledge.wordlists import Expressions

SAID = Expressions("goals/today")
# The longest goals of plans have a fifth of these characters; behind them nothing is read, so that no text is slow.
LONGEST = 3_000
LONGEST_WORD = 40
TOLD = {"strength": "strength_woven"}
NO_WORD = re.compile(rf"[^\s.;,()]{{{LONGEST_WORD},}}")

__all__ = ["ADVICE", "KINDS", "PARTS", "GoalReading", "Part", "read_goal"]


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
    english: bool = True

    @property
    def past_today(self) -> bool | None:
        """Whether the level to reach is past today's in the same unit; None where that cannot be judged."""
        if self.criterion is None or self.baseline is None or SAID["less"].search(self.criterion.text):
            return None
        for unit in (SAID["of"], SAID["rate"]):
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
        decided = {TOLD.get(name, f"has_{name}"): one for name, one in parts.items()}
        spans = {name: [one.start, one.end] for name, one in {"measurable": self.decided, **decided}.items() if one}
        said: dict[str, Any] = {"measurable": self.measurable, "missing": self.missing}
        said |= {name: one is not None for name, one in decided.items()}
        # A goal for after school needs no percent and no baseline: it is answered with yes or no.
        asked = ("behavior", "timeframe") if self.kind == "postsecondary" else PARTS
        advice = [] if self.english else [NOT_ENGLISH]
        advice += [ADVICE[name] for name in asked if parts[name] is None]
        advice += [SURE] if self.kind == "postsecondary" and self.behavior and not self.sure else []
        advice += [AMBITION] if self.past_today is False else []
        return said | {"spans": spans, "advice": advice}


def _readable(text: str) -> str:
    """As much as a goal can be long, with words as long as words are, each letter in its place."""
    return NO_WORD.sub(lambda found: found[0][:LONGEST_WORD].ljust(len(found[0]), "\0"), plain(text[:LONGEST]))


def read_goal(text: str, kind: str = "annual") -> GoalReading:
    # A row of a table is read as what stands one after the other.
    low = _readable(text).replace("|", ";")
    by_when = timeframe(text, low)
    today = baseline(text, low)
    recorded = measurement(text, low)
    act, vague = behavior(text, low, kind)
    enough = criterion(text, low, today, by_when, act is None)
    given = condition(text, low, (recorded, today, by_when), kind)
    found = {
        "condition": given, "behavior": act, "criterion": enough, "timeframe": by_when, "measurement": recorded,
        "baseline": today, "strength": strength(text, low),
    }  # fmt: skip
    # A vague verb in the place of an act is no act, however sure anybody is.
    untold = [name for name, one in found.items() if one is None and not (name == "behavior" and vague)]
    found |= second_opinion.seen(text[: len(low)], kind, untold)
    parts = _reaching(text, low, found)
    sure = bool(SAID["will"].search(low)) and not SAID["unsure"].search(low)
    if kind == "postsecondary":
        measurable = parts["behavior"] is not None and parts["timeframe"] is not None and sure
    else:
        measurable = parts["behavior"] is not None and parts["criterion"] is not None
    return GoalReading(kind, **parts, measurable=measurable, sure=sure, vague=vague, english=in_english(text[:LONGEST]))


def _reaching(text: str, low: str, parts: dict[str, Part | None]) -> dict[str, Part | None]:
    """Each part as far as its words reach."""
    told = [parts[name] for name in ("criterion", "timeframe", "measurement", "baseline")]
    return parts | {
        "behavior": extent.act(text, low, parts["behavior"], (*told, parts["condition"])),
        "condition": extent.apart(text, parts["condition"], told),
        "criterion": extent.led(parts["criterion"]),
        "baseline": extent.led(parts["baseline"]),
    }
