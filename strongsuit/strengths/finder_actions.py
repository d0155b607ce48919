"""Answering cards of the finder: every tap is a row of its own, and nothing is ever overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.utils.translation import gettext as _

from strongsuit.audit.changes import change
from strongsuit.audit.trail import record
from strongsuit.knowledge.finder import answers as rules
from strongsuit.knowledge.finder import decks
from strongsuit.knowledge.finder.decks import Card, Deck
from strongsuit.knowledge.terms import Group, ItemKind, Mode
from strongsuit.people.models import Account
from strongsuit.strengths import finder_cards
from strongsuit.strengths.finder_models import Level, Sitting, Way
from strongsuit.strengths.finder_queries import REST, given_in
from strongsuit.strengths.models import Answer, Evidence, Item
from strongsuit.strengths.queries import group_of
from strongsuit.students.access import Grant, require
from strongsuit.students.actions import take_in
from strongsuit.students.models import Student
from strongsuit.web import clock
from strongsuit.web.refusals import Cannot

TAKEN_BACK = "taken_back"
# Answers by switch or device are chosen, not typed; with a helper's hand they are written down.
MODES = {Way.PARTNER: Mode.SCRIBED, Way.FORM: Mode.TYPED}


@dataclass(frozen=True, slots=True)
class Tap:
    """One answer as it came from a page or, later, from the queue of a device."""

    card: str
    choice: str
    once: UUID
    again: bool = False
    starred: bool = False
    level: str = ""
    given_at: datetime | None = None
    # The answer to this card that the device knew of.
    known: UUID | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer in the record, and whether another device had answered the same card."""

    answer: Answer
    elsewhere: bool = False


def welcome(by: Account, student: Student) -> Grant:
    """Who may answer, once the record of the student is held still."""
    reason = require(by, "strengths.write", student)
    take_in(student)
    return reason


@transaction.atomic
def begin(
    *, by: Account, student: Student, deck: str, level: Level, language: str, way: Way, once: UUID
) -> Sitting:  # fmt: skip
    """Choose a deck: the first of a new sitting, or one more of the sitting that was left."""
    reason = welcome(by, student)
    if decks.deck(deck) is None:
        raise Cannot(_("There are no such cards. Choose from the list."))
    if told := Sitting.objects.filter(once=once, by=by, student=student).first():
        return told
    found = Sitting.objects.filter(student=student, by=by, ended_at=None).first()
    if found is not None and found.seen_at >= clock.now() - REST:
        return _one_more(by, found, deck, reason)
    if found is not None:
        _end(by, found, reason)
    now = clock.now()
    made = Sitting.objects.create(
        district_id=student.district_id, student=student, group=group_of(reason.relation), by=by, by_name=by.name,
        level=level, language=finder_cards.read_in(language), deck=deck, decks=[deck], seed=once.hex, way=way,
        started_at=now, seen_at=now, once=once,
    )  # fmt: skip
    record(by, "began a sitting of the finder", made, because=reason.relation)
    return made


def _one_more(by: Account, sitting: Sitting, deck: str, reason: Grant) -> Sitting:
    values: dict[str, Any] = {"deck": deck}
    if deck not in sitting.decks:
        if sitting.group == Group.STUDENT and len(sitting.decks) >= rules.MOST_DECKS:
            raise Cannot(_("That is enough for today. Your answers are kept. Come back another day."))
        values["decks"] = [*sitting.decks, deck]
    return _change(by, sitting, reason, deed="chose cards of the finder", **values)


def _change(by: Account, sitting: Sitting, reason: Grant, *, deed: str, **values: Any) -> Sitting:
    """The student's record is held still, so the version read now is the one that stands."""
    sitting.refresh_from_db(fields=["version", *values])
    return change(
        sitting, by=by, version=sitting.version, deed=deed, because=reason.relation, seen_at=clock.now(), **values
    )


def _end(by: Account, sitting: Sitting, reason: Grant) -> Sitting:
    return _change(by, sitting, reason, deed="ended a sitting of the finder", ended_at=clock.now())


