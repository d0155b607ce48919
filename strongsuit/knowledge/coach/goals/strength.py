"""A strength, interest, preference or choice of this student as the way to the skill."""

import re
from collections.abc import Iterator

from strongsuit.knowledge.coach.goals.shapes import Part, one_of, part
from strongsuit.knowledge.coach.goals.signs import (
    ANNOUNCED,
    APPOSED,
    BEST_SO,
    FAVORITE,
    HABIT,
    HE,
    LOVES,
    NAME,
    OWN_BEFORE,
    OWN_DOING,
    OWN_GIFT,
    OWN_HOBBY,
    OWN_LANGUAGE,
    OWN_LOVE,
    OWN_OWN,
    OWN_PLACE,
    OWN_THING,
    OWN_USED,
    ROLE,
)
from strongsuit.knowledge.coach.goals.tied import POINTS_BACK, Tie, stems
from strongsuit.knowledge.wordlists import words

ON_THE_WAY = re.compile(r"(?:\b(?:about|from|with|using|in|of|on|at|through|via|to)|[,(–-]) ?$")
REWARD = re.compile(
    r"\b(?:will (?:get|receive)(?! (?:along|better|to|from|started|out|up|dressed|ready|his|her|their)\b)|then "
    r"(?:earn|get)s?|gets? to|rewards?|afterwards?|reinforcers?|for finishing|"
    rf"(?<!his )(?<!her )(?<!their )(?<!the )(?<!at )\bfirst (?!in |next)[^,.;]{{1,25}}?,? (?:and )?then|(?:if|when|"
    rf"once|"
    rf"after) {HE} (?:finish|meet|complete|reach|do\b|does|is "
    rf"done|are done|has (?:finish|meet|complete|done|met))\w*|to earn|"
    r"(?:may|can|will) then|and then (?:earn|get|choose|play|have|may)|then (?:may|will|can|get|"
    r"choose|have)|may (?:choose|play|draw|have|use|pick)|"
    r"(?:earns?|earning|earned|receives?|and receive)\b(?! (?:at least |a (?:score|rating|grade|"
    r"[a-d]\b)|\d+ (?:of|out|points"
    r"|%)|(?:a|an|at) \w+ (?:on|in)|credit))|(?:sticker|token|reward) (?:chart|board|menu)|"
    r"something (?:he|she|they) enjoys?|free (?:choice )?time)\b"
)
# Said of what anybody may like or choose: no sign of this student's strength.
GENERIC = one_of(
    r"(?:his|her|their) (?:strengths? and|strengths\b(?! (?:in|at|with|as))|eyes?\b(?! for)|"
    r"ears?\b(?! for)|memory\b|interests? "
    r"(?:inventory|survey))|(?:core|grip|upper body|hand|leg|muscle|pinch) strength",
    rf"{HE} (?:likes|prefers|picks|chooses|chose|picked|selects|selected),? ?(?:from the|between|one|"
    rf"an? (?:seat|pencil))?"
    r"(?= (?:class )?bin)",
)
COMMON_THING = re.compile(
    r"(?:grip|bus|aide|teacher|chair|device|van|seat|pencil|headphones|tool|strategy|break|"
    r"card|word|answer|task|(?:find|get|have|hold|in|at) (?:a|some) (?:job|career|work)|something|anything) (?:that )?$"
)
ABOUT_SUBJECT = re.compile(r"\b(?:will|shall)\b")
# "Because Anya sorts everything by color": what the student does well is the reason for the way.
REASON = re.compile(r"\b(?:because|since|given that) (?:[\w-]+ ){1,2}?(?P<verb>[a-z]{3,}s)\b[^.;,]*")
NAMED = re.compile(
    r"\b(?P<one>[a-zà-ÿ-]{2,})(?=(?:,[^.;]{1,120},| \([^().;]{1,120}\)| –[^.;–]{1,120}–)? (?:will|"
    r"shall|is going to)\b)"
)
NAMED_TOO = re.compile(r"\b(?P<one>[a-zà-ÿ-]{2,}) (?:is|has|can|[a-z]+s)\b")
MOST_NAMES = 4
NO_NAMES = {"i", "he", "she", "they", "it", "student", "this", "that", "progress", "teacher"}
# What is only to be named or asked for is no way: "will list two things she likes".
SPOKEN_OF = re.compile(
    r"\b(?:state|name|list|identify|say|express|indicate|request|ask for|choose|select|report|circle|share) "
    r"[^,;.]{0,40}$"
)
AIM = re.compile(r"\b(?:aim|goal|target|objective) (?:is|for)\b|\bis the (?:aim|goal|target|objective)\b")
KNOWS = {"wants", "dreams", "remembers", "understands", "solves", "finds"}
NOTE_OPENS = re.compile(r"\W*(?:(?:[\w &/-]{1,30})[.:)–-]\s+){0,6}(?P<act>[a-z]+)\b")
LABELED = re.compile(r"\W*(?:given|conditions?|materials?|setting|supports?|using|way|how) ?:")
NOTE_WAYS = {"using", "given", "with", "through", "from", "in", "at", "on", "during", "as", "while", "after", "when"}


