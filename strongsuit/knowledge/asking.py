"""When the answers of a student say little about the student, so that another way of asking may say more (2.1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

TOP = Decimal(1)
# So many answers before it means anything that nearly all of them are the same.
LEAST = 8
MOST_TOP_PERCENT = 90


@dataclass(frozen=True, slots=True)
class Given:
    """One answer; of a pair also the side, and whether it was asked once more the other way round."""

    card: str
    value: Decimal | None
    side: str = ""
    again: bool = False


def ask_another_way(given: Sequence[Given]) -> bool:
    """Two answers to one pair differ, or nearly every answer is the top one. Nothing is discarded for that."""
    return pairs_differ(given) or nearly_all_top(each.value for each in given if not each.side)


def pairs_differ(given: Iterable[Given]) -> bool:
    first: dict[str, str] = {}
    second: dict[str, str] = {}
    for each in given:
        if each.side:
            (second if each.again else first)[each.card] = each.side
    return any(first.get(card, side) != side for card, side in second.items())


def nearly_all_top(values: Iterable[Decimal | None]) -> bool:
    told = [value for value in values if value is not None]
    top = sum(value == TOP for value in told)
    return len(told) >= LEAST and top * 100 >= len(told) * MOST_TOP_PERCENT
