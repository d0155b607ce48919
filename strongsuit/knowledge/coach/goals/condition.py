"""Given what: materials, setting, cue or support; neither how often nor what the act is done to."""

import re
from collections.abc import Iterator
from itertools import islice

from strongsuit.knowledge.coach.goals.shapes import Part, inside, part
from strongsuit.knowledge.wordlists import Expressions, words

SAID = Expressions("goals/condition")

MOST_WILLS = 3
FAR = 600


def condition(text: str, low: str, others: tuple[Part | None, ...], kind: str) -> Part | None:
    wills = [said.start() - 1 for said in islice(SAID["will"].finditer(low), MOST_WILLS)]
    for will in wills or [_head(low)]:
        found = _before_the_act(text, low, will, others, kind)
        if found:
            return found
    return _beside_it(text, low, others, kind)


def _head(low: str) -> int:
    """In a note without "will", where its first phrase ends: "With a mirror, shapes his lips"."""
    opens = max((stop.end() for stop in SAID["stops"].finditer(low, 0, 60)), default=0)
    return low.find(",", opens, opens + 200) + 1 if SAID["note_head"].match(low, opens) else -1


def _before_the_act(text: str, low: str, will: int, others: tuple[Part | None, ...], kind: str) -> Part | None:
    """A phrase at the head of the sentence, or of a part of it, that is no date, no count and no purpose."""
    stops = [0, *(stop.end() for stop in SAID["stops"].finditer(low, max(will - FAR, 0), max(will, 0)))]
    parted = [stop for stop in stops[:-1] if low[stops[-1] - 2 : stops[-1] - 1] == ";"]
    for begin in (stops[-1], *parted[-1:]):
        found = _phrase(text, low, begin, will, others, kind)
        if found:
            return found
    return None


def _phrase(text: str, low: str, begin: int, will: int, others: tuple[Part | None, ...], kind: str) -> Part | None:
    place = begin
    while place < will:
        end = low.find(",", place, will)
        end = will if end < 0 else end
        place = next((other.end for other in others if other and other.start <= place + 1 < other.end <= end), place)
        found = SAID["opens_phrase"].match(low, place, end)
        if (
            found
            and _opens(found, kind, set_off=end < will and "(" not in low[begin:place])
            and not inside(found.start("word"), *others)
        ):
            return part(text, found.start("word"), found.end())
        place = end + 1
    return None


def _opens(found: re.Match[str], kind: str, set_off: bool) -> bool:
    word, said = found["word"], found["word"] + found["rest"]
    if (
        SAID["no_condition"].match(said)
        or said.endswith(" who")
        or (word == "in" and not found["rest"].strip())
        or said.startswith("at least")
    ):
        return False
    if kind == "postsecondary":
        return (
            not SAID["after_school"].match(said)
            and word in words("goals/condition.after_school_ways")
            and not SAID["strength_as_route"].search(said)
        )
    if word == "to":
        return bool(SAID["music"].match(found["rest"]))
    if word in words("goal_openers"):
        return True
    # "Reading comprehension" is a heading, "reading the scores on the announcements," a setting.
    enough = 3 if word in words("goals/condition.not_doing") else 1
    return set_off and word.endswith("ing") and found["rest"].count(" ") >= enough


def _beside_it(text: str, low: str, others: tuple[Part | None, ...], kind: str) -> Part | None:
    """A condition that follows the act, or stands in a note without a whole sentence."""
    for found in _overlapping(SAID["given"], low):
        if inside(found.start(), *others) or _is_joined(low, found):
            continue
        said = found[0]
        if kind == "postsecondary" and SAID["place"].match(said):
            continue
        if _is_given(said) and not SAID["without_help"].match(said):
            return part(text, *found.span())
    return None


def _is_joined(low: str, found: re.Match[str]) -> bool:
    doing = found[0].split(" ", 1)[0].endswith("ing")
    if doing and SAID["changed"].search(low, max(found.start() - 6, 0), found.start()):
        return True
    return found[0].startswith(("in ", "at ")) and bool(
        SAID["joined_before"].search(low[max(found.start() - 16, 0) : found.start()])
    )


def _is_given(said: str) -> bool:
    opens = said.split(" ", 1)[0]
    if SAID["choices"].match(said):
        return True
    if SAID["no_condition"].match(said):
        return False
    if SAID["before_each"].match(said):
        return True
    if (
        opens in words("goals/condition.always_given")
        or SAID["labeled"].match(said)
        or SAID["after_doing"].match(said)
        or SAID["talks"].match(said)
        or SAID["topic"].match(said)
    ):
        return True
    if opens in words("goals/condition.with_support") and SAID["support"].search(said):
        return True
    if opens == "during":
        return True
    return (
        opens in words("goals/condition.in_setting")
        and bool(SAID["setting"].match(said))
        and not said.startswith("on weekly")
    )


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Each match, and those that begin inside another one: "before speaking during group reading"."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + max(len(found[0].split(" ", 1)[0]), 1))
