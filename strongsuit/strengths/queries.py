"""The doors to strengths: items with every answer and piece of evidence that this viewer may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet

from strongsuit.knowledge.profile import (
    STILL_TRUE,
    AtWork,
    Claimed,
    Rung,
    Said,
    Status,
    View,
    claimed,
    claims,
    freshness,
    rung_of,
    view,
)
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.people.models import Account
from strongsuit.strengths import finder_cards
from strongsuit.strengths.eyes import PAPER, Eyes
from strongsuit.strengths.finder_models import Level
from strongsuit.strengths.models import Answer, Evidence, Item, Words
from strongsuit.students.access import group_of, student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours


@dataclass(frozen=True, slots=True)
class Known:
    """An item with what everybody says and shows of it."""

    item: Item
    view: View
    answers: tuple[Answer, ...]
    evidence: tuple[Evidence, ...]
    rung: Rung
    # From 1 to 0; below STILL_TRUE it is asked for before it is used.
    fresh: Fraction
    confirmed_on: date | None
    # The item in the words of whoever reads now.
    words: str
    # The same as the student reads it.
    own_words: str
    side: str = ""
    # Since when the student, or whoever claims it, has said so, and until when.
    said: Claimed | None = None
    level: str = ""
    # Every answer that stands, oldest first.
    history: tuple[Answer, ...] = ()

    @property
    def ask_still_true(self) -> bool:
        """Said once, and so long ago that it is asked again before a plan uses it."""
        return self.confirmed_on is not None and self.fresh < STILL_TRUE

    def says(self, group: Group) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.group == group)

    @property
    def student_says(self) -> tuple[Answer, ...]:
        return self.says(Group.STUDENT)

    @property
    def family_says(self) -> tuple[Answer, ...]:
        return self.says(Group.FAMILY)

    @property
    def school_says(self) -> tuple[Answer, ...]:
        return self.says(Group.SCHOOL)


def items_of(student: Student, *, with_private: bool) -> QuerySet[Item]:
    found = Item.objects.filter(student=student, retired_on=None)
    return found if with_private else found.filter(private=False)


def item_for(viewer: Account, pk: int, ability: str = "strengths.read") -> Item:
    """One item behind the door of its student; ``item.student`` carries the abilities."""
    item = Item.objects.filter(pk=pk).first()
    if item is None:
        raise NotYours
    item.student = student_for(viewer, item.student_id, ability, part="strengths.read")
    if item.private and not eyes_of(item.student, viewer).see_item_of(item.answers.values_list("group", flat=True)):
        raise NotYours
    return item


def evidence_for(viewer: Account, pk: int, ability: str) -> Evidence:
    """What shows a strength, behind the doors of the strength and of whoever gave it."""
    found = Evidence.objects.select_related("media").filter(pk=pk).first()
    if found is None:
        raise NotYours
    found.item = item_for(viewer, found.item_id, ability)
    found.student = found.item.student
    if not eyes_of(found.student, viewer).see(found):
        raise NotYours
    return found


def eyes_of(student: Student, viewer: Account) -> Eyes:
    """The eyes of whoever came through the door of this student."""
    return Eyes.of(group_of(student.relation), viewer.pk)


def standing(answers: Iterable[Answer]) -> list[Answer]:
    """Answers in the order they were given, without what was taken back and without the taking back."""
    told = list(answers)
    gone = {each.takes_back_id for each in told if each.takes_back_id}
    left = [each for each in told if not each.takes_back_id and each.pk not in gone]
    return sorted(left, key=lambda each: (each.on, each.moment))


def newest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The newest answer of each person; the older ones stay as history. The student is one, whoever wrote it down."""
    latest: dict[tuple[str, int | None], Answer] = {}
    for answer in standing(answers):
        latest[answer.group, 0 if answer.group == Group.STUDENT else answer.by_id] = answer
    return tuple(latest.values())


