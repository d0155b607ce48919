"""Learns the coach's second opinion on the parts of goals from the open trials, and writes its weights."""

import hashlib
from collections.abc import Iterator

from bench.trials import TRIALS, goals
from strongsuit.knowledge.coach.goals import second_opinion
from strongsuit.knowledge.coach.goals.shapes import PARTS
from strongsuit.knowledge.coach.learning import learn

LEAST = 0.1
LABELS = {"strength": "strength_woven"}


def source() -> str:
    """What the weights were learned from, as a checksum."""
    whole = hashlib.sha256()
    for path in sorted(TRIALS.glob("*.jsonl")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def table() -> Iterator[str]:
    labelled = list(goals(held=False))
    found = [second_opinion.signs(second_opinion.spoken(goal["text"]), goal["kind"]) for goal in labelled]
    weights = {}
    for name in PARTS:
        label = LABELS.get(name, f"has_{name}")
        rows = (
            (list(signs), second_opinion.LENGTH, bool(goal[label])) for signs, goal in zip(found, labelled, strict=True)
        )
        weights[name] = learn(rows, LEAST)
    yield f"# Learned by python -m bench.learn, not by hand. Sign, then its weight for {', '.join(PARTS)}."
    yield f"# From {source()}"
    for sign in sorted(set().union(*weights.values())):
        each = (f"{weights[name][sign]:.2f}" if sign in weights[name] else "" for name in PARTS)
        yield "\t".join([sign, *each])
