"""The parts of a plan, each with its place and with the words that name it in a finding."""

from collections.abc import Iterator
from textwrap import shorten

from strongsuit.knowledge.shapes import GoalFacts, NeedFacts, PlanFacts, PresentLevelFacts, ServiceFacts
from strongsuit.knowledge.terms import Factor, ItemKind, Section

Values = dict[str, str | int]
# A name in a message is short; the place leads to the whole text.
NAME = 60


def says_something(text: str) -> bool:
    """False for nothing, spaces and dashes; any letter or figure is an answer."""
    return any(mark.isalnum() for mark in text)


def named(text: str) -> str:
    """The first words of ``text``, enough to know it again."""
    return shorten(text[: NAME * 8], NAME, placeholder="…") if says_something(text) else "…"


def section_says(facts: PlanFacts, section: Section) -> bool:
    found = facts.section(section)
    return found is not None and says_something(found.text)


def goals(facts: PlanFacts) -> Iterator[tuple[GoalFacts, str, Values]]:
    for number, goal in enumerate(facts.goals, start=1):
        yield goal, f"goal:{goal.id}", {"number": number, "goal": named(goal.behavior)}


def services(facts: PlanFacts) -> Iterator[tuple[ServiceFacts, str, Values]]:
    for service in facts.services:
        name = named(service.name) if says_something(service.name) else service.service_type.label
        yield service, f"service:{service.id}", {"service": name}


def needs(facts: PlanFacts) -> Iterator[tuple[NeedFacts, PresentLevelFacts, str, Values]]:
    for level in facts.present_levels:
        for need in level.needs:
            yield need, level, f"need:{need.id}", {"need": named(need.statement), "skill_set": level.skill_set.label}


def confirmed_ids(facts: PlanFacts) -> frozenset[str]:
    return frozenset(item.id for item in facts.strengths if item.confirmed_on is not None)


def ability_ids(facts: PlanFacts, level: PresentLevelFacts) -> frozenset[str]:
    """Abilities from the level's own skill set that are shown in it."""
    fitting = {i.id for i in facts.strengths if i.kind == ItemKind.ABILITY and i.skill_set == level.skill_set}
    return frozenset(fitting & set(level.strength_ids))


def factor_unexplained(facts: PlanFacts, factor: Factor) -> bool:
    """True when the team said yes to a special factor and wrote nothing about it."""
    said = [found for found in facts.factors if found.factor == factor and found.answer]
    return bool(said) and not says_something(said[0].text)
