"""Every row of one plan, fetched in a fixed number of queries however long the plan is."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from django.db.models import Model

from strongsuit.plans.models import (
    Accommodation,
    AccommodationNeed,
    Goal,
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

RowType = TypeVar("RowType", bound=Model)


@dataclass(frozen=True)
class Rows:
    """The parts of a plan in the order in which they are read."""

    plan: Plan
    sections: list[PlanSection]
    levels: list[PresentLevel]
    level_strengths: list[LevelStrength]
    needs: list[Need]
    goals: list[Goal]
    weaves: list[Weave]
    objectives: list[Objective]
    services: list[Service]
    service_goals: list[ServiceGoal]
    accommodations: list[Accommodation]
    accommodation_needs: list[AccommodationNeed]
    factors: list[SpecialFactor]

    @cached_property
    def items_of_level(self) -> dict[int, list[int]]:
        return _grouped((link.level_id, link.item_id) for link in self.level_strengths)

    @cached_property
    def needs_of_level(self) -> dict[int, list[Need]]:
        return _grouped((need.level_id, need) for need in self.needs)

    @cached_property
    def weaves_of_goal(self) -> dict[int, list[Weave]]:
        return _grouped((weave.goal_id, weave) for weave in self.weaves)

    @cached_property
    def objectives_of_goal(self) -> dict[int, list[Objective]]:
        return _grouped((objective.goal_id, objective) for objective in self.objectives)

    @cached_property
    def goals_of_service(self) -> dict[int, list[int]]:
        return _grouped((link.service_id, link.goal_id) for link in self.service_goals)

    @cached_property
    def needs_of_accommodation(self) -> dict[int, list[int]]:
        return _grouped((link.accommodation_id, link.need_id) for link in self.accommodation_needs)


def rows_of(plan: Plan) -> Rows:
    ordered = {"plan": plan}
    return Rows(
        plan=plan,
        sections=list(PlanSection.objects.filter(**ordered).select_related("edited_by").order_by("section")),
        levels=list(PresentLevel.objects.filter(**ordered).select_related("edited_by").order_by("id")),
        level_strengths=list(LevelStrength.objects.filter(level__plan=plan).order_by("id")),
        needs=list(Need.objects.filter(**ordered).select_related("edited_by").order_by("order", "id")),
        goals=list(Goal.objects.filter(**ordered).order_by("order", "id")),
        weaves=list(Weave.objects.filter(goal__plan=plan).order_by("id")),
        objectives=list(Objective.objects.filter(**ordered).select_related("edited_by").order_by("order", "id")),
        services=list(Service.objects.filter(**ordered).select_related("edited_by").order_by("order", "id")),
        service_goals=list(ServiceGoal.objects.filter(service__plan=plan).order_by("id")),
        accommodations=list(
            Accommodation.objects.filter(**ordered).select_related("edited_by").order_by("order", "id")
        ),
        accommodation_needs=list(AccommodationNeed.objects.filter(accommodation__plan=plan).order_by("id")),
        factors=list(SpecialFactor.objects.filter(**ordered).select_related("edited_by").order_by("factor")),
    )


Key = TypeVar("Key")
Value = TypeVar("Value")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    found: dict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