@transaction.atomic
def end(*, by: Account, sitting: Sitting) -> Sitting:
    """Enough for this time; the next deck begins a new sitting."""
    reason = welcome(by, sitting.student)
    sitting.refresh_from_db(fields=["ended_at"])
    return sitting if sitting.ended_at else _end(by, sitting, reason)


@transaction.atomic
def adjust(*, by: Account, sitting: Sitting, **values: str) -> Sitting:
    """Easier or harder words, another language, another way of answering, or who helps and how."""
    reason = welcome(by, sitting.student)
    return _change(by, sitting, reason, deed="changed how the finder asks", **values)


@transaction.atomic
def answer_card(*, by: Account, sitting: Sitting, tap: Tap) -> Kept:
    """Write one answer down. One that another device gave stays beside it; the newest counts."""
    reason = welcome(by, sitting.student)
    kept = _keep(by, sitting, tap, reason)
    Sitting.objects.filter(pk=sitting.pk).update(seen_at=clock.now())
    return kept


def _keep(by: Account, sitting: Sitting, tap: Tap, reason: Grant) -> Kept:
    if told := told_already(sitting, tap.once):
        return Kept(told)
    card, deck = card_in(sitting, tap.card)
    if tap.choice not in choices_for(card, sitting.group, tap.level or sitting.level):
        raise Cannot(_("Choose one of the answers."))
    item = item_for(by, sitting.student, deck, card, reason)
    before = [each for each in given_in(sitting) if each.item_id == item.pk and each.again == tap.again]
    made = _write(by, sitting, item, card, tap)
    record(by, "answered a card of the finder", item, because=reason.relation)
    return Kept(made, elsewhere=bool(before) and before[-1].once != tap.known)


def told_already(sitting: Sitting, once: UUID) -> Answer | None:
    """The row that this tap made when it arrived before."""
    told = Answer.objects.filter(once=once).first()
    if told is not None and told.sitting_id != sitting.pk:
        raise Cannot(_("This answer belongs to another time. Answer the card again."))
    return told


def card_in(sitting: Sitting, key: str) -> tuple[Card, Deck]:
    card = decks.card(key)
    deck = decks.deck(card.deck) if card else None
    if card is None or deck is None or card.deck not in sitting.decks:
        raise Cannot(_("This card is not among yours. Go back to the cards and choose again."))
    return card, deck


def choices_for(card: Card, group: str, level: str) -> dict[str, Any]:
    """What can be answered, and what each is worth."""
    if card.is_pair:
        return rules.PAIR
    if group == Group.STUDENT:
        return rules.EARLY if level == Level.EARLY else rules.OLDER
    return rules.FAMILY if group == Group.FAMILY else rules.SCHOOL


def item_for(by: Account, student: Student, deck: Deck, card: Card, reason: Grant) -> Item:
    """The card in this student's record; it comes there with its first answer."""
    found, made = Item.objects.get_or_create(
        student=student,
        key=card.id,
        defaults={
            "district_id": student.district_id, "kind": card.kind, "skill_set": deck.skill_set or "",
            "words": finder_cards.kept_words(card.id),
        },
    )  # fmt: skip
    if made:
        record(by, "asked about a strength", found, because=reason.relation)
    return found


def _write(by: Account, sitting: Sitting, item: Item, card: Card, tap: Tap) -> Answer:
    level = tap.level or sitting.level
    now = clock.now()
    given = min(max(tap.given_at, sitting.started_at), now) if tap.given_at else now
    pair = card.is_pair and tap.choice != "skip"
    return Answer.objects.create(
        district_id=sitting.district_id, student_id=sitting.student_id, item=item, group=sitting.group, by=by,
        by_name=by.name, choice=tap.choice, value=choices_for(card, sitting.group, level)[tap.choice], level=level,
        mode=MODES.get(Way(sitting.way), Mode.CHOSEN), helped_by=sitting.helped_by,
        helped_how=sitting.helped_how,
        starred=tap.starred and item.kind != ItemKind.PREFERENCE, on=clock.day(given), given_at=given, sitting=sitting,
        side=tap.choice if pair else "", again=tap.again,
        flipped=_was_flipped(sitting, card, tap), once=tap.once,
    )  # fmt: skip


