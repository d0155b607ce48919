"""How much is enough: a number, rate, duration or list of required elements that fits the act."""

import re

from strongsuit.knowledge.coach.goals.shapes import Part, inside, part, wanted
from strongsuit.knowledge.wordlists import Expressions, words

NUMBERS = Expressions("goals/numbers")
SAID = Expressions("goals/criterion")


def criterion(text: str, low: str, baseline: Part | None, timeframe: Part | None, unseen: bool) -> Part | None:
    change = NUMBERS["change"].search(low)
    if change:
        return part(text, *wanted(change))
    attitude = unseen and SAID["attitude"].search(low)
    begin = low.find(" will ")
    fitting = [
        found
        for found in SAID["criterion"].finditer(low)
        if not low.endswith("grade equivalent of ", 0, found.start())
        and not inside(found.start(), baseline, timeframe)
        and not SAID["one_of"].match(low, found.start())
        and not SAID["no_criterion"].match(low, found.start())
        # A percent on an attitude says nothing; things counted do: "know 20 new words".
        and (not attitude or _counted(found[0]) or SAID["score"].search(low, max(found.start() - 20, 0), found.end()))
        # "Given five sentences" is what is worked with.
        and not (found.start() < begin and _counted(found[0]))
    ]
    # "Both parts in 9 of 12 trials": the share decides, and not what it is a share of.
    best = min(fitting, key=_telling, default=None)
    if best is None:
        return _made(text, low, baseline, timeframe)
    lead = SAID["lead"].match(low, *best.span())
    return part(text, lead.end() if lead else best.start(), best.end())


def _telling(found: re.Match[str]) -> tuple[bool, bool, int]:
    """Shares first, then what has a number in it: "a mile in under 11 minutes"."""
    return not SAID["share"].search(found[0]), not any(map(str.isdigit, found[0])), found.start()


def _made(text: str, low: str, *others: Part | None) -> Part | None:
    """A number of things as what the act is done to."""
    begin = max(low.find(" will "), 0)
    for found in SAID["made"].finditer(low, begin):
        if found["before"] not in words("goals/criterion.not_made") and not inside(found.start("said"), *others):
            return part(text, *found.span("said"))
    return None


def _counted(said: str) -> bool:
    return bool(SAID["things"].fullmatch(said))
