"""What the goal builder shows of weaving: ways in that fit a goal, how well it is woven, and how to say it."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from strongsuit.knowledge.profile import STILL_TRUE, Status
from strongsuit.knowledge.reading_level import ReadingLevel, read_level, target_of_grade
from strongsuit.knowledge.shapes import GoalFacts, PlanFacts, StrengthFacts, WeaveFacts
from strongsuit.knowledge.terms import ItemKind, Pattern
from strongsuit.knowledge.weave import (
    IN_THE_WORK,
    LIVED,
    REWARD,
    crowded,
    decorates,
    in_use,
    naming_parts,
    next_step,
    quality,
    without,
)
from strongsuit.knowledge.weaving.suggest import Clause, Source, suggestions
from strongsuit.knowledge.weaving.topic import doing, fits, lowered, raised, to_do, topic
from strongsuit.plans.noted import Noted, nothing
from strongsuit.plans.reading import amount, day, goal_sentence, seen_by
from strongsuit.plans.shelf import candidate_of


@dataclass(frozen=True, slots=True)
class WayIn:
    """One press: ``value`` names strength and way, ``words`` go into the condition."""

    value: str
    pattern: Pattern
    words: str
    support: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A strength with the ways in which it could carry this goal."""

    strength: StrengthFacts
    status: Status
    fits: bool
    used: int
    ask_again: bool
    ways: tuple[WayIn, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """How well one strength is woven in, and what would be next; ``bare`` is the goal with the strength hidden."""

    strength: StrengthFacts
    seen_by: str
    quality: int
    next_step: str
    bare: str
    decorates: bool
    rewards: bool
    crowded: int

    @property
    def most(self) -> int:
        return LIVED


def offers(facts: PlanFacts, goal: GoalFacts, *, statuses: Mapping[str, Status], today: date) -> list[Offer]:
    """The five that fit this goal best, without those that carry it already or of which the student said not me."""
    uses = Counter(weave.strength_id for each in facts.goals for weave in each.weaves)
    carrying = {each.strength.id for each in judged(facts, goal) if each.quality >= IN_THE_WORK}
    out = carrying | {no.strength_id for no in facts.not_me if no.goal_id == goal.id}
    open_ones = [each for each in facts.strengths if each.seen_by and each.id in statuses.keys() - out]
    rows = [
        (
            Source(each, each.key, statuses[each.id]),
            candidate_of(each, statuses[each.id], uses[each.id], today),
        )
        for each in open_ones
    ]
    return [
        Offer(
            strength=found.source.strength,
            status=found.source.status,
            fits=goal.skill_set is not None and found.candidate.skill_set == goal.skill_set,
            used=found.candidate.used,
            ask_again=found.candidate.fresh < STILL_TRUE,
            ways=tuple(_way(found.source.strength, clause) for clause in found.clauses),
        )
        for found in suggestions(rows, goal.skill_set)
    ]


def _way(strength: StrengthFacts, clause: Clause) -> WayIn:
    way = clause.way
    return WayIn(f"{strength.id}:{way.key}", way.pattern, _(way.clause) % clause.values, _(way.support))


def pressed(found: list[Offer], value: str) -> WayIn | None:
    """The way whose button was pressed; none that is not offered."""
    return next((way for offer in found for way in offer.ways if way.value == value), None)


def with_clause(words: str, condition: str) -> str:
    """The clause first, then what stood there; twice is once."""
    if words.casefold() in condition.casefold():
        return condition
    rest = condition.strip()
    return raised(f"{words}, {lowered(rest)}" if rest else words)


def with_carried(goal: GoalFacts, carried: Mapping[int, Pattern]) -> GoalFacts:
    """The goal as it will be once the strengths that were pressed are saved with it."""
    held = {weave.strength_id for weave in goal.weaves}
    new = [WeaveFacts(str(item), pattern) for item, pattern in carried.items() if str(item) not in held]
    return replace(goal, weaves=(*goal.weaves, *new))


def judged(facts: PlanFacts, goal: GoalFacts, noted: Callable[[], Noted] = nothing) -> list[Judged]:
    """Each strength of the goal with its quality, in the order in which they were woven in."""
    known = {each.id: each for each in facts.strengths}
    full, uses = crowded(facts), Counter(weave.strength_id for each in facts.goals for weave in each.weaves)
    return [
        _judged(
            facts,
            goal,
            weave,
            known[weave.strength_id],
            uses[weave.strength_id] if weave.strength_id in full else 0,
            noted,
        )
        for weave in goal.weaves
        if weave.strength_id in known
    ]


def _judged(
    facts: PlanFacts, goal: GoalFacts, weave: WeaveFacts, item: StrengthFacts, crowd: int, noted: Callable[[], Noted]
) -> Judged:
    called = facts.student.first_name
    found = lived(weave, goal, item, student=facts.student.name, noted=noted)
    bare = without(goal, item)
    parts = naming_parts(item, goal.condition)
    return Judged(
        strength=item,
        seen_by=seen_by(item),
        quality=found,
        next_step=next_words(weave, found, called),
        bare=goal_sentence(bare, called) if bare != goal and goal.behavior else "",
        decorates=found < IN_THE_WORK and any(decorates(part) for part in parts),
        rewards=any(REWARD.search(part) for part in parts),
        crowded=crowd,
    )


def lived(
    weave: WeaveFacts, goal: GoalFacts, item: StrengthFacts, *, student: str, noted: Callable[[], Noted] = nothing
) -> int:
    """The quality of one weave; ``noted`` is asked only where it would make the last step."""
    found = quality(weave, goal, item, student=student)
    last = found == IN_THE_WORK and weave.confirmed_by_student
    return LIVED if last and in_use(goal, item, noted()) else found


def next_words(weave: WeaveFacts, found: int, called: str) -> str:
    return _(next_step(found, confirmed=weave.confirmed_by_student)) % {"name": called}


@dataclass(frozen=True, slots=True)
class Frame:
    """How the student could begin to say the goal, for talking, and how easy it is to read at the student's level."""

    words: str
    level: ReadingLevel


def student_frame(facts: PlanFacts, goal: GoalFacts, strength: StrengthFacts) -> Frame:
    """“I am good at … I will use it to … I am at … now. I want … by ….”"""
    opening = {
        ItemKind.ABILITY: _("I am good at %(doing)s."),
        ItemKind.INTEREST: _("I like %(topic)s."),
        ItemKind.PREFERENCE: _("What works for me: %(fits)s."),
    }[strength.kind]
    text = strength.words.strip().rstrip(".")
    values = {
        "doing": doing(text), "topic": topic(text), "fits": fits(text), "act": to_do(goal.behavior),
        "now": amount(goal.baseline), "target": amount(goal.target), "date": day(goal.target_on),
    }  # fmt: skip
    parts = (
        (opening, True),
        (_("I will use it to %(act)s."), goal.behavior),
        (_("I am at %(now)s now."), goal.baseline is not None),
        (_("I want %(target)s by %(date)s."), goal.target is not None and goal.target_on),
    )
    said = " ".join(words % values for words, known in parts if known)
    return Frame(said, read_level(said, target_of_grade(facts.student.grade), names=(facts.student.name,)))
