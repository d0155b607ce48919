"""Carries a plan forward into a new draft: an amendment takes everything, a new year asks the dated things again."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import models

from strongsuit.knowledge.terms import PlanKind, Section
from strongsuit.people.models import Account
from strongsuit.plans.changing import about, part
from strongsuit.plans.models import (
    Accommodation,
    AccommodationNeed,
    Goal,
    LeftWording,
    LevelStrength,
    Need,
    Objective,
    Plan,
    PlanSection,
    PresentLevel,
    Service,
    ServiceGoal,
    SpecialFactor,
    Weave,
)
from strongsuit.plans.rows import Rows, rows_of

RowType = TypeVar("RowType", bound=models.Model)
# What belongs to one year: the family and the student are asked anew, and so is every number and date.
ASKED_ANEW = {Section.PARENT_CONCERNS, Section.VISION}
OF_ONE_YEAR: dict[type[models.Model], dict[str, Any]] = {
    Goal: {"baseline": None, "baseline_on": None, "target_on": None, "student_words": ""},
    Objective: {"target_on": None},
    Service: {"starts_on": None, "ends_on": None},
    SpecialFactor: {"answer": None},
}
KEPT_OUT = {"id", "version", "plan", "edited_by", "edited_at", "district", "student"}


def carry_forward(former: Plan, plan: Plan, *, by: Account) -> None:
    """Copy every part of ``former`` into ``plan``; each goal remembers the goal it continues."""
    rows = rows_of(former)
    copy = Copier(plan, by)
    sections = [row for row in rows.sections if not (copy.anew and row.section in ASKED_ANEW)]
    copy.parts(PlanSection, sections)
    levels = copy.parts(PresentLevel, rows.levels)
    needs = copy.parts(Need, rows.needs, level=levels)
    goals = copy.parts(Goal, rows.goals, need=needs)
    Goal.objects.bulk_update(_continuing(rows, goals), ["continues"])
    steps = copy.parts(Objective, rows.objectives, goal=goals)
    services = copy.parts(Service, rows.services)
    accommodations = copy.parts(Accommodation, rows.accommodations)
    copy.parts(SpecialFactor, rows.factors)
    copy.links(LevelStrength, rows.level_strengths, level=levels)
    weaves = copy.links(Weave, rows.weaves, goal=goals)
    copy.links(ServiceGoal, rows.service_goals, service=services, goal=goals)
    copy.links(AccommodationNeed, rows.accommodation_needs, accommodation=accommodations, need=needs)
    _carry_left(former, plan, {"need": needs, "goal": goals, "step": steps, "weave": weaves})


def _carry_left(former: Plan, plan: Plan, copies: dict[str, dict[int, Any]]) -> None:
    """What the team left as it is stays so; a mark holds only while its sentence stands unchanged."""
    places = {f"{kind}-{old}": f"{kind}-{new.pk}" for kind, rows in copies.items() for old, new in rows.items()}
    LeftWording.objects.bulk_create(
        LeftWording(**_values(row, {}) | about(plan) | {"plan": plan, "place": places.get(row.place, row.place)})
        for row in LeftWording.objects.filter(plan=former)
    )


def _continuing(rows: Rows, goals: dict[int, Goal]) -> list[Goal]:
    for row in rows.goals:
        goals[row.pk].continues_id = row.pk
    return list(goals.values())


class Copier:
    """Copies rows into one plan and remembers which copy stands for which row."""

    def __init__(self, plan: Plan, by: Account) -> None:
        self.plan, self.by = plan, by
        self.anew = plan.kind != PlanKind.AMENDMENT

    def parts(self, model: type[RowType], rows: Iterable[RowType], **parents: dict[int, Any]) -> dict[int, RowType]:
        return self._copy(model, rows, part(self.plan, self.by), parents)

    def links(self, model: type[RowType], rows: Iterable[RowType], **parents: dict[int, Any]) -> dict[int, RowType]:
        return self._copy(model, rows, about(self.plan), parents)

    def _copy(
        self, model: type[RowType], rows: Iterable[RowType], own: dict[str, Any], parents: dict[str, dict[int, Any]]
    ) -> dict[int, RowType]:
        changed = OF_ONE_YEAR.get(model, {}) if self.anew else {}
        copies = {row.pk: model(**_values(row, parents) | own | changed) for row in rows}
        model._default_manager.bulk_create(copies.values())
        return copies


def _values(row: models.Model, parents: dict[str, dict[int, Any]]) -> dict[str, Any]:
    values = {
        f.attname: getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in KEPT_OUT | set(parents)
    }
    for name, copies in parents.items():
        values[name] = copies.get(getattr(row, f"{name}_id"))
    return values