def _was_flipped(sitting: Sitting, card: Card, tap: Tap) -> bool:
    """A form, as on paper, always has the left side first."""
    return card.is_pair and sitting.way != Way.FORM and rules.flipped(sitting.seed, card.id, again=tap.again)


@dataclass(frozen=True, slots=True)
class Line:
    """What an adult says to one card of a form: an answer, and one time it was seen."""

    choice: str
    story: str = ""


@transaction.atomic
def answer_deck(
    *, by: Account, student: Student, deck: str, lines: Mapping[str, Line], language: str, once: UUID,
    may_share: bool = True,
) -> Sitting:  # fmt: skip
    """The lines of a form that were filled in; what was said before and is the same stays as it is."""
    sitting = begin(
        by=by, student=student, deck=deck, level=Level.ADULT, language=language, way=Way.FORM, once=named(once, "form")
    )
    reason = welcome(by, student)
    before = {each.item.key: each for each in given_in(sitting)}
    for card, line in lines.items():
        known = before.get(card)
        item = known.item if known else None
        if line.choice and (known is None or known.choice != line.choice):
            item = _keep(by, sitting, Tap(card, line.choice, named(once, card)), reason).answer.item
        if line.story and item is not None:
            _story(by, sitting, item, line.story, reason, named(once, f"{card} story"), may_share)
    return sitting


def _story(
    by: Account, sitting: Sitting, item: Item, words: str, reason: Grant, once: UUID, may_share: bool
) -> None:  # fmt: skip
    if Evidence.objects.filter(once=once).exists():
        return
    family = sitting.group == Group.FAMILY
    made = Evidence.objects.create(
        district_id=sitting.district_id, student_id=sitting.student_id, item=item,
        kind=Evidence.Kind.STORY if family else Evidence.Kind.OBSERVATION, words=words,
        setting=_("At home or out together") if family else _("In class or around school"), on=clock.today(), by=by,
        by_name=by.name, group=sitting.group, may_share=may_share, once=once,
    )  # fmt: skip
    record(by, "added evidence to a strength", made, because=reason.relation)


@transaction.atomic
def take_back(*, by: Account, sitting: Sitting, once: UUID, of: UUID | None = None) -> Answer | None:
    """Undo the last answer, or the one named; both rows stay as history, and the card is asked again."""
    reason = welcome(by, sitting.student)
    if told := told_already(sitting, once):
        return told
    given = [each for each in given_in(sitting) if of is None or each.once == of]
    if not given:
        return None
    last = max(given, key=lambda each: each.moment)
    now = clock.now()
    made = Answer.objects.create(
        district_id=sitting.district_id, student_id=sitting.student_id, item=last.item, group=sitting.group, by=by,
        by_name=by.name, choice=TAKEN_BACK, value=None, level=last.level, mode=last.mode, helped_by=sitting.helped_by,
        helped_how=sitting.helped_how,
        on=clock.day(now), given_at=now, sitting=sitting, again=last.again, takes_back=last, once=once,
    )  # fmt: skip
    record(by, "took an answer back", last.item, because=reason.relation)
    return made


@transaction.atomic
def pass_open_card(*, by: Account, sitting: Sitting) -> Sitting:
    """The open card of the deck in hand was answered or left out."""
    reason = welcome(by, sitting.student)
    sitting.refresh_from_db(fields=["opened"])
    if sitting.deck in sitting.opened:
        return sitting
    return _change(by, sitting, reason, deed="came to the end of a deck", opened=[*sitting.opened, sitting.deck])


def named(once: UUID, card: str) -> UUID:
    """The token of one line in a form that holds many cards."""
    return uuid5(once, card)
