"""Relations × abilities × situations against a second, simpler telling of who may do what (AZ-02, AZ-06, AZ-08)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random

import pytest
from django.apps import apps
from django.db import transaction
from django.http import Http404

from strongsuit.documents.queries import copy_for
from strongsuit.meetings.queries import meeting_for
from strongsuit.people.models import District, StaffPost
from strongsuit.people.queries import person_for
from strongsuit.people.roles import STUDENT_ABILITIES, Relation, Role
from strongsuit.plans.queries import goal_for, plan_for
from strongsuit.progress.queries import point_for, report_for
from strongsuit.strengths.queries import item_for
from strongsuit.students.access import caseload, grant, grants, school_students, student_for
from strongsuit.students.models import Guardian, ReasonedAccess, TeamMember
from strongsuit.web import clock
from strongsuit.web.ids import random_id
from tests.amounts import some, times
from tests.cast import NOW, TODAY, about, account
from tests.house.world import CHILDREN

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
# Spans around today, and whether they hold.
SPANS = {
    (TODAY - DAY, None): True,
    (TODAY, None): True,
    (TODAY, TODAY): True,
    (TODAY + DAY, None): False,
    (TODAY - 9 * DAY, TODAY): True,
    (TODAY - 9 * DAY, TODAY - DAY): False,
}
ALWAYS = (date(2020, 9, 1), None)
TEAM = [relation for relation in Relation if relation in Relation.values[:6]]
GROWS = {"chair": Relation.CHAIR, "leader": Relation.LEADER, "district": Relation.DISTRICT}


def test_everybody_of_the_world_has_the_abilities_of_their_relations_and_no_others(world):
    wrong, cases = [], 0
    for (person, viewer), child in product(world.people.items(), CHILDREN):
        if viewer is None:
            continue
        there = "grown" if person == "grown student" and child == "own" else child
        student = world.thing(there, "student")
        held = set(world.held[person].get(child, ()))
        found = grants(viewer, student)
        for ability, allowed in STUDENT_ABILITIES.items():
            expected = bool(held & allowed)
            cases += 1
            if (ability in found) != expected or (grant(viewer, ability, student) is not None) != expected:
                wrong.append(f"{person}, {child}: {ability}")
    assert (wrong, cases > 3000) == ([], True)


@dataclass(frozen=True)
class Situation:
    """What is on record about a person and Maya: a part, a post, a family entry, a stated reason."""

    part: tuple[Relation, tuple] | None = None
    post: tuple[Role, str, tuple] | None = None
    family: tuple[bool, bool, tuple] | None = None
    reason_left: int | None = None


def situations():
    teacher = (Role.TEACHER, "school", ALWAYS)
    for relation, span in product(TEAM, SPANS):
        yield Situation(part=(relation, span), post=teacher)
        yield Situation(part=(relation, span))
        yield Situation(part=(relation, span), post=(Role.TEACHER, "school", (date(2020, 9, 1), TODAY - DAY)))
        yield Situation(part=(relation, span), post=(Role.TEACHER, "other district", ALWAYS))
    for role, place, span in product(Role, ("school", "other school", "district", "other district"), SPANS):
        yield Situation(post=(role, place, span))
    for (sees, decides), span in product([(True, True), (True, False), (False, False)], SPANS):
        yield Situation(family=(sees, decides, span))
        yield Situation(family=(sees, decides, span), part=(Relation.CASE_MANAGER, ALWAYS), post=teacher)
        yield Situation(family=(sees, decides, span), post=(Role.CHAIR, "district", ALWAYS))
    for left, post in product((-1, 1, 3600), (None, teacher, (Role.PSYCHOLOGIST, "other district", ALWAYS))):
        yield Situation(reason_left=left, post=post)
        yield Situation(reason_left=left, post=post, part=(Relation.AIDE, ALWAYS))


def told_plainly(case: Situation) -> set[Relation]:
    """Who somebody is to Maya, said again without the database."""
    if case.family:
        sees, decides, span = case.family
        if not SPANS.get(span, True):
            return set()
        return {Relation.GUARDIAN} if decides else {Relation.INFORMED} if sees else set()
    found = set()
    works_here = (
        bool(case.post) and case.post[1] != "other district" and SPANS.get(case.post[2], case.post[2] == ALWAYS)
    )
    if case.part and works_here and SPANS.get(case.part[1], True):
        found.add(case.part[0])
    if works_here and case.post[1] in ("school", "district") and case.post[0] in GROWS:
        found.add(GROWS[case.post[0]])
    if works_here and case.reason_left is not None and case.reason_left > 0:
        found.add(Relation.REASON)
    return found


def put_on_record(world, person, case: Situation):
    maya, harbor, pine = world.cast.maya, world.cast.district, world.cast.other_district
    if case.part:
        relation, (begins, ends) = case.part
        # Maya has a case manager; the table keeps one at a time.
        TeamMember.objects.filter(student=maya, relation=relation).delete()
        TeamMember.objects.create(**about(maya), account=person, relation=relation, starts_on=begins, ends_on=ends)
    if case.post:
        role, place, (begins, ends) = case.post
        district = pine if place == "other district" else harbor
        school = {"school": world.cast.school, "other school": world.cast.other_school}.get(place)
        StaffPost.objects.create(
            account=person, district=district, school=school, role=role, starts_on=begins, ends_on=ends
        )
    if case.family:
        sees, decides, (begins, ends) = case.family
        Guardian.objects.create(
            **about(maya), account=person, name="X", relationship="other", may_see_record=sees, may_decide=decides,
            rights_from=begins, rights_until=ends,
        )  # fmt: skip
    if case.reason_left is not None:
        until = NOW + timedelta(seconds=case.reason_left)
        ReasonedAccess.objects.create(**about(maya), account=person, reason="x" * 10, opened_at=NOW, until=until)


def test_every_situation_gives_what_a_plain_telling_gives(world):
    wrong, cases = [], 0
    for case in situations():
        with transaction.atomic():
            person = account("somebody@harbor.example", "Some Body")
            put_on_record(world, person, case)
            held = told_plainly(case)
            expected = {ability for ability, allowed in STUDENT_ABILITIES.items() if held & allowed}
            found = grants(person, world.cast.maya)
            cases += len(STUDENT_ABILITIES)
            if found != expected:
                wrong.append(f"{case}: {sorted(found ^ expected)}")
            listed = set(caseload(person)) | set(school_students(person, held=posts_of(person)))
            if (world.cast.maya in listed) != bool(held - {Relation.GUARDIAN, Relation.INFORMED, Relation.REASON}):
                wrong.append(f"{case}: the lists tell another story")
            transaction.set_rollback(True)
    assert not wrong, "\n".join(wrong[:20])
    assert cases > 7000


def posts_of(person):
    return [
        post for post in StaffPost.objects.filter(account=person) if SPANS.get((post.starts_on, post.ends_on), True)
    ]


def test_the_table_keeps_what_no_edit_may_loosen():
    """A slip in the table of roles would pass every other test, which are made from it."""
    hand_over = {ability for ability in STUDENT_ABILITIES if ability.endswith((".write", ".adopt", ".share", ".send"))}
    watching = {Relation.DISTRICT, Relation.REASON, Relation.INFORMED, Relation.LEADER}
    assert [a for a in hand_over if STUDENT_ABILITIES[a] & watching] == []
    assert STUDENT_ABILITIES["words.write"] == {Relation.SELF, Relation.ADULT_SELF}
    assert STUDENT_ABILITIES["plan.adopt"] == {Relation.CHAIR}
    assert not STUDENT_ABILITIES["contacts.read"] & {
        Relation.GUARDIAN,
        Relation.INFORMED,
        Relation.DISTRICT,
        Relation.SELF,
    }
    for clinical in ("eligibility.read", "plan.read", "plan.draft", "progress.read", "trail.read"):
        assert Relation.SELF not in STUDENT_ABILITIES[clinical]
    for private in ("eligibility.read", "plan.read", "words.read", "strengths.read"):
        assert Relation.DISTRICT not in STUDENT_ABILITIES[private]
    assert not STUDENT_ABILITIES["eligibility.read"] & {Relation.GENERAL_TEACHER, Relation.AIDE}


# So many guesses at each of nine doors by three people; a hundred thousand where there is time for them.
GUESSES = times(40)
DOORS = [student_for, plan_for, goal_for, item_for, meeting_for, point_for, report_for, copy_for, person_for]


def every_id(world):
    """The number of every row of every table, and as many that were never given out, always the same."""
    given = [
        pk
        for model in apps.get_models()
        if model.__module__.startswith("strongsuit.") and model._meta.pk.get_internal_type() == "BigIntegerField"
        for pk in model._default_manager.values_list("pk", flat=True)
    ]
    chance = Random(20261120)
    return sorted(given), [chance.getrandbits(62) for _each in range(GUESSES)] + [
        0,
        1,
        -1,
        2**62,
        2**63 - 1,
        random_id(),
    ]


def opened(door, viewer, pk):
    try:
        return door(viewer, pk)
    except Http404:
        return None


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_no_swapped_or_guessed_number_opens_a_door(world, door):
    """An id of any table, tried at every door by people with nothing and with one record."""
    given, guessed = every_id(world)
    viewers = {
        "parent without rights": set(),
        "case manager": {world.cast.maya.pk},
        "other family": {world.cast.leo.pk},
    }
    for person, theirs in viewers.items():
        viewer = world.people[person]
        own = [pk for pk in given if pk in theirs]
        for pk in own + some(given, 40, f"{door.__name__} {person}"):
            found = opened(door, viewer, pk)
            assert found is None or getattr(found, "student_id", found.pk) in theirs, (person, pk, found)
        assert [pk for pk in guessed if opened(door, viewer, pk)] == []


# The last second of a day and the first of the next, where the school is and not where the server stands.
MIDNIGHTS = {"America/New_York": 5, "Pacific/Honolulu": 10, "Asia/Kolkata": -5.5}


@pytest.mark.parametrize("zone", MIDNIGHTS)
def test_rights_begin_and_end_at_midnight_where_the_school_is(world, undone, zone):
    maya, today = world.cast.maya, TODAY
    District.objects.filter(pk=maya.district_id).update(time_zone=zone)
    maya.refresh_from_db()
    TeamMember.objects.filter(account=world.cast.okafor).update(ends_on=today)
    TeamMember.objects.filter(account=world.cast.silva).update(starts_on=today + DAY)
    StaffPost.objects.filter(account=world.cast.chen).update(ends_on=today)
    Guardian.objects.filter(account=world.cast.rosa).update(rights_until=today)
    Guardian.objects.filter(account=world.cast.paul).update(rights_from=today + DAY)
    ending = [world.cast.okafor, world.cast.chen, world.cast.rosa]
    beginning = [world.cast.silva, world.cast.paul]
    midnight = datetime(2026, 11, 21, tzinfo=UTC) + timedelta(hours=MIDNIGHTS[zone])
    for moment, first, second in ((midnight - timedelta(seconds=1), True, False), (midnight, False, True)):
        with clock.frozen(moment, everywhere=True):
            assert [grant(person, "plan.read", maya) is not None for person in ending] == [first] * 3
            assert [grant(person, "plan.read", maya) is not None for person in beginning] == [second] * 2
