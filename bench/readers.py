"""Reads the same texts with the coach, proselint and a naive loop, in turn: python -m bench.readers ROUNDS."""

import json
import re
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice

from proselint.checks import __register__
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from bench.reading import PLAIN, plan
from bench.trials import sentences
from strongsuit.knowledge.coach.patterns import FOLDER, patterns
from strongsuit.knowledge.coach.review import Passage, review

# Written again and again: what a careless loop would take squares of time for.
ODD = {
    "one word": "refuses ", "commas": "lazy, ", "quotation marks": 'is "lazy" ',
    "no full stop": "he never listens and ",
    "spaces": " ", "one letter": "a", "line ends": "\n", "brackets": "(",
}  # fmt: skip
LENGTH = 10_000
NAIVE_ROUNDS = 5
SENTENCE = "In the afternoon Kofi flatly refuses the warm-up and draws bridges."
EXPRESSIONS = [
    re.compile(pattern.expression, re.IGNORECASE)
    for path in sorted(FOLDER.glob("*.txt"))
    for pattern in patterns(path.stem)
]


def coach(text: str) -> object:
    return review([Passage("p", text)])


def proselint(text: str) -> object:
    return LintFile("p", text).lint()


def naive(text: str) -> object:
    return [found.span() for expression in EXPRESSIONS for found in expression.finditer(text)]


def timed(read: Callable[[str], object], text: str) -> float:
    begun = time.perf_counter()
    read(text)
    return (time.perf_counter() - begun) * 1000


def measured(text: str, rounds: int) -> dict[str, list[float]]:
    """In turn, so that what else runs falls on all; the first time warms up, and the slow one soon rests."""
    found: dict[str, list[float]] = {"coach": [], "proselint": [], "naive": []}
    for turn in range(rounds + 1):
        for read in (coach, proselint, naive) if turn <= NAIVE_ROUNDS else (coach, proselint):
            found[read.__name__].append(timed(read, text))
    return {who: times[1:] for who, times in found.items()}


def doubled(piece: str) -> float:
    """How many times as much work the double is; in turn, and the least of seven, for what disturbs only adds."""
    one, two = ("".join(islice(cycle(piece), length)) for length in (LENGTH, 2 * LENGTH))
    turns = [(worked(one), worked(two)) for _try in range(7)]
    return min(twice for _once, twice in turns) / min(once for once, _twice in turns)


def worked(text: str) -> float:
    begun = time.process_time()
    coach(text)
    return time.process_time() - begun


def main() -> None:
    rounds = int(sys.argv[1])
    CheckRegistry().register_many(__register__)
    dense = plan([text for _context, text, spans in sentences(held=False) if spans])
    times = {
        "plain": measured(plan(PLAIN), rounds),
        "dense": measured(dense, rounds),
        "sentence": measured(SENTENCE, rounds),
    }
    json.dump({"times": times, "doubled": {name: doubled(piece) for name, piece in ODD.items()}}, sys.stdout)


if __name__ == "__main__":
    main()