@dataclass(frozen=True, slots=True)
class Told:
    """An item with the newest answer of each person and the evidence that may be shown."""

    item: Item
    answers: tuple[Answer, ...]
    evidence: tuple[Evidence, ...]
    # Every answer that stands, oldest first.
    history: tuple[Answer, ...] = ()
    # The words in which the student answered last; pictures fade sooner (2.5).
    level: str = ""

    @property
    def early(self) -> bool:
        return self.level == Level.EARLY

    @property
    def said(self) -> Claimed | None:
        """From when until when it was claimed by anybody; the student's own words count first."""
        own = [answer for answer in self.history if answer.group == Group.STUDENT]
        return claimed_in(own) or claimed_in(self.history)

    @property
    def claims(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if claims(answer.value, Group(answer.group)))

    @property
    def claimed_on(self) -> date | None:
        return max((answer.on for answer in self.claims), default=None)

    @property
    def view(self) -> View:
        return self.seen[1]

    @property
    def seen(self) -> tuple[str, View]:
        """Which side of a pair this view is about, empty where it is no pair, and the view."""
        sides = {answer.side for answer in self.answers} & set(finder_cards.SIDES)
        if not any(answer.side for answer in self.answers):
            return "", view([Said(Group(answer.group), answer.value, answer.by_name) for answer in self.answers])
        views = [(side, view([said_of(answer, side) for answer in self.answers])) for side in sides or {"left"}]
        order = list(Status)
        return min(views, key=lambda each: (order.index(each[1].status), each[0]))

    @property
    def words(self) -> str:
        """The item in the words of whoever reads now; a card's stand in its file, everything else in the row."""
        side = self.seen[0]
        if not side and self.item.kind == ItemKind.PREFERENCE:
            return self.item.words
        return finder_cards.named(self.item.key, finder_cards.read_in(""), side=side) or self.item.words

    @property
    def own_words(self) -> str:
        """The same as the student read it last: a card in the first person, at the level that was chosen."""
        levels = [answer.level for answer in self.answers if answer.group == Group.STUDENT]
        if not levels or levels[-1] == Level.ADULT or not self.item.key:
            return self.words
        side = self.seen[0]
        if not side and self.item.kind == ItemKind.PREFERENCE:
            return self.item.words
        return finder_cards.named(self.item.key, finder_cards.read_in(""), levels[-1], side) or self.item.words


def claimed_in(answers: Iterable[Answer]) -> Claimed | None:
    return claimed((answer.on, claims(answer.value, Group(answer.group))) for answer in answers)


def level_of(answers: Iterable[Answer]) -> str:
    """The level of the student's newest answer; empty where none was given."""
    own = [answer for answer in standing(answers) if answer.group == Group.STUDENT]
    return own[-1].level if own else ""


def said_of(answer: Answer, side: str) -> Said:
    """What an answer says of one side of a pair: who chose the other one says no to this."""
    value = answer.value
    if answer.side in finder_cards.SIDES and answer.side != side:
        value = Decimal(0)
    return Said(Group(answer.group), value, answer.by_name)


def told_of(found: QuerySet[Item], eyes: Eyes = PAPER) -> list[Told]:
    """Items with what stands of everybody's answers, and what is for these eyes. Three queries."""
    items = list(found)
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(item__in=items):
        answers[answer.item_id].append(answer)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for shown in Evidence.objects.filter(item__in=items).select_related("media").order_by("-on", "id"):
        if eyes.see(shown):
            evidence[shown.item_id].append(shown)
    level = level_of(each for told in answers.values() for each in told)
    told = [_told(item, answers[item.pk], evidence[item.pk], level) for item in items]
    return [each for each in told if not each.item.private or eyes.see_item_of([a.group for a in each.answers])]


def _told(item: Item, answers: list[Answer], evidence: list[Evidence], level: str) -> Told:
    history = tuple(standing(answers))
    return Told(item, newest(history), tuple(evidence), history, level)


def profile_of(
    student: Student, *, today: date, with_private: bool = False, work: AtWork | None = None, eyes: Eyes = PAPER
) -> list[Known]:
    """Every item with its status, evidence rung and freshness, the most shared first."""
    items = items_of(student, with_private=with_private)
    found = [_known(told, work or AtWork(), today) for told in told_of(items, eyes)]
    order = list(Status)
    return sorted(found, key=lambda each: (order.index(each.view.status), each.item.kind, each.words))


def _known(told: Told, work: AtWork, today: date) -> Known:
    pk, confirmed = told.item.pk, told.claimed_on
    rung = rung_of(shown=any(each.tells for each in told.evidence), used=pk in work.used, helped=pk in work.helped)
    kind = ItemKind(told.item.kind)
    fresh = freshness(kind, confirmed, today=today, early=told.early) if confirmed else Fraction(0)
    return Known(
        told.item, told.view, told.answers, told.evidence, rung, fresh, confirmed, told.words, told.own_words,
        told.seen[0], told.said,
        told.level, told.history,
    )  # fmt: skip


def words_of(student: Student, *, shared_only: bool) -> QuerySet[Words]:
    """What the student said, newest first, with the adult's shorter version beside it."""
    found = Words.objects.filter(student=student).select_related("paraphrase").order_by("-made_at", "-id")
    return found.filter(shared=True) if shared_only else found
