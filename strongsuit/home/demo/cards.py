"""Students of the demo in the middle of some cards, so that somebody can go on where they stopped."""

import json
from datetime import date, timedelta

from strongsuit.home.demo.dates import at
from strongsuit.home.demo.families import Child
from strongsuit.home.demo.pictures import show_work
from strongsuit.home.demo.rows import Book
from strongsuit.home.demo.voices import LEVELS, mode_of
from strongsuit.knowledge.finder import answers, decks
from strongsuit.knowledge.terms import Group
from strongsuit.strengths.finder_cards import kept_words, read_in
from strongsuit.strengths.models import Answer, Item, Sitting

# Four cards of making, arts and technology: most children have one they like.
DECK, ANSWERED = "MK", 4
CHOICES = ("a_lot", "mostly", "not_yet", "a_lot")
EARLY = {"a_lot": "thats_me", "mostly": "sometimes", "not_yet": "not_yet"}


def answer_cards(book: Book, child: Child, today: date) -> None:
    """A sitting of last Tuesday that was stopped in the middle of its deck."""
    deck = decks.deck(DECK)
    if deck is None or not child.account:
        return
    on = today - timedelta(days=(today.weekday() - 1) % 7 or 7)
    level, begun = LEVELS[child.band], at(on, 10)
    sitting = book.add(
        Sitting, **child.own, group=Group.STUDENT, by_id=child.account, by_name=child.name, level=level,
        language=read_in(child.language), deck=DECK, decks=json.dumps([DECK]), opened="[]", seed=book.once(),
        started_at=begun, seen_at=at(on, 10, 2), once=book.once(),
    )  # fmt: skip
    worth = answers.EARLY if level == "E" else answers.OLDER
    items: dict[str, int] = {}
    for number, (card, usual) in enumerate(zip(deck.cards[:ANSWERED], CHOICES, strict=False)):
        choice = EARLY[usual] if level == "E" else usual
        item = items[card.id] = book.add(
            Item, **child.own, key=card.id, kind=card.kind, skill_set=deck.skill_set or "", words=kept_words(card.id),
            made_at=begun,
        )  # fmt: skip
        given = begun + timedelta(seconds=15 * number)
        book.add(
            Answer, **child.own, item_id=item, group=Group.STUDENT, by_id=child.account, by_name=child.name,
            choice=choice, value=worth[choice], level=level, mode=mode_of(child), starred=usual == "not_yet", on=on,
            given_at=given, made_at=given, sitting_id=sitting, once=book.once(),
        )  # fmt: skip
    show_work(book, child, items, on)
