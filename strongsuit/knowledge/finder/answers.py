"""What an answer is worth, which side of a pair stands first, and which pairs are asked again."""

import hashlib
from collections.abc import Collection, Sequence
from decimal import Decimal

HALF, SOME, MOST = Decimal("0.5"), Decimal("0.33"), Decimal("0.67")
# The answers of each level with their values; nothing is worth nothing, which is not zero.
EARLY: dict[str, Decimal | None] = {"thats_me": Decimal(1), "sometimes": HALF, "not_yet": Decimal(0), "skip": None}
OLDER: dict[str, Decimal | None] = {
    "a_lot": Decimal(1), "mostly": MOST, "a_little": SOME, "not_yet": Decimal(0), "skip": None,
}  # fmt: skip
FAMILY: dict[str, Decimal | None] = {
    "often": Decimal(1), "sometimes": HALF, "not_seen": Decimal(0), "not_sure": None,
}  # fmt: skip
SCHOOL: dict[str, Decimal | None] = {
    "often": Decimal(1), "sometimes": HALF, "not_seen": Decimal(0), "no_chance": None,
}  # fmt: skip
PAIR: dict[str, Decimal | None] = {
    "left": Decimal(1), "right": Decimal(1), "both": Decimal(1), "neither": Decimal(0), "skip": None,
    "not_sure": None, "no_chance": None,
}  # fmt: skip
MOST_DECKS = 4
AGAIN = 2

# Seconds for a card, so that somebody knows beforehand how long a deck takes; 8 to 12 cards are a deck.
STUDENT_SECONDS, ADULT_SECONDS = 15, 16

# The decks of the house.
HOUSE = ("RD", "WR", "MA", "TH", "OR", "CM", "SO", "EM", "MO", "DL", "MK", "WK", "SA", "ST")
# The decks somebody can see in their part with a student, or in a service; whoever is not named sees all of them.
SEES: dict[str, tuple[str, ...]] = {
    "general_teacher": ("RD", "WR", "MA", "TH", "OR", "CM", "SO", "MK", "WK", "SA", "ST"),
    "aide": ("OR", "CM", "SO", "EM", "MO", "DL", "MK", "ST"),
    "provider": ("CM", "SO", "EM", "MO", "DL", "MK", "ST"),
    "speech": ("RD", "WR", "CM", "SO", "SA", "ST"),
    "occupational": ("WR", "OR", "EM", "MO", "DL", "MK", "ST"),
    "physical": ("MO", "DL", "SO", "ST"),
    "counseling": ("TH", "SO", "EM", "SA", "WK", "ST"),
    "psychological": ("TH", "OR", "SO", "EM", "SA", "ST"),
    "social_work": ("SO", "EM", "DL", "SA", "ST"),
    "adapted_pe": ("SO", "EM", "MO", "ST"),
    "audiology": ("CM", "SO", "MK", "ST"),
    "interpreting": ("RD", "CM", "SO", "MK", "SA", "ST"),
    "hearing": ("RD", "WR", "CM", "SO", "MK", "SA", "ST"),
    "vision": ("RD", "WR", "MA", "MO", "DL", "MK", "SA", "ST"),
    "mobility": ("TH", "MO", "DL", "SA", "ST"),
    "nursing": ("CM", "EM", "MO", "DL", "ST"),
    "travel_training": ("TH", "CM", "MO", "DL", "WK", "ST"),
    "vocational": ("MA", "OR", "CM", "SO", "MK", "WK", "SA", "ST"),
    # Special education teachers who are on the team by their service.
    "consultant_teacher": HOUSE,
    "resource_room": HOUSE,
    "co_teaching": HOUSE,
    "special_class": HOUSE,
}


def can_see(deck: str, part: str, services: Collection[str] = ()) -> bool:
    """Whether somebody can see what a deck asks: in one of their services, else in their part on the team.

    A deck of a district's own stands in no list, and is for all.
    """
    if deck not in HOUSE:
        return True
    named = [SEES[each] for each in services if each in SEES] or [SEES.get(part, HOUSE)]
    return any(deck in seen for seen in named)


def minutes(cards: int, *, adult: bool = False) -> int:
    """About how long so many cards take, to the nearest minute."""
    seconds = cards * (ADULT_SECONDS if adult else STUDENT_SECONDS)
    return max(1, (seconds + 30) // 60)


def _draw(seed: str, key: str) -> int:
    return int.from_bytes(hashlib.sha256(f"{seed}|{key}".encode()).digest()[:8], "big")


def flipped(seed: str, card: str, *, again: bool = False) -> bool:
    """Whether the right side of this pair stands first; asked again, it stands the other way round."""
    return (_draw(seed, card) % 2 == 1) != again


def asked_again(seed: str, decks: Sequence[tuple[str, Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """Two pairs of a sitting come once more: deck -> the pairs at its end. ``decks`` are those chosen, in order.

    The one pair of a deck waits for the end of the next; a deck full of pairs repeats its own. Another deck added
    later changes nothing of what was asked already.
    """
    found: dict[str, tuple[str, ...]] = {}
    left = AGAIN
    waiting: list[str] = []
    for deck, pairs in decks:
        mine = waiting[:left]
        waiting = list(pairs) if len(pairs) == 1 else []
        if len(pairs) > AGAIN:
            drawn = sorted(pairs, key=lambda card: _draw(seed, f"again {card}"))[: left - len(mine)]
            mine += [card for card in pairs if card in drawn]
        left -= len(mine)
        if mine:
            found[deck] = tuple(mine)
    return found
