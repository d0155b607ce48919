"""What the student does: the first act that another adult could see or count."""

from strongsuit.knowledge.coach.goals.shapes import Part, part
from strongsuit.knowledge.wordlists import Expressions, words

NUMBERS = Expressions("goals/numbers")
SAID = Expressions("goals/behavior")

REACH = 200


def behavior(text: str, low: str, kind: str) -> tuple[Part | None, Part | None]:
    """The act, and otherwise the vague words that stand in its place."""
    vague: Part | None = None
    for found in SAID["will"].finditer(low):
        if SAID["staff_before"].search(low[max(found.start() - 40, 0) : found.start()]):
            continue
        if SAID["parents_hope"].search(low, max(found.start() - 60, 0), found.start() + 1):
            continue
        phrase = SAID["leads"].sub("", found["act"])
        if _seen(phrase, low[found.end() : found.end() + 60], kind):
            begin = found.end("act") - len(phrase)
            return part(text, begin, found.end("act")), None
        vague = vague or part(text, *found.span("act"))
        by = SAID["by_doing"].search(low, found.start(), found.start() + REACH)
        if by and by[1] not in words("not_acts_ing"):
            return part(text, *by.span(1)), None
    return _otherwise(text, low, kind, vague)


def _otherwise(text: str, low: str, kind: str, vague: Part | None) -> tuple[Part | None, Part | None]:
    """An act that is said without "will": behind a reward, as a number that goes up, or at the head of a note."""
    shown = SAID["shown"].search(low)
    if shown:
        return part(text, *shown.span(shown.lastgroup or 0)), None
    done = SAID["done"].search(low)
    if done and done[1].removesuffix("es").removesuffix("s") not in words("not_acts"):
        return part(text, *done.span(1)), None
    change = NUMBERS["change"].search(low)
    if (
        change
        and (vague is None or SAID["changes"].match(SAID["leads"].sub("", vague.text.lower())))
        and (_counts(low, change.start()) or SAID["so_many"].search(low, change.start(), change.end() + 20))
    ):
        begin = low.rfind(".", 0, change.start()) + 1
        if not SAID["untold"].search(low, begin, change.start()):
            return part(text, begin, change.start()), None
    hopes = SAID["hopes"].search(low) if kind == "postsecondary" else None
    if hopes and hopes[1] not in words("not_acts") - words("goals/behavior.after_school_too"):
        return part(text, *hopes.span(1)), None
    opens = SAID["opens"].match(low)
    if opens and _is_open(opens["act"]):
        return part(text, *opens.span("act")), None
    if not SAID["will"].search(low):
        by = SAID["by_doing"].search(low)
        if by and by[1] not in words("not_acts_ing") and not by[1].endswith(("thing", "string")):
            return part(text, *by.span(1)), None
        told = SAID["told"].search(low)
        if told and told["act"].removesuffix("s") not in words("not_acts"):
            return part(text, *told.span("act")), None
        noted = next(
            (
                one
                for one in SAID["noted"].finditer(low)
                if _is_open(one[1]) or one[1].removesuffix("s") in words("seen_acts")
            ),
            None,
        )
        if noted:
            return part(text, *noted.span(1)), None
    return None, vague


def _counts(low: str, end: int) -> bool:
    begin = low.rfind(".", 0, end) + 1
    will = low.find(" will ", begin, end)
    return bool(SAID["counted"].search(low, begin) or SAID["things"].search(low, max(will, begin), end))


def _is_open(verb: str) -> bool:
    return any(
        one in words("open_acts") or one in words("seen_acts") - words("not_acts")
        for one in (verb, verb.removesuffix("s"), verb.removesuffix("es"))
    )


def _seen(phrase: str, rest: str, kind: str) -> bool:
    """Another adult could see or count it."""
    said = f"{phrase} {rest}"
    verb = phrase.split(" ", 1)[0]
    if verb.endswith("ing") and verb not in words("goals/behavior.not_doing"):
        return kind == "postsecondary" or verb not in words("not_acts_ing")
    if verb == "be":
        return bool(SAID["seen_being"].match(said))
    if SAID["seen_with"].match(said):
        return True
    if SAID["vague_after"].match(said):
        return False
    if kind == "postsecondary" and verb in words("goals/behavior.after_school"):
        return not SAID["no_result"].match(said)
    if verb in words("goals/behavior.might_be_vague"):
        return not SAID["vague_with"].match(said)
    return verb not in words("not_acts") and verb not in words("goal_vague")
