"""A learned second opinion on the parts of a goal that no expression found: where it is sure, the part is there.

It is learned by ``python -m bench.learn`` from the labelled goals in tests/knowledge/coach/trials. Names, numbers and
"he" or "she" are hidden from it. Whether a goal is measurable is never its to say: that follows from the parts.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import accumulate
from math import sqrt
from pathlib import Path

from strongsuit.knowledge.coach.goals.shapes import PARTS, Part, part
from strongsuit.knowledge.coach.scene import Scene, scenes
from strongsuit.knowledge.coach.second_opinion import shown
from strongsuit.knowledge.coach.text import read

FILE = Path(__file__).with_name("second_opinion.tsv")
# How sure it has to be.
SURE = 2.5
# Goals are of like length; what they say is no thinner for being long.
LENGTH = 30
STEM = 5
BEGIN, END = "<", ">"
# A word that says nothing ends the words that show a part.
SILENT = -0.15
LONGEST = 12

Signs = Mapping[str, tuple[int, int]]


def spoken(text: str) -> list[Scene]:
    return [scene for scene in scenes(read(text, "goal", ())) if scene.tokens]


def signs(every: Iterable[Scene], kind: str) -> Signs:
    """Words, their beginnings, and words side by side or one apart, each with its first and last word by number."""
    found: dict[str, tuple[int, int]] = {f"kind={kind}": (0, 0)}
    before = 0
    for scene in every:
        said, last = [BEGIN, *shown(scene), END], before + len(scene.tokens) - 1
        numbers = [before, *range(before, last + 1), last]
        for at, word in enumerate(said):
            for length in (1, 2, 3):
                if at + length <= len(said):
                    found.setdefault(" ".join(said[at : at + length]), (numbers[at], numbers[at + length - 1]))
            if at + 2 < len(said):
                found.setdefault(f"{word} _ {said[at + 2]}", (numbers[at], numbers[at + 2]))
            if len(word) > STEM:
                found.setdefault(word[:STEM] + "*", (numbers[at], numbers[at]))
        before = last + 1
    return found


@cache
def weights() -> dict[str, dict[str, float]]:
    """For each part what each sign weighs."""
    found: dict[str, dict[str, float]] = {name: {} for name in PARTS}
    with FILE.open(encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            sign, *each = line.rstrip("\n").split("\t")
            for name, weight in zip(PARTS, each, strict=True):
                if weight:
                    found[name][sign] = float(weight)
    return found


def seen(text: str, kind: str, untold: Iterable[str]) -> dict[str, Part]:
    """Those of the untold parts it is sure of, each with the words that weigh most."""
    every = spoken(text)
    found = signs(every, kind)
    return {name: _shown(text, every, found, weights()[name]) for name in untold if _sure(found, weights()[name])}


def _sure(found: Signs, known: dict[str, float]) -> bool:
    return sum([known[sign] for sign in found if sign in known]) / sqrt(LENGTH) > SURE


def _shown(text: str, every: list[Scene], found: Signs, known: dict[str, float]) -> Part:
    """The run of words in one sentence that weighs most."""
    tokens = [token for scene in every for token in scene.tokens]
    each = [SILENT] * len(tokens)
    for sign, (first, last) in found.items():
        for at in range(first, last + 1):
            each[at] += known.get(sign, 0.0)
    best, span, begin = float("-inf"), (0, 0), 0
    for scene in every:
        behind = begin + len(scene.tokens)
        for first in range(begin, behind):
            runs = accumulate(each[first : min(first + LONGEST, behind)])
            weight, last = max((weight, first + further) for further, weight in enumerate(runs))
            if weight > best:
                best, span = weight, (first, last)
        begin = behind
    return part(text, tokens[span[0]].start, tokens[span[1]].end)
