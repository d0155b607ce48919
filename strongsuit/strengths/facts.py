"""A student's strengths as plain facts: who claims each, what shows it, and what all views together say."""

from collections.abc import Collection

from django.conf import settings

from strongsuit.knowledge.profile import Status
from strongsuit.knowledge.shapes import EvidenceFacts, StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.strengths import finder_cards
from strongsuit.strengths.models import Item
from strongsuit.strengths.queries import Told, items_of, told_of
from strongsuit.students.models import Student


def strengths_of(student: Student) -> tuple[StrengthFacts, ...]:
    """Every item of the student that is not private, with who claims it and what shows it."""
    return tuple(_strength(told) for told in told_of(items_of(student, with_private=False).order_by("kind", "key")))


def facts_of_items(items: Collection[int]) -> dict[str, StrengthFacts]:
    """The same for some items, by the id that their facts carry; nothing is asked where there are none."""
    told = told_of(Item.objects.filter(pk__in=items)) if items else []
    return {str(each.item.pk): _strength(each) for each in told}


def statuses_of(student: Student) -> dict[str, Status]:
    """What all views of each item say together, by the id that its facts carry."""
    return {str(told.item.pk): told.view.status for told in told_of(items_of(student, with_private=False))}


def words_of(told: Told) -> str:
    """What a plan says of it, in the language of the district; of a pair, the side that was chosen."""
    side = told.seen[0]
    return finder_cards.named(told.item.key, settings.LANGUAGE_CODE, side=side) if side else told.item.words


def _strength(told: Told) -> StrengthFacts:
    item = told.item
    return StrengthFacts(
        id=str(item.pk),
        kind=ItemKind(item.kind),
        words=words_of(told),
        skill_set=SkillSet(item.skill_set) if item.skill_set else None,
        seen_by=tuple(group for group in Group if any(answer.group == group for answer in told.claims)),
        seen_by_names=tuple(sorted({answer.by_name for answer in told.claims if answer.group == Group.SCHOOL})),
        confirmed_on=told.claimed_on,
        evidence=tuple(EvidenceFacts(e.on, e.setting, e.tells, e.by_name) for e in told.evidence if e.tells),
        early=told.early,
        key=item.key,
    )
