"""Maya's two goals in effect, with a way to measure on a school day counted from the baseline."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from strongsuit.knowledge.terms import PlanState
from strongsuit.people.facts import calendar_of
from strongsuit.plans.models import Goal, Plan
from strongsuit.progress import actions_reports
from strongsuit.progress.models import DataPoint, Report
from strongsuit.web.ids import spell
from tests.cast import TODAY, filled_plan

STARTED = date(2025, 12, 1)
DUE = date(2026, 11, 13)


@pytest.fixture
def in_effect(cast):
    """Maya's plan, adopted in December 2025; the year's goals run to December 2026."""
    Plan.objects.filter(pk=cast.plan.pk).update(state=PlanState.ADOPTED, adopted_on=STARTED)
    cast.plan.refresh_from_db()
    cast.plan.student = cast.maya
    return cast.plan


@pytest.fixture
def reading(cast, in_effect):
    """48 to 92 words a minute."""
    return standing(cast, 0)


@pytest.fixture
def writing(cast, in_effect):
    """Level 1 to level 3."""
    return standing(cast, 1)


@pytest.fixture
def next_year(cast, in_effect):
    """The plan after this one, adopted and not begun; Maya's plan stays in effect until then."""
    plan = filled_plan(cast.maya, cast.items, author=cast.ruiz, number=in_effect.number + 1, starts=date(2027, 1, 4))
    Plan.objects.filter(pk=in_effect.pk).update(state=PlanState.SUPERSEDED, ended_on=date(2027, 1, 3))
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.ADOPTED, adopted_on=TODAY)
    plan.refresh_from_db()
    return plan


def standing(cast, number):
    goal = Goal.objects.select_related("plan").get(pk=cast.goals[number].pk)
    goal.student = goal.plan.student = cast.maya
    return goal


def point(**values):
    return {"value": "61,5", "on": "2026-11-16", "once": str(uuid4())} | values


def measured(goal, on, value, *, by, **values):
    return DataPoint.objects.create(
        district_id=goal.district_id, student_id=goal.student_id, goal=goal, on=on, value=Decimal(value), by=by,
        by_name=by.name, once=uuid4(), **values,
    )  # fmt: skip


def on_school_day(goal, student, number):
    """The day that lies ``number`` school days after the goal's baseline."""
    return calendar_of(student.school).add_school_days(goal.baseline_on, number)


@pytest.fixture
def as_(cast, client):
    return lambda person: cast.sign_in(client, person)


def at(address, row):
    """An address with the row's identifier as people see it."""
    return address.format(spell(row.pk))


@pytest.fixture
def report(cast, in_effect):
    actions_reports.open_reports(by="progress", plans=[in_effect], period="Quarter 1", due_on=DUE)
    return Report.objects.get()
