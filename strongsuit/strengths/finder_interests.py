"""The interest atlas: pictures a student picks, three of them in order, and one of the student's own."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from strongsuit.audit.trail import record
from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.terms import Group, ItemKind, Mode
from strongsuit.people.models import Account
from strongsuit.strengths import finder_cards
from strongsuit.strengths.finder_actions import welcome
from strongsuit.strengths.models import Answer, Item
from strongsuit.strengths.queries import newest
from strongsuit.students.access import Grant
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot

MOST = 10
PICKED, LEFT_OUT = "picked", "not_now"
RANKS = ("first", "second", "third")


def picked_of(student: Student) -> dict[str, Answer]:
    """What the student picks now, by the key of the item: the favorites first, in their order."""
    told = Answer.objects.filter(student=student, group=Group.STUDENT, item__kind=ItemKind.INTEREST)
    by_item: dict[int, list[Answer]] = {}
    for answer in told.filter(choice__in=(PICKED, LEFT_OUT, *RANKS)).select_related("item"):
        by_item.setdefault(answer.item_id, []).append(answer)
    found = [answer for each in by_item.values() for answer in newest(each) if answer.choice != LEFT_OUT]
    order = (*RANKS, PICKED)
    return {each.item.key: each for each in sorted(found, key=lambda one: (order.index(one.choice), one.item.key))}


@transaction.atomic
def pick(*, by: Account, student: Student, keys: Iterable[str], own: str, level: str, once: UUID) -> None:
    """Exactly these are picked from now on; what was picked before stays as history."""
    reason = welcome(by, student)
    keys = dict.fromkeys(keys)
    wanted = [key for key in keys if key.removeprefix(finder_cards.ATLAS) in decks.atlas(decks.BASE)]
    before = picked_of(student)
    # What a student added in own words is picked until it is left out by hand.
    wanted += [key for key in before if not key.startswith(finder_cards.ATLAS) and key in {*keys, own_key(once)}]
    over = len(wanted) + bool(own and own_key(once) not in wanted) - MOST
    if over > 0:
        raise Cannot(ngettext(
            "Up to %(most)s fit. Take %(over)s away.", "Up to %(most)s fit. Take %(over)s away.", over,
        ) % {"most": MOST, "over": over})  # fmt: skip
    for key in [key for key in wanted if key not in before]:
        _say(by, item_of(by, student, key, reason), PICKED, level, uuid5(once, key), reason)
    for key in [key for key in before if key not in wanted]:
        _say(by, before[key].item, LEFT_OUT, level, uuid5(once, key), reason)
    if own:
        _own(by, student, own, level, once, reason)


@transaction.atomic
def favor(*, by: Account, student: Student, keys: Sequence[str], level: str, once: UUID) -> None:
    """The first three, in order; one that was a favorite before is picked like the others."""
    reason = welcome(by, student)
    picked = picked_of(student)
    if any(key not in picked for key in keys) or len(set(keys)) != len(keys):
        raise Cannot(_("Choose from the pictures you picked, each of them once."))
    ranked = dict(zip(keys, RANKS, strict=False))
    for key, answer in picked.items():
        if answer.choice != (choice := ranked.get(key, PICKED)):
            _say(by, answer.item, choice, level, uuid5(once, key), reason)


def item_of(by: Account, student: Student, key: str, reason: Grant) -> Item:
    found, made = Item.objects.get_or_create(
        student=student, key=key,
        defaults={"district_id": student.district_id, "kind": ItemKind.INTEREST,
                  "words": finder_cards.kept_words(key)},
    )  # fmt: skip
    if made:
        record(by, "asked about a strength", found, because=reason.relation)
    return found


def own_key(once: UUID) -> str:
    """The name of what was added with this form."""
    return f"own:{once.hex[:20]}"


def _own(by: Account, student: Student, words: str, level: str, once: UUID, reason: Grant) -> None:
    known = Item.objects.filter(student=student, key=own_key(once)).first()
    if known is not None:
        return
    made = Item.objects.create(
        district_id=student.district_id, student=student, key=own_key(once), kind=ItemKind.INTEREST,
        words=words,
    )  # fmt: skip
    record(by, "wrote down a strength", made, because=reason.relation)
    _say(by, made, PICKED, level, once, reason)


def _say(by: Account, item: Item, choice: str, level: str, once: UUID, reason: Grant) -> None:
    if Answer.objects.filter(once=once).exists():
        return
    now = clock.now()
    Answer.objects.create(
        district_id=item.district_id, student_id=item.student_id, item=item, group=Group.STUDENT, by=by,
        by_name=by.name, choice=choice, value=None if choice == LEFT_OUT else Decimal(1), level=level,
        mode=Mode.CHOSEN, on=clock.day(now), given_at=now, once=once,
    )  # fmt: skip
    record(by, "picked an interest", item, because=reason.relation)
