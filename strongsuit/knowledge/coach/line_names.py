"""The names of the lines of a rule's list: a finding gives one as its ground."""

import re
from collections.abc import Iterable, Iterator
from itertools import count

from strongsuit.knowledge.coach.elements import must, parted

# What the name of a line opens with, by its list; "absolute_inability" says more than a table has room for.
SHORT = {
    "absolute_exaggeration": "absolute", "absolute_inability": "inability", "character_judgment": "character",
    "deficit_noun": "deficit", "effort_blame": "effort", "failure_framing": "failure",
    "family_or_burden_blame": "family", "identity_reduction": "identity", "level_label": "level",
    "low_expectation": "expectation", "motive_attribution": "motive", "norm_comparison": "comparison",
    "outdated_or_pity": "outdated", "struggle_framing": "struggle", "vague_behavior_label": "behavior",
    "willful_refusal": "refusal",
}  # fmt: skip
NO_LETTER = re.compile(r"[^a-z0-9|'’]+")
# Words of a name, where they are enough to tell it from the lines above it.
NAMED_BY = 3


def told_apart(rule: str, sources: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The name of each line of a list by its number.

    Each takes the shortest that no line above it has, so that a line added below renames none.
    """
    found: dict[int, str] = {}
    taken: set[str] = set()
    for number, source in sources:
        name = next(name for name in candidates(source) if name not in taken)
        taken.add(name)
        found[number] = f"{SHORT.get(rule, rule)}.{name}"
    return found


def candidates(source: str) -> Iterator[str]:
    """Its first literal words, then more of them, those that may be missing, its other choices, and a number."""
    elements = [element for element in parted(source.lower()) if element not in "<>" and element[:2] != ".."]
    sure = _slugs(element for element in elements if must(element))
    yield from _longer(sure)
    every = _slugs(elements)
    yield from _longer(every)
    yield from _longer([*every, *_slugs((element for element in elements if "|" in element), choice=1)])
    yield from (f"{'-'.join(every)}-{number}" for number in count(2))


def _longer(said: list[str]) -> Iterator[str]:
    return ("-".join(said[:many]) for many in range(min(NAMED_BY, len(said)), len(said) + 1) if many)


def _slugs(elements: Iterable[str], choice: int = 0) -> list[str]:
    """One of the choices of each element as a part of a name."""
    found = []
    for element in elements:
        choices = NO_LETTER.sub(" ", element.replace(":n", "")).split("|")
        choices = [plain for each in choices if (plain := "-".join(each.replace("'", "").replace("’", "").split()))]
        found += choices[min(choice, len(choices) - 1) :][:1]
    return found
