"""Learns the second opinions' weights from labelled examples: logistic regression, the same each time."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import exp, log, sqrt

EPOCHS = 12
RATE = 0.1
SLOWER = 0.3
FORGET = 1e-4
# Nobody needs to be surer than this, and nothing is learned from what is as good as known.
SURE, KNOWN = 30.0, 0.002
# A sign learns faster the more unevenly it stands in the two kinds of examples (Wang and Manning, "Baselines and
# Bigrams", 2012), and every sign a little.
EVEN = 0.3
SMOOTH = 0.5
# What stands in one example alone teaches nothing about the next.
SEEN = 2

Example = tuple[Sequence[str], int, bool]


def learn(
    examples: Iterable[Example], least: float = 0.0, epochs: int = EPOCHS, fainter: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Weights of ``least`` or more, of signs from (signs, number of words, is it so).

    The sum over an example is divided by √words. Signs that begin with a letter of ``fainter`` weigh so much less.
    """
    rows = list(examples)
    paces = _paces(rows, fainter or {})
    numbers = {sign: at for at, sign in enumerate(paces)}
    pace, weights = list(paces.values()), [0.0] * len(paces)
    told = [([numbers[sign] for sign in signs if sign in numbers], sqrt(length), so) for signs, length, so in rows]
    chance = random.Random(1)  # noqa: S311  # the order of learning is no secret
    for epoch in range(epochs):
        chance.shuffle(told)
        rate = RATE / (1 + SLOWER * epoch)
        for signs, scale, is_so in told:
            said = sum([weights[sign] for sign in signs]) / scale
            step = (is_so - 1 / (1 + exp(-max(-SURE, min(SURE, said))))) * rate
            if abs(step) < KNOWN:
                continue
            for sign in signs:
                weights[sign] += step * pace[sign] - FORGET * weights[sign]
    return {sign: weights[at] for sign, at in numbers.items() if abs(weights[at]) >= least}


def _paces(rows: Iterable[Example], fainter: Mapping[str, float]) -> dict[str, float]:
    """How fast each sign learns."""
    so, not_so = Counter[str](), Counter[str]()
    for signs, _length, is_so in rows:
        (so if is_so else not_so).update(set(signs))
    every = sorted(so.keys() | not_so.keys())
    of_so, of_not = so.total() + SMOOTH * len(every), not_so.total() + SMOOTH * len(every)
    paces = {}
    for sign in every:
        if so[sign] + not_so[sign] >= SEEN:
            uneven = abs(log((so[sign] + SMOOTH) / of_so) - log((not_so[sign] + SMOOTH) / of_not))
            paces[sign] = ((uneven + EVEN) * fainter.get(sign[0], 1.0)) ** 2
    return paces
