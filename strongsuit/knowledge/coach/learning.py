"""Learns the second opinion's weights from labelled sentences: plain logistic regression, the same each time."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, sqrt

EPOCHS = 12
RATE = 0.15
FORGET = 1e-4
# Nobody needs to be surer than this.
SURE = 30.0
BRIEF = 4

Example = tuple[Sequence[str], int, bool]


def learn(examples: Iterable[Example], epochs: int = EPOCHS, forget: float = FORGET) -> dict[str, float]:
    """Weights of signs from (signs, number of words, is it so); the sum over a sentence is divided by √words."""
    weights: dict[str, float] = defaultdict(float)
    chance, rows = random.Random(1), list(examples)  # noqa: S311  # the order of learning is no secret
    for epoch in range(epochs):
        chance.shuffle(rows)
        rate = RATE / (1 + epoch / 10)
        for found, length, is_so in rows:
            scale = sqrt(max(length, BRIEF))
            said = sum(weights[sign] for sign in found) / scale
            likely = 1 / (1 + exp(-max(-SURE, min(SURE, said))))
            step = (is_so - likely) * rate
            for sign in found:
                weights[sign] += step - forget * weights[sign]
    return dict(weights)
