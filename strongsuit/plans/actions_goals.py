"""Building goals: each grows from a need and from strengths, in steps."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from strongsuit.knowledge.terms import Pattern
from strongsuit.people.models import Account
from strongsuit.plans.actions_parts import open_item
from strongsuit.plans.changing import about, for_writing, fresh, made_once, make, part, remove, save
from strongsuit.plans.models import Goal, Need, Objective, Plan, Weave


@transaction.atomic
def add_goal(*, by: Account, plan: Plan, need: Need | None, once: UUID) -> Goal:
    """Begin a goal for a need, or without one; the checks ask for it later."""
    draft, because = for_writing(by, plan)
    answered = fresh(Need, need.pk, draft) if need else None
    order = Goal.objects.filter(plan=draft).count()
    goal = Goal(
        **part(draft, by), pk=made_once(draft, once, *([answered.pk] if answered else [])), need=answered, order=order
    )
    return make(goal, by=by, deed="added a goal", because=because)


@transaction.atomic
def save_goal(
    *, by: Account, goal: Goal, version: int, values: Mapping[str, Any], woven: Mapping[int, Pattern] | None = None
) -> Goal:
    """Write what the builder's form holds; ``values`` names columns of the goal, ``woven`` strengths it brings in."""
    draft, because = for_writing(by, goal.plan)
    row = fresh(Goal, goal.pk, draft)
    if values.get("need") is not None:
        fresh(Need, values["need"].pk, draft)
    saved = save(row, by=by, version=version, deed="changed a goal", because=because, **values)
    for item, pattern in (woven or {}).items():
        weave(by=by, goal=goal, item=item, pattern=pattern)
    return saved


@transaction.atomic
def remove_goal(*, by: Account, goal: Goal) -> None:
    draft, because = for_writing(by, goal.plan)
    row = Goal.objects.filter(pk=goal.pk, plan=draft).first()
    if row is not None:
        remove(row, by=by, deed="removed a goal", because=because)


@transaction.atomic
def weave(*, by: Account, goal: Goal, item: int, pattern: Pattern) -> Weave:
    """Grow a goal from a strength by one pattern; a strength is woven into a goal once."""
    draft, because = for_writing(by, goal.plan)
    row = fresh(Goal, goal.pk, draft)
    found = open_item(draft, item)
    before = Weave.objects.filter(goal=row, item=found).first()
    if before is not None:
        return before
    return make(
        Weave(**about(draft), goal=row, item=found, pattern=pattern), by=by, deed="wove a strength in", because=because
    )


@transaction.atomic
def save_weave(*, by: Account, woven: Weave, version: int, pattern: Pattern, mechanism: str, step: str) -> Weave:
    """Say by which pattern the strength works here, why it helps, and in which step it is used."""
    draft, because = for_writing(by, woven.goal.plan)
    row = Weave.objects.get(pk=woven.pk, goal__plan=draft)
    return save(
        row,
        by=by,
        version=version,
        deed="changed a weave",
        because=because,
        pattern=pattern,
        mechanism=mechanism,
        step=step,
    )


@transaction.atomic
def unweave(*, by: Account, goal: Goal, item: int) -> None:
    draft, because = for_writing(by, goal.plan)
    row = Weave.objects.filter(goal=goal.pk, goal__plan=draft, item=item).first()
    if row is not None:
        remove(row, by=by, deed="took a strength out of a goal", because=because)


@transaction.atomic
def add_objective(*, by: Account, goal: Goal, once: UUID, words: str, target_on: date | None) -> Objective:
    """A measurable step on the way to the goal."""
    draft, because = for_writing(by, goal.plan)
    row = fresh(Goal, goal.pk, draft)
    order = Objective.objects.filter(goal=row).count()
    made = Objective(
        **part(draft, by), pk=made_once(draft, once), goal=row, words=words, target_on=target_on, order=order
    )
    return make(made, by=by, deed="added a step", because=because)


@transaction.atomic
def save_objective(*, by: Account, objective: Objective, version: int, words: str, target_on: date | None) -> Objective:
    draft, because = for_writing(by, objective.plan)
    row = fresh(Objective, objective.pk, draft)
    return save(row, by=by, version=version, deed="changed a step", because=because, words=words, target_on=target_on)


@transaction.atomic
def remove_objective(*, by: Account, objective: Objective) -> None:
    draft, because = for_writing(by, objective.plan)
    row = Objective.objects.filter(pk=objective.pk, plan=draft).first()
    if row is not None:
        remove(row, by=by, deed="removed a step", because=because)