def strength(text: str, low: str) -> Part | None:
    """The first sign of it in a sentence that says what the student will do, or in one that is tied to it."""
    low = _named(text, low)
    goal: list[tuple[int, int]] = []
    beside: list[tuple[int, int]] = []
    for begin, end in _sentences(low):
        will = ABOUT_SUBJECT.search(low, begin, end)
        told = will or _is_note(low, begin, end) or (end - begin > len(low) - 3 and AIM.search(low))
        (goal if told else beside).append((begin, end))
        if told and not REWARD.search(low, begin, end):
            found = min(_signs(low, begin, end, will.start() if will else end), default=None)
            if found:
                return part(text, *found)
    if not beside:
        return None
    tie = Tie(" ".join(low[slice(*place)] for place in goal))
    backed = {begin for begin, _end in goal if POINTS_BACK.match(low, begin)}
    for begin, end in beside:
        told_apart = tie.found(low, begin, end, at_hand=not backed.isdisjoint(range(end, end + 4)))
        if told_apart:
            return part(text, *told_apart)
    return None


def _named(text: str, low: str) -> str:
    """The student's name, and "the student", as letters that the signs know; every other word in its place."""
    named = dict.fromkeys(one["one"] for one in NAMED.finditer(low) if text[one.start()].isupper())
    told = (
        one["one"] for one in NAMED_TOO.finditer(low) if text[one.start()].isupper() and text[one.start() + 1].islower()
    )
    named |= dict.fromkeys(name for name in told if name not in words("common"))
    names = [name for name in named if name not in NO_NAMES][:MOST_NAMES]
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
    opens = NOTE_OPENS.match(low, begin, end)
    if not opens:
        return False
    act = opens["act"]
    if LABELED.match(low, begin, end):
        return True
    if act in {"because", "since"}:
        return bool(re.search(r"\bwill\b", low[end : end + 120]))
    return (
        act in NOTE_WAYS
        or (act.endswith("ing") and "," in low[begin:end])
        or act in words("open_acts")
        or act.removesuffix("s") in words("open_acts")
    )


def _signs(low: str, begin: int, end: int, will: int) -> Iterator[tuple[int, int]]:
    for found in FAVORITE.finditer(low, begin, end):
        # "Will request his favorite snack" is the thing asked for, not the way.
        if found.start() < will or ON_THE_WAY.search(low[max(found.start() - 9, 0) : found.start()]):
            yield found.span()
    for pattern in (LOVES, BEST_SO, ANNOUNCED, OWN_LOVE, OWN_GIFT, OWN_HOBBY, OWN_LANGUAGE):
        for found in pattern.finditer(low, begin, end):
            if not _is_generic(low, found) and not (
                found.start() > will and SPOKEN_OF.search(low, will, found.start())
            ):
                yield found.span()
    for found in OWN_THING.finditer(low, begin, end):
        if _is_own(found):
            yield found.span()
    for found in (
        *OWN_BEFORE.finditer(low, begin, will),
        *OWN_USED.finditer(low, begin, end),
        *OWN_OWN.finditer(low, begin, end),
    ):
        if _is_own(found):
            yield found.span()
    for found in OWN_DOING.finditer(low, begin, will):
        wished = found["before"] in {"job", "work", "career"} and found["verb"] in {"likes", "enjoys", "loves"}
        if _tells_doing(found) and not wished and not COMMON_THING.search(found["before"] + " "):
            yield found.start(), found.end("after")
    for found in OWN_DOING.finditer(low, will, end):
        # After the act only what is done at home, for years or by heart is surely the student's own.
        told = f"{found['verb']} {found['after']}"
        if (
            found["before"] not in words("goal_before_he")
            and found["verb"] not in words("goal_not_own")
            and HABIT.search(told)
        ):
            yield found.start(), min(found.end("after"), end)
    for found in REASON.finditer(low, begin, will):
        if (found["verb"] in KNOWS or found["verb"] not in words("goal_not_own")) and found["verb"] not in words(
            "goal_needs"
        ):
            yield found.span()
    for found in APPOSED.finditer(low, begin, will):
        if not re.search(r"\d", found["said"]) and stems(found["said"]) & Tie(low[found.end() : end]).subjects:
            yield found.span("said")
    for found in ROLE.finditer(low, begin, will):
        shaped = found["shaped"] or found["bare"]
        if not shaped or shaped not in words("goal_no_roles"):
            yield found.span()


def _is_generic(low: str, found: re.Match[str]) -> bool:
    said = found[0].lstrip(" ,(–-")
    return bool(GENERIC.search(said) or COMMON_THING.search(low[max(found.start() - 30, 0) : found.start()]))


def _is_own(found: re.Match[str]) -> bool:
    thing = found["thing"]
    if found[0].split(" ", 1)[0] in {"in", "on", "at"}:
        return bool(OWN_PLACE.match(thing))
    named = re.split(r" (?:as|to|for|of|on|in|at|will|and|with|from)\b", f"{thing} ", maxsplit=1)[0].split()
    return bool(named) and not any(
        bit in words("goal_school_things")
        for word in named
        for bit in (word, word.removesuffix("'s"), *word.split("-"))
    )


def _tells_doing(found: re.Match[str]) -> bool:
    verb, after = found["verb"], found["after"].strip()
    if HABIT.search(f"{verb} {after}") and found["before"] not in words("goal_before_he"):
        return True
    if found["before"] in words("goal_before_he") or re.match(r"\d", after):
        return False
    # "Reads" and "writes" are what the goal is about, unless it is said when or what for.
    if verb in {"reads", "writes", "works", "shows", "says", "walks", "knows", "read", "puts"}:
        return verb in {"knows", "shows"} or " where " in found[0]
    if verb in {"worked", "brought", "kept"}:
        return True
    return len(verb) > 3 and verb.endswith(("s", "ed", "ew", "ilt")) and verb not in words("goal_not_own")
