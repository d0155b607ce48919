"""The strength shelf: what is known about the student, who sees it, and what fits here best."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from strongsuit.knowledge.shapes import EvidenceFacts, PlanFacts, StrengthFacts
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet
from strongsuit.strengths.models import Answer, Evidence, Item
from strongsuit.students.models import Student

CLAIM = Decimal("0.67")
# Days after which a strength begins to age, and after which it has to be asked again (strengths 2.5).
FRESH = {ItemKind.ABILITY: (180, 540), ItemKind.INTEREST: (90, 270), ItemKind.PREFERENCE: (180, 540)}
STILL_TRUE = Decimal("0.34")
OFFERED = 5


def strengths_of(student: Student) -> tuple[StrengthFacts, ...]:
    """Every item of the student that is not private, with who claims it and what shows it. Three queries."""
    items = Item.objects.filter(student=student, private=False, retired_on=None).order_by("kind", "key")
    answers: dict[int, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(student=student).order_by("on", "made_at"):
        answers[answer.item_id].append(answer)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for shown in Evidence.objects.filter(student=student, may_share=True).order_by("-on", "id"):
        evidence[shown.item_id].append(shown)
    return tuple(_strength(item, answers[item.pk], evidence[item.pk]) for item in items)


def _strength(item: Item, answers: list[Answer], evidence: list[Evidence]) -> StrengthFacts:
    # A person's newer answer stands for them; people are never averaged.
    latest = {(answer.group, answer.by_name): answer for answer in answers if answer.value is not None}
    claims = [answer for answer in latest.values() if answer.value is not None and answer.value >= claim_from(answer)]
    groups = tuple(group for group in Group if any(answer.group == group for answer in claims))
    school = sorted({answer.by_name for answer in claims if answer.group == Group.SCHOOL})
    return StrengthFacts(
        id=str(item.pk),
        kind=ItemKind(item.kind),
        words=item.words,
        skill_set=SkillSet(item.skill_set) if item.skill_set else None,
        seen_by=groups,
        seen_by_names=tuple(school),
        confirmed_on=max((answer.on for answer in claims), default=None),
        evidence=tuple(EvidenceFacts(e.on, e.setting, e.words, e.by_name) for e in evidence),
    )


def claim_from(answer: Answer) -> Decimal:
    """The value from which an answer says yes; short forms know only a whole yes (strengths 2.3)."""
    return Decimal(1) if answer.level in (Answer.Level.EARLY, Answer.Level.ADULT) else CLAIM


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A strength as it is offered in one place of the plan."""

    strength: StrengthFacts
    score: Decimal
    status: str
    used: int
    fits: bool
    ask_again: bool


STATUS = {
    frozenset(Group): _("Everyone sees it"),
    frozenset({Group.STUDENT, Group.FAMILY}): _("Student and family see it"),
    frozenset({Group.STUDENT, Group.SCHOOL}): _("Student and school see it"),
    frozenset({Group.FAMILY, Group.SCHOOL}): _("Family and school see it; ask the student"),
    frozenset({Group.STUDENT}): _("The student says so; invite a second view"),
    frozenset({Group.FAMILY}): _("The family sees it; invite a second view"),
    frozenset({Group.SCHOOL}): _("School sees it; invite a second view"),
    frozenset(): _("Nobody has claimed it yet"),
}


def shelf(
    facts: PlanFacts, *, skill_set: SkillSet | None, today: date, taken: frozenset[str] = frozenset()
) -> list[OnShelf]:
    """What may be woven in here, the best fit first; ``taken`` is in this place already."""
    uses = _uses(facts)
    offered = [
        _offer(strength, uses.get(strength.id, 0), skill_set, today)
        for strength in facts.strengths
        if strength.id not in taken and strength.seen_by
    ]
    return sorted(offered, key=lambda each: (-each.score, each.strength.id))


def _offer(strength: StrengthFacts, used: int, skill_set: SkillSet | None, today: date) -> OnShelf:
    fits = skill_set is not None and strength.skill_set == skill_set
    fresh = freshness(strength, today)
    score = (
        3 * fits
        + {3: 3, 2: 2, 1: 1}.get(len(strength.seen_by), 0)
        + 2 * (Group.STUDENT in strength.seen_by)
        + 2 * bool(strength.evidence)
        + 2 * fresh
        - used
    )
    status = str(STATUS[frozenset(strength.seen_by)])
    return OnShelf(strength, Decimal(score), status, used, fits, ask_again=fresh < STILL_TRUE)


def freshness(strength: StrengthFacts, today: date) -> Decimal:
    """1 while it is young, falling in a straight line to 0 (strengths 2.5)."""
    if strength.confirmed_on is None:
        return Decimal(0)
    young, old = FRESH[strength.kind]
    age = (today - strength.confirmed_on).days
    return min(Decimal(1), max(Decimal(0), Decimal(old - age) / Decimal(old - young)))


def _uses(facts: PlanFacts) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for goal in facts.goals:
        for weave in goal.weaves:
            found[weave.strength_id] += 1
    return found
