"""Where it stands today: the same behavior in the same unit."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.coach.goals.shapes import Part, part, wanted
from strongsuit.knowledge.wordlists import Expressions

NUMBERS = Expressions("goals/numbers")
SAID = Expressions("goals/baseline")
STANDS = Expressions("goals/standing")
OPENS = ("student ", "the student ")


def _told_apart(low: str) -> Iterator[tuple[int, int]]:
    """Clauses beside the goal's own that tell what the student does, in a unit that the goal tells as well."""
    clauses = list(SAID["clause"].finditer(low))
    goal = " ".join(one[0] for one in clauses if SAID["will"].search(one[0]))
    units = {word.removesuffix("s") for word in SAID["word"].findall(goal)}
    share = bool(SAID["share"].search(goal))
    things = {one["thing"] for one in SAID["things"].finditer(goal)}
    for clause in clauses if goal else ():
        if _is_today(clause[0], units, things, share):
            yield clause.start() + len(clause[0]) - len(clause[0].lstrip()), clause.end()


def _is_today(clause: str, units: set[str], things: set[str], share: bool) -> bool:
    if SAID["now_said"].search(clause) and SAID["counted"].search(clause) and not SAID["will_or_by"].search(clause):
        return True
    tells = None if SAID["not_today"].search(clause) else SAID["tells"].match(clause)
    if not tells:
        return False
    if any(_in_unit(unit, units, share) for unit in SAID["unit"].finditer(clause, tells.end())):
        return True
    return bool(SAID["counted"].search(clause, tells.end())) and not things.isdisjoint(SAID["word"].findall(clause))


def _other_share(low: str) -> tuple[int, int] | None:
    """Of two shares of one whole the one that is not wanted is today's: 9 of 12, and elsewhere 4 of 12."""
    will = SAID["will"].search(low)
    wanted_share = SAID["shares"].search(low, will.end()) if will else None
    if wanted_share is None:
        return None
    for one in SAID["shares"].finditer(low):
        parted = re.search(r"[,;.(]", low[min(one.end(), wanted_share.end()) : max(one.start(), wanted_share.start())])
        if (
            parted
            and one["of"] == wanted_share["of"]
            and not SAID["as_often"].match(low, one.end())
            and one["much"] != wanted_share["much"]
            and not SAID["step"].search(low, max(one.start() - 40, 0), one.start())
        ):
            return one.span()
    return None


def _in_unit(unit: re.Match[str], units: set[str], share: bool) -> bool:
    if unit["of"] or unit["over"] or unit["percent"]:
        return share
    if unit["per"]:
        return unit["per"] in units
    return len(unit["unit"]) > 2 and unit["unit"].removesuffix("s") in units


def _is_goal_itself(low: str, found: re.Match[str]) -> bool:
    """In a note without "will" the first sentence tells the act, however it begins: "student completes 4 of 6"."""
    return found[0].startswith(OPENS) and "." not in low[: found.start()] and not SAID["now_said"].search(found[0])


def _is_wanted(low: str, found: re.Match[str]) -> bool:
    """It is told in the clause of what will be, or in the unit of another test."""
    begin = max(low.rfind(stop, 0, found.start() + 1) for stop in ".;(") + 1
    if STANDS["itself"].match(found[0]) and not SAID["will"].search(found[0]):
        return False
    if any(low.count(test[0]) < 2 for test in SAID["other_unit"].finditer(found[0])):
        return True
    said = STANDS["set_apart"].sub(",", low[begin : found.end()])
    return bool(SAID["will_or_by"].search(said) or STANDS["given"].search(low, begin, found.start()))


def baseline(text: str, low: str) -> Part | None:
    """The level today in the unit of the goal: a score of another test says nothing about it."""
    note = not SAID["will"].search(low)
    for found in SAID["baseline"].finditer(low):
        if found[0][0] not in "([" and SAID["wanted_before"].search(low[max(found.start() - 20, 0) : found.start()]):
            continue
        if STANDS["given_list"].search(low, max(found.start() - 60, 0), found.start() + 1):
            continue
        if STANDS["no_level"].match(found[0]) or note and _is_goal_itself(low, found):
            continue
        if all(low.count(test[0]) > 1 for test in SAID["other_unit"].finditer(found[0])):
            return part(text, *found.span())
    change = NUMBERS["change"].search(low)
    if change:
        return part(text, change.start(), wanted(change)[0])
    stands = (found.span() for found in STANDS["today"].finditer(low) if not _is_wanted(low, found))
    place = next(_told_apart(low), None) or next(stands, None) or _other_share(low)
    return part(text, *place) if place else None
