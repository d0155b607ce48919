"""Which deck is offered next: the first one is the student's own pick, and this is how the tiles lie before that."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from strongsuit.knowledge.finder.cards import Deck
from strongsuit.knowledge.profile import STILL_TRUE, freshness
from strongsuit.knowledge.terms import ItemKind, SkillSet


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody answered of a deck: how many of its cards, and on which day last."""

    deck: Deck
    count: int
    last_on: date | None


def is_stale(answered: Answered, *, today: date, early: bool) -> bool:
    """Answered once, and so long ago that it is asked for before it is used."""
    on = answered.last_on
    return on is not None and freshness(ItemKind.ABILITY, on, today=today, early=early) < STILL_TRUE


def suggested(
    told: Iterable[Answered], *, needed: Collection[SkillSet], today: date, early: bool = False
) -> list[Answered]:
    """Never answered first, then what has faded, then skill sets with something to grow in, then what was begun."""

    def place(one: Answered) -> tuple[int, bool, bool, date]:
        grows = one.deck.skill_set in needed
        stale = is_stale(one, today=today, early=early)
        rank = 0 if one.last_on is None else 1 if stale else 2 if grows else 3
        # Where two stand alike, what has something to grow in and what is not complete goes before.
        return rank, not grows, one.count >= len(one.deck.cards), one.last_on or date.min

    return sorted(told, key=place)
