"""The table of rules, one line each: its name, what it finds, a sentence it finds it in, and what it offers instead."""

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from strongsuit.knowledge.coach.findings import read_through
from strongsuit.knowledge.coach.inflect import S, verb
from strongsuit.knowledge.coach.patterns import VERB, Pattern, patterns
from strongsuit.knowledge.coach.text import read

# Sentences an expression may stand in, the likeliest first: by how its rule reads it, then any.
BY_FLAG = {
    "act": ("Kofi {} in class.", "Kofi {} the page.", "Kofi {} read."),
    "being": ("Kofi is {}.", "Kofi is {} student."),
    "having": ("Kofi's {} was noted.", "Kofi has {}."),
    "skill": ("Kofi's {} was noted.", "Kofi has {} skills."),
    "kin": ("His parents {}.", "His mother is {}.", "His mother {} him."),
    "absolute": ("Kofi interrupts {}.", "Kofi {} interrupts.", "Kofi {} loses his place."),
}
FRAMES = (
    "{}.", "Kofi {}.", "Kofi is {}.", "Kofi interrupts {}.", "Kofi {} the page.", "He has {}.", "His {} was noted.",
    "His parents {}.", "The team says {}.", "Kofi {} interrupts.", "Kofi {} read.", "He is {} student.", "They {}.",
    "He works, {}.", "{} Kofi.", "Kofi {} him.", "Kofi {} he is told.", "The {} boy sat down.", "{} is hard for him.",
)  # fmt: skip
PARTS = re.compile(r"\{([^}]*)\}")
TRIES = 5
# Of a long list of choices a reader needs a few.
SHOWN = 5


def hit(pattern: Pattern) -> str:
    """A sentence it is found in, with the words it marks in bold; the same each time."""
    chance = random.Random(pattern.name)  # noqa: S311  # an example, and no secret
    likely = [frame for flag, frames in BY_FLAG.items() if flag in pattern.flags for frame in frames]
    for words in [_drawn(pattern, chance) for _time in range(TRIES)]:
        for frame in (*likely, *FRAMES):
            said = frame.format(words)
            said = said[:1].upper() + said[1:]
            if marked := _marked(pattern, said):
                return marked
    return ""


def _drawn(pattern: Pattern, chance: random.Random) -> str:
    """Words it finds, each verb as one says it of somebody: "refuses"."""
    one = PARTS.sub(_of_one, pattern.source)
    return replace(pattern, source=" ".join(part for part in one.split(" ") if not part.endswith("?"))).example(chance)


def _of_one(part: re.Match[str]) -> str:
    verbs = part[1].split("|")
    return "|".join(verb(lemma)[S].replace(" ", "_") for lemma in verbs) if ":" not in part[1] else part[0]


def _marked(pattern: Pattern, said: str) -> str:
    for _scene, found in read_through(read(said, "present_levels", ("Kofi",))):
        for one in found:
            if one.pattern is pattern:
                start, end = one.marked_from, one.marked_to
                return f"{said[:start]}**{said[start:end]}**{said[end:]}"
    return ""


def finds(pattern: Pattern) -> str:
    """The expression as a reader says it: "refuse (any form) [to] do/make"."""
    return " ".join(_part(part) for part in re.findall(r"(?:\{[^}]*\}|\S)+", pattern.source) if part not in "<>")


def _part(part: str) -> str:
    if part.startswith(".."):
        return "…"
    optional = part.endswith("?") and len(part) > 1
    choices = re.findall(r"(?:\{[^}]*\}|[^|])+", part.removesuffix("?"))
    said = [_choice(choice) for choice in choices[:SHOWN]]
    more = [f"{len(choices) - SHOWN} more"] if len(choices) > SHOWN else []
    joined = "/".join([*said, *more])
    return f"[{joined}]" if optional else joined


def _choice(choice: str) -> str:
    if choice.startswith("@"):
        return f"({choice[1:].replace('_', ' ')})"
    inner, _colon, kind = choice.strip("{}").partition(":")
    if choice.startswith("{"):
        return f"{inner.replace('|', '/')} ({'one or many' if kind == 'n' else 'any form'})"
    return choice.replace("_", " ")


def offers(pattern: Pattern) -> str:
    return " · ".join(VERB.sub(r"\1", reframe) for reframe in pattern.reframes)


def rows(rule: str, severity: int) -> Iterator[str]:
    yield "| Rule | Finds | A hit | Offers | Severity |"
    yield "| --- | --- | --- | --- | --- |"
    for pattern in patterns(rule):
        cells = (
            f"`{pattern.name}`",
            finds(pattern),
            hit(pattern) or "—",
            offers(pattern),
            pattern.severity or severity,
        )
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"
