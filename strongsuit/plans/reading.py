"""The plan's facts put together for reading: each goal beside its need, its strengths and its supports."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from strongsuit.knowledge.canonical import plain_number
from strongsuit.knowledge.shapes import (
    AccommodationFacts,
    GoalFacts,
    NeedFacts,
    PlanFacts,
    PresentLevelFacts,
    SectionFacts,
    ServiceFacts,
    StrengthFacts,
    StudentWords,
    WeaveFacts,
)
from strongsuit.knowledge.terms import AccommodationKind, Group, Section
from strongsuit.plans.places import BY_SECTION, Words

MISSING = "…"
SENTENCE = gettext_lazy(
    "%(condition)s, %(student)s %(behavior)s: from %(baseline)s to %(target)s %(unit)s by %(date)s, %(criterion)s."
)


@dataclass(frozen=True)
class Woven:
    strength: StrengthFacts
    weave: WeaveFacts
    seen_by: str
    said: str


@dataclass(frozen=True)
class ReadGoal:
    number: int
    goal: GoalFacts
    need: NeedFacts | None
    sentence: str
    plain: tuple[str, ...]
    built_on: tuple[Woven, ...]
    supports: tuple[str, ...]

    @property
    def pk(self) -> int:
        return int(self.goal.id)


@dataclass(frozen=True)
class ReadLevel:
    level: PresentLevelFacts
    strengths: tuple[tuple[StrengthFacts, str], ...]


@dataclass(frozen=True)
class ReadService:
    service: ServiceFacts
    name: str
    how_much: str
    goals: tuple[int, ...]


@dataclass(frozen=True)
class ReadSupport:
    support: AccommodationFacts
    needs: tuple[str, ...]


class Reading:
    """One plan as a page reads it."""

    def __init__(self, facts: PlanFacts) -> None:
        self.facts = facts
        self.called = facts.student.first_name
        self._strengths = {each.id: each for each in facts.strengths}
        self._needs = {need.id: need for need in facts.needs()}

    @property
    def words(self) -> tuple[StudentWords, ...]:
        return self.facts.words

    @property
    def levels(self) -> list[ReadLevel]:
        return [ReadLevel(level, self._shown(level)) for level in self.facts.present_levels]

    def _shown(self, level: PresentLevelFacts) -> tuple[tuple[StrengthFacts, str], ...]:
        known = (self._strengths[key] for key in level.strength_ids if key in self._strengths)
        return tuple((strength, seen_by(strength)) for strength in known)

    @property
    def goals(self) -> list[ReadGoal]:
        return [self._goal(number, goal) for number, goal in enumerate(self.facts.goals, start=1)]

    def _goal(self, number: int, goal: GoalFacts) -> ReadGoal:
        woven = tuple(
            Woven(strength, weave, seen_by(strength), said_of(weave, goal, self.facts))
            for weave in goal.weaves
            if (strength := self._strengths.get(weave.strength_id))
        )
        need = self._needs.get(goal.need_id or "")
        return ReadGoal(
            number,
            goal,
            need,
            goal_sentence(goal, self.called),
            plain_goal(goal, self.called),
            woven,
            self._supports(goal),
        )

    def _supports(self, goal: GoalFacts) -> tuple[str, ...]:
        given = [service_name(each) for each in self.facts.services if goal.id in each.goal_ids]
        allowed = [each.words for each in self.facts.accommodations if goal.need_id and goal.need_id in each.need_ids]
        return (*given, *allowed)

    @property
    def services(self) -> list[ReadService]:
        numbers = {goal.id: number for number, goal in enumerate(self.facts.goals, start=1)}
        return [
            ReadService(
                each,
                service_name(each),
                how_much(each),
                tuple(sorted(numbers[g] for g in each.goal_ids if g in numbers)),
            )
            for each in self.facts.services
        ]

    @property
    def supports(self) -> list[ReadSupport]:
        return [
            ReadSupport(each, tuple(self._needs[n].statement for n in each.need_ids if n in self._needs))
            for each in self.facts.accommodations
        ]

    @property
    def glance_strengths(self) -> list[StrengthFacts]:
        """The strengths that carry this plan: woven into a goal or shown in a skill set, each once."""
        keys = [weave.strength_id for goal in self.facts.goals for weave in goal.weaves]
        keys += [key for level in self.facts.present_levels for key in level.strength_ids]
        return [self._strengths[key] for key in dict.fromkeys(keys) if key in self._strengths]

    @property
    def testing(self) -> list[AccommodationFacts]:
        return [each for each in self.facts.accommodations if each.kind == AccommodationKind.TESTING]

    def section(self, name: str) -> SectionFacts | None:
        return self.facts.section(Section(name))

    @property
    def for_family(self) -> str:
        """What adults wrote of the version in plain words; nobody's own words are among it."""
        lines = [each.words for each in self.glance_strengths]
        lines += [words for read in self.goals for words in read.plain]
        lines += [f"{read.name}: {read.how_much}" for read in self.services]
        lines += [f"{each.words}: {each.where}" if each.where else each.words for each in self.facts.accommodations]
        shared = self.section(Section.PARTICIPATION)
        return "\n".join([*lines, *([shared.text] if shared else [])])

    @property
    def narrative(self) -> dict[str, tuple[Words, SectionFacts]]:
        """Every section that says something, by its name, with its title."""
        return {
            str(found.section): (BY_SECTION[found.section].title, found)
            for found in self.facts.sections
            if found.text.strip() or found.none_expressed
        }


