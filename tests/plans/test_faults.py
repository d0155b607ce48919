"""Each save is all or nothing, with its line in the trail: a fault at every statement leaves everything as it was."""

from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from strongsuit.audit.models import Entry
from strongsuit.knowledge.terms import Factor, PlanKind, Section, ServiceClass, ServiceType, SkillSet
from strongsuit.plans import actions, actions_beside, actions_goals, actions_parts, actions_supports
from strongsuit.plans.models import Plan
from tests.cast import NOW, TODAY
from tests.plans.conftest import give_reasons, sha_of

ONCE = UUID(int=7)


class Fault(Exception):
    """The database went away in the middle."""


class FailsAt:
    """Lets statements pass until the one that is to fail."""

    def __init__(self, place):
        self.left = place

    def __call__(self, execute, sql, params, many, context):
        if sql.split(" ", 1)[0] in ("SAVEPOINT", "RELEASE", "ROLLBACK"):
            return execute(sql, params, many, context)
        if self.left == 0:
            raise Fault
        self.left -= 1
        return execute(sql, params, many, context)


def picture():
    """Every row of plans and of the trail."""
    models = [*apps.get_app_config("plans").get_models(), Entry]
    return {model._meta.label: sorted(map(repr, model.objects.values_list())) for model in models}


def break_at_every_statement(deed):
    before = picture()
    for place in range(300):
        try:
            with connection.execute_wrapper(FailsAt(place)):
                deed()
        except Fault:
            assert picture() == before, f"half-written after statement {place}"
        else:
            after = picture()
            assert after != before
            assert len(after["audit.Entry"]) > len(before["audit.Entry"]), "nothing in the trail"
            return place
    raise AssertionError("never done")


@pytest.fixture
def agreed(cast, draft):
    plan = actions.save_dates(
        by=cast.ruiz, plan=draft, version=draft.version, dates=actions.Dates(amendment_agreed_on=TODAY)
    )
    give_reasons(plan, cast.ruiz)
    plan = Plan.objects.get(pk=draft.pk)
    plan.student = cast.maya
    return plan


def test_adoption_is_all_or_nothing(cast, agreed):
    expected = sha_of(agreed)
    statements = break_at_every_statement(
        lambda: actions.adopt_plan(by=cast.chen, plan=agreed, on=TODAY, expected=expected)
    )
    assert statements > 20


def test_beginning_a_draft_is_all_or_nothing(cast, in_effect):
    def deed():
        actions.start_draft(by=cast.ruiz, student=cast.maya, kind=PlanKind.AMENDMENT, today=TODAY)

    break_at_every_statement(deed)


SAVES = {
    "a section": lambda c, p: actions_parts.save_section(
        by=c.ruiz, plan=p, section=Section.EFFECT, version=1, text="Other words"
    ),
    "a new section": lambda c, p: actions_parts.save_factor(
        by=c.ruiz, plan=p, factor=Factor.VISION, version=1, answer=True, text="Large print"
    ),
    "a level": lambda c, p: actions_parts.add_level(by=c.ruiz, plan=p, skill_set=SkillSet.WORK),
    "a strength": lambda c, p: actions_parts.place_strength(
        by=c.ruiz, level=p.presentlevels.get(skill_set="reading"), item=c.items["sea"].pk
    ),
    "a need": lambda c, p: actions_parts.add_need(
        by=c.ruiz, level=p.presentlevels.first(), once=ONCE, kind="academic", statement="Spell"
    ),
    "a need removed": lambda c, p: actions_parts.remove_need(by=c.ruiz, need=p.needs.first()),
    "a goal": lambda c, p: actions_goals.save_goal(
        by=c.ruiz, goal=p.goals.first(), version=1, values={"behavior": "sings"}
    ),
    "a goal removed": lambda c, p: actions_goals.remove_goal(by=c.ruiz, goal=p.goals.first()),
    "a weave": lambda c, p: actions_goals.weave(by=c.ruiz, goal=p.goals.first(), item=c.items["sea"].pk, pattern="W2"),
    "a service": lambda c, p: actions_supports.save_service(
        by=c.ruiz, service=p.services.first(), version=1, values={"minutes": 20}, goals=[g.pk for g in p.goals.all()]
    ),
    "a new service": lambda c, p: actions_supports.add_service(
        by=c.ruiz, plan=p, once=ONCE, service_class=ServiceClass.RELATED_SERVICE, service_type=ServiceType.NURSING
    ),
    "an accommodation": lambda c, p: actions_supports.save_accommodation(
        by=c.ruiz, accommodation=p.accommodations.first(), version=1, values={"where": "Math"}, needs=[]
    ),
    "dates": lambda c, p: actions.save_dates(
        by=c.ruiz, plan=p, version=p.version, dates=actions.Dates(amendment_agreed_on=TODAY)
    ),
    "sharing": lambda c, p: actions.share_with_family(by=c.ruiz, plan=p),
    "kept words": lambda c, p: actions_beside.keep_text(by=c.ruiz, plan=p, place="effect", text="Mine", at=NOW),
}


@pytest.mark.parametrize("name", SAVES)
def test_every_save_is_all_or_nothing(cast, draft, name):
    def deed():
        plan = Plan.objects.get(pk=draft.pk)
        plan.student = cast.maya
        SAVES[name](cast, plan)

    break_at_every_statement(deed)
