"""Access grows from relations that hold today, and says which."""

from datetime import date, timedelta

import pytest

from strongsuit.people.models import StaffPost
from strongsuit.people.roles import POST_RELATIONS, Relation
from strongsuit.students import access
from strongsuit.students.models import Guardian, ReasonedAccess, Student, TeamMember
from strongsuit.web import clock
from tests.cast import about, on_team, post

TODAY = date(2026, 11, 20)

HELD = {
    "ruiz": ("case_manager",), "okafor": ("general_teacher",), "silva": ("provider",), "nguyen": ("aide",),
    "chen": ("chair",), "brooks": ("leader",), "admin": ("district",), "rosa": ("guardian",), "paul": ("informed",),
    "maya_account": ("self",), "stranger": (), "outsider": (),
}  # fmt: skip


@pytest.mark.parametrize(("who", "held"), HELD.items())
def test_everybody_has_the_relation_they_have(cast, who, held):
    assert access.relations(getattr(cast, who), cast.maya) == held


def test_the_posts_that_grow_are_those_the_query_names():
    assert {role.value for role in POST_RELATIONS} == {"chair", "leader", "district"}
    assert all(f"'{role.value}'" in access.RELATIONS for role in POST_RELATIONS)


@pytest.mark.parametrize(
    ("begin", "end", "today", "holds"),
    [
        (date(2026, 11, 20), None, TODAY, True),
        (date(2026, 11, 21), None, TODAY, False),
        (date(2026, 9, 1), date(2026, 11, 20), TODAY, True),
        (date(2026, 9, 1), date(2026, 11, 19), TODAY, False),
    ],
)
def test_a_membership_holds_from_its_first_day_to_its_last(cast, begin, end, today, holds):
    TeamMember.objects.filter(account=cast.okafor).update(starts_on=begin, ends_on=end)
    assert (access.grant(cast.okafor, "plan.read", cast.maya, today=today) is not None) == holds
    assert (cast.maya in access.caseload(cast.okafor, today=today)) == holds


@pytest.mark.parametrize(
    ("begin", "until", "held"),
    [
        (None, None, ("guardian",)),
        (date(2026, 11, 21), None, ()),
        (None, date(2026, 11, 19), ()),
        (date(2026, 11, 20), date(2026, 11, 20), ("guardian",)),
    ],
)
def test_a_parents_rights_hold_between_their_dates(cast, begin, until, held):
    Guardian.objects.filter(account=cast.rosa).update(rights_from=begin, rights_until=until)
    assert access.relations(cast.rosa, cast.maya) == held
    assert (cast.maya in access.children(cast.rosa)) == bool(held)


def test_a_parent_without_the_right_to_see_has_no_relation(cast):
    Guardian.objects.filter(account=cast.paul).update(may_see_record=False)
    assert access.relations(cast.paul, cast.maya) == ()


def test_staff_lose_the_staff_view_of_their_own_child(cast):
    Guardian.objects.create(**about(cast.maya), account=cast.chen, name="Wei Chen", relationship="other")
    assert access.relations(cast.chen, cast.maya) == ("guardian",)
    Guardian.objects.filter(account=cast.chen).update(may_decide=False, may_see_record=False)
    assert access.relations(cast.chen, cast.maya) == ()
    held = access.posts(cast.chen)
    assert cast.maya not in access.school_students(cast.chen, held=held)


def test_a_stated_reason_opens_the_record_until_its_hour(cast):
    ReasonedAccess.objects.create(
        **about(cast.maya),
        account=cast.stranger,
        reason="Covering the reading test",
        opened_at=clock.now(),
        until=clock.now() + timedelta(hours=24),
    )
    found = access.grant(cast.stranger, "plan.read", cast.maya)
    assert (found.relation, found.because) == (Relation.REASON, "gave a reason to open the record of Maya")
    with clock.frozen(clock.now() + timedelta(hours=24, seconds=1), everywhere=True):
        assert access.grant(cast.stranger, "plan.read", cast.maya) is None


def test_rights_pass_to_the_student_on_their_day(cast):
    Student.objects.filter(pk=cast.maya.pk).update(rights_transferred_on=TODAY)
    cast.maya.refresh_from_db()
    assert access.relations(cast.maya_account, cast.maya) == ("adult_self",)
    assert access.relations(cast.maya_account, cast.maya, today=TODAY - timedelta(days=1)) == ("self",)


def test_an_account_that_was_closed_opens_nothing(cast):
    cast.ruiz.is_active = False
    assert access.grant(cast.ruiz, "plan.read", cast.maya) is None


def test_two_relations_are_both_known(cast):
    on_team(cast.maya, cast.chen, Relation.PROVIDER)
    assert access.relations(cast.chen, cast.maya) == ("provider", "chair")


def test_a_district_post_reaches_every_school_of_its_district_only(cast):
    held = access.posts(cast.admin)
    found = set(access.school_students(cast.admin, held=held))
    assert found == {cast.maya, cast.leo}


def test_a_post_ends_at_midnight_of_the_school(cast):
    StaffPost.objects.filter(account=cast.chen).update(ends_on=TODAY)
    with clock.frozen(clock.now().replace(hour=4, minute=59, day=21), everywhere=True):
        assert access.grant(cast.chen, "plan.read", cast.maya)
    with clock.frozen(clock.now().replace(hour=5, minute=0, day=21), everywhere=True):
        assert access.grant(cast.chen, "plan.read", cast.maya) is None


def test_a_chair_of_another_school_sees_nothing_here(cast):
    post(cast.stranger, cast.district, "chair", cast.other_school)
    assert access.relations(cast.stranger, cast.maya) == ()
    assert access.relations(cast.stranger, cast.leo) == ("case_manager", "chair")