def seen_by(strength: StrengthFacts) -> str:
    """Who claims a strength; people of the school by name where names are known."""
    groups = [_(g.label).lower() for g in strength.seen_by if not (g == Group.SCHOOL and strength.seen_by_names)]
    return listed([*groups, *strength.seen_by_names])


def said_of(weave: WeaveFacts, goal: GoalFacts, facts: PlanFacts) -> str:
    """What the student says of a strength that carries a goal: yes, no, or nothing yet."""
    if weave.confirmed_by_student:
        return "yes"
    refused = {(no.goal_id, no.strength_id) for no in facts.not_me}
    return "no" if (goal.id, weave.strength_id) in refused else ""


def listed(words: list[str]) -> str:
    return pgettext("between the items of a list", ", ").join(words)


def goal_sentence(goal: GoalFacts, called: str) -> str:
    """The goal as one sentence; what is not written yet stands as three dots."""
    words = {
        "condition": goal.condition.rstrip(" .,") or MISSING,
        "student": called,
        "behavior": goal.behavior.rstrip(" .,") or MISSING,
        "baseline": amount(goal.baseline),
        "target": amount(goal.target),
        "unit": goal.unit,
        "date": day(goal.target_on),
        "criterion": goal.criterion.rstrip(" .,") or MISSING,
    }
    return (str(SENTENCE) % words).replace("  ", " ")


def plain_goal(goal: GoalFacts, called: str) -> tuple[str, ...]:
    """The goal in short sentences for families and students, with the numbers of the plan and nothing unwritten."""
    values = {
        "condition": goal.condition.rstrip(" .,"), "student": called, "behavior": goal.behavior.rstrip(" .,"),
        "baseline": amount(goal.baseline), "target": amount(goal.target), "unit": goal.unit,
        "date": day(goal.target_on), "criterion": goal.criterion.rstrip(" .,"),
    }  # fmt: skip
    told = [
        (_("%(condition)s, %(student)s %(behavior)s."), goal.condition and goal.behavior),
        (_("%(student)s %(behavior)s."), goal.behavior and not goal.condition),
        (_("Now: %(baseline)s %(unit)s."), goal.baseline is not None),
        (_("Goal by %(date)s: %(target)s %(unit)s."), goal.target is not None and goal.target_on),
        (_("We know it is reached when we see this: %(criterion)s."), goal.criterion),
    ]
    return tuple((words % values).replace(" .", ".") for words, known in told if known)


def amount(number: Decimal | None) -> str:
    return MISSING if number is None else formats.number_format(plain_number(number))


def day(on: date | None) -> str:
    return MISSING if on is None else formats.date_format(on, "DATE_FORMAT")


def service_name(service: ServiceFacts) -> str:
    return service.name or _(service.service_type.label)


def how_much(service: ServiceFacts) -> str:
    """“5 times a week, 40 minutes each”, as far as it is written."""
    if service.times is None or service.per is None or service.minutes is None:
        return MISSING
    words = ngettext(
        "%(times)s time %(per)s, %(minutes)s minutes",
        "%(times)s times %(per)s, %(minutes)s minutes each",
        service.times,
    )
    return words % {"times": service.times, "per": _(service.per.label), "minutes": service.minutes}
