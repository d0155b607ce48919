"""The doors to plans: by state, by relation, and always the same 404."""

from datetime import timedelta

import pytest

from strongsuit.knowledge.terms import PlanKind, PlanState
from strongsuit.plans import actions, queries
from strongsuit.plans.models import Plan
from strongsuit.students.access import student_for
from strongsuit.web.refusals import NotYours
from tests.cast import TODAY
from tests.plans.conftest import adopt, give_reasons

WRITE, TEAM, FAMILY = ["ruiz", "silva", "chen"], ["ruiz", "silva", "okafor", "chen"], ["rosa", "paul"]


def opens(cast, plan, ability=""):
    found = set()
    for name in [
        "ruiz",
        "silva",
        "okafor",
        "nguyen",
        "chen",
        "brooks",
        "admin",
        "rosa",
        "paul",
        "stranger",
        "outsider",
    ]:
        try:
            queries.plan_for(getattr(cast, name), plan.pk, ability)
        except NotYours:
            continue
        found.add(name)
    return found


def test_a_plan_in_effect_opens_for_the_team_the_school_and_the_family(cast, in_effect):
    assert opens(cast, in_effect) == {*TEAM, *FAMILY, "nguyen", "brooks"}


def test_a_draft_opens_for_those_who_work_on_it(cast, draft):
    assert opens(cast, draft) == set(TEAM)
    assert opens(cast, draft, "plan.write") == set(WRITE)


def test_a_shared_draft_opens_for_the_family_too(cast, draft):
    actions.share_with_family(by=cast.ruiz, plan=draft)
    assert opens(cast, draft) == {*TEAM, *FAMILY, "brooks"}


def test_a_withdrawn_draft_stays_with_the_team(cast, draft):
    actions.withdraw(by=cast.ruiz, plan=draft)
    assert opens(cast, draft) == set(TEAM)


def test_an_ability_to_write_does_not_open_what_the_state_keeps_closed(cast, draft):
    with pytest.raises(NotYours):
        queries.plan_for(cast.okafor, draft.pk, "plan.write")
    with pytest.raises(NotYours):
        queries.plan_for(cast.rosa, draft.pk, "plan.ask")


def test_an_unknown_number_is_not_yours(cast):
    with pytest.raises(NotYours):
        queries.plan_for(cast.chen, 12345)
    with pytest.raises(NotYours):
        queries.goal_for(cast.chen, 12345)


def test_a_goal_opens_with_its_plan(cast, in_effect, draft):
    assert queries.goal_for(cast.okafor, in_effect.goals.first().pk).plan.pk == in_effect.pk
    with pytest.raises(NotYours):
        queries.goal_for(cast.rosa, draft.goals.first().pk)
    with pytest.raises(NotYours):
        queries.goal_for(cast.stranger, in_effect.goals.first().pk)


def test_the_plan_in_effect_is_asked_by_day(cast, in_effect):
    assert queries.current_plan(cast.maya, in_effect.adopted_on - timedelta(days=1)) is None
    assert queries.current_plan(cast.maya, in_effect.adopted_on) == in_effect
    late = in_effect.ends_on + timedelta(days=90)
    assert queries.current_plan(cast.maya, late) == in_effect, "an overdue plan stays in effect until it is replaced"


def test_a_plan_that_begins_later_leaves_the_former_in_effect_until_then(cast, in_effect):
    plan = actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.AMENDMENT, today=TODAY)
    first_day = TODAY + timedelta(days=10)
    Plan.objects.filter(pk=plan.pk).update(starts_on=first_day, amendment_agreed_on=TODAY)
    plan = Plan.objects.get(pk=plan.pk)
    give_reasons(plan, cast.ruiz)
    adopt(plan, cast.chen)
    assert queries.current_plan(cast.maya, TODAY) == in_effect
    assert queries.current_plan(cast.maya, first_day - timedelta(days=1)) == in_effect
    assert queries.current_plan(cast.maya, first_day) == plan
    assert [each.pk for each in queries.current_plans([cast.maya], first_day)] == [plan.pk]


def test_each_person_sees_the_versions_that_are_open_to_them(cast, draft):
    def states(person):
        student = student_for(person, cast.maya.pk, "plan.read")
        return [row.state for row in queries.plans_of(person, student)]

    assert states(cast.ruiz) == [PlanState.DRAFT, PlanState.ADOPTED]
    assert states(cast.rosa) == [PlanState.ADOPTED]


def test_an_amendment_belongs_to_the_year_of_the_plan_it_changes(cast, in_effect, draft):
    assert queries.year_before(draft, queries.earlier_plans(draft)) is None
    annual = Plan(student=cast.maya, number=9, kind=PlanKind.ANNUAL)
    assert queries.year_before(annual, queries.earlier_plans(annual)) == in_effect
