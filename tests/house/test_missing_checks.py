"""Take one check away, and the test of the doors must notice: for each door, one at a time (AZ-03)."""

from contextlib import contextmanager

import pytest
from django.test import override_settings

from strongsuit.people.roles import STUDENT_ABILITIES
from strongsuit.students import access
from tests.house.browser import BLANK
from tests.house.doors import DOORS, address, data, may
from tests.house.test_doors import problem_of

pytestmark = pytest.mark.django_db

# People with less and less to do with Maya; one of them is always somebody whom a door is not for.
TRIED = ("guardian", "leader", "aide", "district", "general teacher", "former team member", "stranger", "outsider")
# Abilities that no address asks for as a whole: pages only show more to those who hold them.
ON_PAGES = {"plan.proposed", "eligibility.read", "contacts.read", "words.read", "clocks.read"}
# Each step of what a student said asks for its own, behind one address (strongsuit/voice/deeds.py).
ON_PAGES |= {"voice.move", "voice.lead", "voice.safety"}
# These begin at the own record of whoever asks, and lead nobody to another; who has none finds nothing.
# What somebody gave is theirs alone to share: a second check stands behind the first.
OWN_RULES = ("own", "own day", "told day", "tablet", "giver")
OWN_PAGES = {name for name, door in DOORS.items() if door.rule in OWN_RULES}
GUARDED = sorted(name for name, door in DOORS.items() if (door.get or door.post) and name not in OWN_PAGES)


@pytest.fixture(autouse=True)
def _unprinted():
    with override_settings(TEMPLATES=[BLANK]):
        yield


class Anybody(str):
    """A relation that everybody has, in a table where it is enough for what is no longer checked."""

    label = "%(student)s"


@contextmanager
def unchecked(abilities, side):
    """The product as if nobody asked for these abilities, at a door of the school's or the family's side."""
    anybody, told = Anybody(side), access.relations
    table = {name: Everybody() if name in abilities else held for name, held in STUDENT_ABILITIES.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(access, "STUDENT_ABILITIES", table)
        patch.setattr(access, "relations", lambda *who, **when: (*told(*who, **when), anybody))
        yield


class Everybody(frozenset):
    """Whatever the relation, it is among these."""

    def __contains__(self, relation):
        return True

    def isdisjoint(self, held):
        return False


def noticed(world, browsers, name, abilities):
    """Whether the test of the doors finds anything wrong at this one."""
    for method in DOORS[name].methods:
        for person in TRIED:
            if may(world, name, person, "own", method):
                continue
            path, sent = address(world, name, "own"), data(world, name, "own", person)
            with unchecked(abilities, "informed" if "informed" in DOORS[name].only else "case_manager"):
                answer = browsers[person].get(path) if method == "GET" else browsers[person].post(path, sent)
            if problem_of(answer, person, False, DOORS[name].rule):
                return True
    return False


@pytest.mark.parametrize("name", GUARDED)
def test_a_door_without_its_check_is_noticed(world, browsers, name):
    needs = {ability for method in DOORS[name].methods for ability in DOORS[name].needs(method)}
    assert noticed(world, browsers, name, needs)


def test_every_ability_is_asked_for_by_some_door():
    asked = {ability for name in GUARDED for method in DOORS[name].methods for ability in DOORS[name].needs(method)}
    asked |= {ability for name in OWN_PAGES for method in DOORS[name].methods for ability in DOORS[name].needs(method)}
    assert set(STUDENT_ABILITIES) - asked == ON_PAGES
