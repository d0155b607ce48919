"""Maya's plan in its states: a draft to write in, and one that is in effect."""

import pytest

from strongsuit.knowledge.terms import PlanKind, PlanState
from strongsuit.plans import actions, facts, findings, queries
from strongsuit.plans.frozen import sealed
from tests.cast import TODAY
from tests.replay import written_once


def sha_of(plan, on=TODAY):
    return sealed(facts.frozen_facts(plan, on))[1]


def give_reasons(plan, by):
    """Pass every warning of the plan with a reason, as a team would before adopting."""
    open_points = findings.findings_of(facts.frozen_facts(plan, TODAY), today=TODAY)
    reasons = [actions.Reason(each, "The team talked about it.") for each in open_points if not findings.is_block(each)]
    return actions.pass_warnings(by=by, plan=plan, reasons=reasons)


def adopt(plan, by, on=TODAY):
    return actions.adopt_plan(by=by, plan=plan, on=on, expected=sha_of(plan, on))


@written_once
def put_in_effect(cast):
    draft = queries.open_draft(cast.maya)
    give_reasons(draft, cast.ruiz)
    adopt(draft, cast.chen)
    return queries.current_plan(cast.maya, TODAY)


@pytest.fixture
def in_effect(cast):
    """Maya's plan in effect."""
    plan = put_in_effect(cast)
    plan.student = cast.maya
    return plan


@written_once
def begin_amendment(cast):
    return actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.AMENDMENT, today=TODAY)


@pytest.fixture
def draft(cast, in_effect):
    """An amendment of Maya's plan: everything in it, ready to be written in."""
    plan = begin_amendment(cast)
    plan.student = cast.maya
    assert plan.state == PlanState.DRAFT
    return plan


@pytest.fixture
def first(cast):
    """The draft of a student who never had a plan."""
    # Leo's plan belongs to nobody else in the cast, so it can begin empty.
    plan = actions.start_draft(by=cast.stranger, student=cast.leo, kind=PlanKind.INITIAL, today=TODAY)
    plan.student = cast.leo
    return plan
