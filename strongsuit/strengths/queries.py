"""The doors to strengths: items with every answer and piece of evidence that this viewer may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from strongsuit.knowledge.profile import Rung, Said, Status, View, freshness, view
from strongsuit.knowledge.terms import Group, ItemKind
from strongsuit.people.models import Account
from strongsuit.people.roles import Relation
from strongsuit.strengths.models import Answer, Evidence, Item, Words
from strongsuit.students.access import student_for
from strongsuit.students.models import Student
from strongsuit.web.refusals import NotYours

GROUP_OF: dict[Relation, Group] = {
    Relation.SELF: Group.STUDENT,
    Relation.ADULT_SELF: Group.STUDENT,
    Relation.GUARDIAN: Group.FAMILY,
    Relation.INFORMED: Group.FAMILY,
}


def group_of(relation: Relation) -> Group:
    """Whose view this person gives."""
    return GROUP_OF.get(relation, Group.SCHOOL)


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


def newest(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The newest answer of each person; the older ones stay as history."""
    latest: dict[tuple[str, str], Answer] = {}
    for answer in sorted(answers, key=lambda each: (each.on, each.made_at)):
        latest[answer.group, answer.by_name] = answer
    return tuple(latest.values())


def profile_of(student: Student, *, today: date, with_private: bool = False, used: Iterable[int] = ()) -> list[Known]:
    """Every item with its status, evidence rung and freshness, the most shared first. Three queries."""
    items = list(items_of(student, with_private=with_private))
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(item__in=items):
        answers[answer.item_id].append(answer)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for shown in Evidence.objects.filter(item__in=items).order_by("-on", "id"):
        evidence[shown.item_id].append(shown)
    taken = set(used)
    found = [_known(item, answers[item.pk], evidence[item.pk], item.pk in taken, today) for item in items]
    order = list(Status)
    return sorted(found, key=lambda each: (order.index(each.view.status), each.item.kind, each.item.words))


def _known(item: Item, answers: list[Answer], evidence: list[Evidence], used: bool, today: date) -> Known:
    latest = newest(answers)
    seen = view([Said(Group(answer.group), answer.value, answer.by_name) for answer in latest])
    claims = [answer.on for answer in latest if answer.value is not None and answer.value >= Answer.CLAIMS]
    confirmed = max(claims, default=None)
    shown = tuple(each for each in evidence if each.may_share)
    rung = Rung.USED if used else Rung.SHOWN if shown else Rung.CLAIMED
    fresh = confirmed is not None and freshness(ItemKind(item.kind), confirmed, today=today) > 0
    return Known(item, seen, latest, shown, rung, fresh, confirmed)


def words_of(student: Student, *, shared_only: bool) -> QuerySet[Words]:
    """What the student said, newest first, with the adult's shorter version beside it."""
    found = Words.objects.filter(student=student).select_related("paraphrase").order_by("-made_at", "-id")
    return found.filter(shared=True) if shared_only else found
