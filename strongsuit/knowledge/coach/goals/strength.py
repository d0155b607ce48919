"""A strength, interest, preference or choice of this student as the way to the skill."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.coach.goals.shapes import Part, part
from strongsuit.knowledge.coach.goals.tied import Tie, stems
from strongsuit.knowledge.wordlists import Expressions, words

SAID = Expressions("goals/strength")
SIGNS = Expressions("goals/signs")
TIED = Expressions("goals/tied")

MOST_NAMES = 4
# The student's name stands as these letters while a strength is looked for.
NAME = "ŋ"


def strength(text: str, low: str) -> Part | None:
    """The first sign of it in a sentence that says what the student will do, or in one that is tied to it."""
    low = _named(text, low)
    goal: list[tuple[int, int]] = []
    beside: list[tuple[int, int]] = []
    for begin, end in _sentences(low):
        will = SAID["about_subject"].search(low, begin, end)
        told = will or _is_note(low, begin, end) or (end - begin > len(low) - 3 and SAID["aim"].search(low))
        (goal if told else beside).append((begin, end))
        if told and not SAID["reward"].search(low, begin, end):
            found = min(_signs(low, begin, end, will.start() if will else end), default=None)
            if found:
                return part(text, *found)
    if not beside:
        return None
    tie = Tie(" ".join(low[slice(*place)] for place in goal))
    backed = {begin for begin, _end in goal if TIED["points_back"].match(low, begin)}
    for begin, end in beside:
        told_apart = tie.found(low, begin, end, at_hand=not backed.isdisjoint(range(end, end + 4)))
        if told_apart:
            return part(text, *told_apart)
    return None


def _named(text: str, low: str) -> str:
    """The student's name, and "the student", as letters that the signs know; every other word in its place."""
    named = dict.fromkeys(one["one"] for one in SAID["named"].finditer(low) if text[one.start()].isupper())
    told = (
        one["one"]
        for one in SAID["named_too"].finditer(low)
        if text[one.start()].isupper() and text[one.start() + 1].islower()
    )
    named |= dict.fromkeys(name for name in told if name not in words("common"))
    names = [name for name in named if name not in words("goals/strength.no_names")][:MOST_NAMES]
    if not names:
        return low
    return re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", lambda one: NAME * len(one[0]), low)


def _sentences(low: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for stop in re.finditer(r"[.!?;](?=\s+|$)|\n", low):
        near = max(begin, stop.start() - 300)
        if stop[0] == ";" and low.count("(", near, stop.start()) > low.count(")", near, stop.start()):
            continue
        if not low[begin : stop.start()].isspace() and begin < stop.start():
            yield begin, stop.start()
        begin = stop.end()
    yield begin, len(low)


def _is_note(low: str, begin: int, end: int) -> bool:
    """A sentence without "will" that tells an act, or the reason for the next sentence: not praise beside the goal."""
    opens = SAID["note_opens"].match(low, begin, end)
    if not opens:
        return False
    act = opens["act"]
    if SAID["labeled"].match(low, begin, end):
        return True
    if act in words("goals/strength.because"):
        return bool(SAID["will"].search(low[end : end + 120]))
    return (
        act in words("goals/strength.note_ways")
        or (act.endswith("ing") and "," in low[begin:end])
        or act in words("open_acts")
        or act.removesuffix("s") in words("open_acts")
    )


def _signs(low: str, begin: int, end: int, will: int) -> Iterator[tuple[int, int]]:
    for found in SIGNS["favorite"].finditer(low, begin, end):
        # "Will request his favorite snack" is the thing asked for, not the way.
        if found.start() < will or SAID["on_the_way"].search(low[max(found.start() - 9, 0) : found.start()]):
            yield found.span()
    for name in ("loves", "best_so", "announced", "own_love", "own_gift", "own_hobby", "own_language"):
        for found in SIGNS[name].finditer(low, begin, end):
            if not _is_generic(low, found) and not (
                found.start() > will and SAID["spoken_of"].search(low, will, found.start())
            ):
                yield found.span()
    for found in SIGNS["own_thing"].finditer(low, begin, end):
        if _is_own(found):
            yield found.span()
    for found in (
        *SIGNS["own_before"].finditer(low, begin, will),
        *SIGNS["own_used"].finditer(low, begin, end),
        *SIGNS["own_own"].finditer(low, begin, end),
    ):
        if _is_own(found):
            yield found.span()
    for found in SIGNS["own_doing"].finditer(low, begin, will):
        wished = found["before"] in words("goals/strength.wished") and found["verb"] in words("goals/strength.likes")
        if _tells_doing(found) and not wished and not SAID["common_thing"].search(found["before"] + " "):
            yield found.start(), found.end("after")
    for found in SIGNS["own_doing"].finditer(low, will, end):
        # After the act only what is done at home, for years or by heart is surely the student's own.
        told = f"{found['verb']} {found['after']}"
        if (
            found["before"] not in words("goal_before_he")
            and found["verb"] not in words("goal_not_own")
            and SIGNS["habit"].search(told)
        ):
            yield found.start(), min(found.end("after"), end)
    for found in SAID["reason"].finditer(low, begin, will):
        own = found["verb"] in words("goals/strength.knows") or found["verb"] not in words("goal_not_own")
        if own and found["verb"] not in words("goal_needs"):
            yield found.span()
    for found in SIGNS["apposed"].finditer(low, begin, will):
        if not re.search(r"\d", found["said"]) and stems(found["said"]) & Tie(low[found.end() : end]).subjects:
            yield found.span("said")
    for found in SIGNS["role"].finditer(low, begin, will):
        shaped = found["shaped"] or found["bare"]
        if not shaped or shaped not in words("goal_no_roles"):
            yield found.span()


def _is_generic(low: str, found: re.Match[str]) -> bool:
    said = found[0].lstrip(" ,(–-")
    return bool(
        SAID["generic"].search(said) or SAID["common_thing"].search(low[max(found.start() - 30, 0) : found.start()])
    )


def _is_own(found: re.Match[str]) -> bool:
    thing = found["thing"]
    if found[0].split(" ", 1)[0] in words("goals/condition.in_setting"):
        return bool(SIGNS["own_place"].match(thing))
    named = re.split(r" (?:as|to|for|of|on|in|at|will|and|with|from)\b", f"{thing} ", maxsplit=1)[0].split()
    return bool(named) and not any(
        bit in words("goal_school_things")
        for word in named
        for bit in (word, word.removesuffix("'s"), *word.split("-"))
    )


def _tells_doing(found: re.Match[str]) -> bool:
    verb, after = found["verb"], found["after"].strip()
    if SIGNS["habit"].search(f"{verb} {after}") and found["before"] not in words("goal_before_he"):
        return True
    if found["before"] in words("goal_before_he") or re.match(r"\d", after):
        return False
    # "Reads" and "writes" are what the goal is about, unless it is said when or what for.
    if verb in words("goals/strength.school_acts"):
        return verb in words("goals/strength.tells") or " where " in found[0]
    if verb in words("goals/strength.done_at_home"):
        return True
    return len(verb) > 3 and verb.endswith(("s", "ed", "ew", "ilt")) and verb not in words("goal_not_own")
