"""How well the coach reads what it was not written for: the trials that were held back, with intervals.

Run: python -m bench.wording [--open] [--write]. The rules may be tuned on the open trials alone; whoever looks at a
sentence that is held back has spent it.
"""

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bench import trials
from bench.trials import Span
from strongsuit.knowledge.coach.goals import read_goal
from strongsuit.knowledge.coach.review import Passage, review

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "coach-figures.md"
GOAL_PARTS = [
    "measurable", "has_condition", "has_behavior", "has_criterion", "has_timeframe", "has_measurement", "has_baseline",
    "strength_woven",
]  # fmt: skip
DRAWS = 1000


@dataclass
class Count:
    """Rightly found, wrongly found, missed."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Count") -> None:
        self.hits, self.wrong, self.missed = (
            self.hits + other.hits, self.wrong + other.wrong, self.missed + other.missed
        )  # fmt: skip

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + self.wrong)

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + self.wrong + self.missed)


@dataclass
class Read:
    """One trial, read: what counts for the sentence, for its spans by category, and for the gravest ones."""

    sentence: Count
    spans: dict[str, Count]
    is_clean: bool
    alarmed: bool
    grave: Count = field(default_factory=Count)


def read(context: str, text: str, labelled: list[Span]) -> Read:
    found = [
        Span(one.start, one.end, one.category, one.severity)
        for one in review([Passage("", text, context=context)])
        if one.category != "praise_without_example"
    ]
    spans: dict[str, Count] = defaultdict(Count)
    left = list(found)
    for span in labelled:
        match = next((one for one in left if one.category == span.category and one.meets(span)), None)
        if match:
            left.remove(match)
        spans[span.category].add(Count(hits=1) if match else Count(missed=1))
    for one in left:
        spans[one.category].add(Count(wrong=1))
    grave = [any(one.meets(span) for one in found) for span in labelled if span.severity == 3]
    both, alarmed = bool(labelled) and bool(found), bool(found) and not labelled
    sentence = Count(int(both), int(alarmed), int(bool(labelled) and not found))
    return Read(sentence, spans, not labelled, alarmed, Count(hits=sum(grave), missed=len(grave) - sum(grave)))


def total(counts) -> Count:
    whole = Count()
    for count in counts:
        whole.add(count)
    return whole


def interval(reads: list, figure: Callable[[list], float]) -> tuple[float, float]:
    """The middle 95 of 100 of the figure over reads drawn again and again; always the same draws."""
    chance = random.Random(20261122)
    drawn = sorted(figure(chance.choices(reads, k=len(reads))) for _draw in range(DRAWS))
    return drawn[int(DRAWS * 0.025)], drawn[int(DRAWS * 0.975)]


def row(name: str, reads: list, figure: Callable[[list], float], goal: str = "") -> str:
    low, high = interval(reads, figure)
    return f"| {name} | {figure(reads):.3f} ({low:.2f}–{high:.2f}) | {goal} |"


def of_all(reads: list[Read]) -> Count:
    return total(count for one in reads for count in one.spans.values())


def of_category(reads: list[Read], name: str) -> Count:
    return total(one.spans[name] for one in reads if name in one.spans)


def wording(held: bool) -> Iterator[str]:
    reads = [read(*trial) for trial in trials.sentences(held)]
    clean = sum(one.is_clean for one in reads)
    yield f"{len(reads)} sentences, {clean} of them clean.\n"
    yield "| figure | value (95 % interval) | goal |\n|---|---|---|"
    yield row("sentence F1", reads, lambda some: total(one.sentence for one in some).f1, "0.88")
    yield row("span and category F1", reads, lambda some: of_all(some).f1, "0.80")
    yield row(
        "false alarms on clean sentences",
        reads,
        lambda some: sum(one.alarmed for one in some) / max(1, sum(one.is_clean for one in some)),
        "at most 0.06",
    )
    yield row("recall of severity 3", reads, lambda some: total(one.grave for one in some).recall, "0.80")
    yield "\n| category | labelled | precision | recall | F1 (95 % interval) |\n|---|---|---|---|---|"
    for name in sorted({name for one in reads for name in one.spans}):
        count = of_category(reads, name)
        low, high = interval(reads, lambda some, name=name: of_category(some, name).f1)
        cells = [name, count.hits + count.missed, f"{count.precision:.2f}", f"{count.recall:.2f}"]
        yield f"| {' | '.join(map(str, cells))} | {count.f1:.2f} ({low:.2f}–{high:.2f}) |"


def goals(held: bool) -> Iterator[str]:
    reads = []
    for goal in trials.goals(held):
        told = read_goal(goal["text"], goal["kind"]).told()
        reads.append({name: (bool(goal[name]), told[name]) for name in GOAL_PARTS})
    yield f"{len(reads)} goals.\n"
    yield "| part | F1 (95 % interval) | goal |\n|---|---|---|"
    for name in GOAL_PARTS:
        yield row(name, reads, lambda some, name=name: part_f1(some, name), "0.90")
    yield row("all parts right", reads, lambda some: sum(map(all_right, some)) / len(some), "0.75")


def part_f1(reads: list[dict[str, tuple[bool, bool]]], name: str) -> float:
    pairs = [one[name] for one in reads]
    return Count(
        sum(label and said for label, said in pairs),
        sum(said and not label for label, said in pairs),
        sum(label and not said for label, said in pairs),
    ).f1


def all_right(one: dict[str, tuple[bool, bool]]) -> bool:
    return all(label == said for label, said in one.values())


def page(held: bool) -> str:
    whose = "held back in the folder held_back" if held else "open while the rules were written"
    return "\n".join([
        "# How well the coach reads\n",
        f"Measured on {date.today()} with `python -m bench.wording` on the part of the trials "
        f"(tests/knowledge/coach/trials) that was\n{whose}. The trials are invented, in the style of plans, notices, "
        "evaluations, notes and forum posts;\nhalf of them are hard clean ones. A span counts when it overlaps the "
        "labelled one in the same category. Intervals come from\ndrawing the trials again a thousand times.\n",
        "## Wording\n", *wording(held), "\n## Goals\n", *goals(held), "",
    ])  # fmt: skip


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--open", action="store_true", help="the trials that rules may be tuned on")
    asked.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = asked.parse_args()
    text = page(held=not options.open)
    sys.stdout.write(text)
    if options.write and not options.open:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
