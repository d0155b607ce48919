"""The doors to strengths: items with every answer and piece of evidence that this viewer may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from strongsuit.knowledge.profile import Rung, Said, Status, View, claims, freshness, view
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.people.models import Account
from strongsuit.strengths import finder_cards
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
    fresh: bool
    confirmed_on: date | None
    # The item in the words of whoever reads now.
    words: str
    side: str = ""

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
    if item.private and group_of(item.student.relation) == Group.SCHOOL:
        raise NotYours
    return item


def standing(answers: Iterable[Answer]) -> list[Answer]:
    """Answers in the order they were given, without what was taken back and without the taking back."""
    told = list(answers)
    gone = {each.takes_back_id for each in told if each.takes_back_id}
    left = [each for each in told if not each.takes_back_id and each.pk not in gone]
    return sorted(left, key=lambda each: (each.on, each.moment))


def newest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The newest answer of each person; the older ones stay as history."""
    latest: dict[tuple[str, str], Answer] = {}
    for answer in standing(answers):
        latest[answer.group, answer.by_name] = answer
    return tuple(latest.values())


@dataclass(frozen=True, slots=True)
class Told:
    """An item with the newest answer of each person and the evidence that may be shown."""

    item: Item
    answers: tuple[Answer, ...]
    evidence: tuple[Evidence, ...]

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


def said_of(answer: Answer, side: str) -> Said:
    """What an answer says of one side of a pair: who chose the other one says no to this."""
    value = answer.value
    if answer.side in finder_cards.SIDES and answer.side != side:
        value = Decimal(0)
    return Said(Group(answer.group), value, answer.by_name)


def told_of(found: QuerySet[Item]) -> list[Told]:
    """Items with what stands of everybody's answers. Three queries."""
    items = list(found)
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(item__in=items):
        answers[answer.item_id].append(answer)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for shown in Evidence.objects.filter(item__in=items, may_share=True).order_by("-on", "id"):
        evidence[shown.item_id].append(shown)
    return [Told(item, newest(answers[item.pk]), tuple(evidence[item.pk])) for item in items]


def profile_of(student: Student, *, today: date, with_private: bool = False, used: Iterable[int] = ()) -> list[Known]:
    """Every item with its status, evidence rung and freshness, the most shared first."""
    taken = set(used)
    items = items_of(student, with_private=with_private)
    found = [_known(told, told.item.pk in taken, today) for told in told_of(items)]
    order = list(Status)
    return sorted(found, key=lambda each: (order.index(each.view.status), each.item.kind, each.words))


def _known(told: Told, used: bool, today: date) -> Known:
    confirmed = told.claimed_on
    rung = Rung.USED if used else Rung.SHOWN if told.evidence else Rung.CLAIMED
    fresh = confirmed is not None and freshness(ItemKind(told.item.kind), confirmed, today=today) > 0
    return Known(told.item, told.view, told.answers, told.evidence, rung, fresh, confirmed, told.words, told.seen[0])


def words_of(student: Student, *, shared_only: bool) -> QuerySet[Words]:
    """What the student said, newest first, with the adult's shorter version beside it."""
    found = Words.objects.filter(student=student).select_related("paraphrase").order_by("-made_at", "-id")
    return found.filter(shared=True) if shared_only else found
