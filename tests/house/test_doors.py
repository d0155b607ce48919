"""Every address, every relation, four children: the page for those it is for, else 404 (AZ-01, AZ-02)."""

import pytest
from django.test import override_settings
from django.urls import reverse

from strongsuit.people.roles import Relation
from tests.amounts import some
from tests.house.browser import BLANK
from tests.house.doors import DOORS, address, data, may, routes
from tests.house.world import CHILDREN

pytestmark = pytest.mark.django_db

ALLOWED = {200, 204, 302, 409, 422}
# Who is tried at the records they have nothing to do with, besides those who hold something there.
FEW = ("case manager", "district", "guardian", "student", "signed out")
# How many are tried of those who are something to Maya and have no business at this door.
NEAR = 2
# A save that asks for a word instead of a page.
QUIET = {"HTTP_X_AUTOSAVE": "1"}
EVERYWHERE = ("case manager", "guardian", "student", "signed out")


@pytest.fixture(scope="module", autouse=True)
def _unprinted_pages():
    """Who is let in is asked here; drawing thousands of pages would only cost time, and is tested elsewhere."""
    with override_settings(TEMPLATES=[BLANK]):
        yield


def test_every_route_stands_in_the_table():
    found = [name for name, _pattern in routes()]
    assert len(found) == len(set(found)), "two addresses share a name"
    assert sorted(set(found) - set(DOORS)) == [], "say in tests/house/doors.py whom these are for"
    assert sorted(set(DOORS) - set(found)) == [], "these are gone; take their lines out of tests/house/doors.py"


def test_every_relation_has_its_person(world):
    relations = {relation for held in world.held.values() for found in held.values() for relation in found}
    assert relations == set(Relation.values)
    assert set(world.held) == set(world.people)


def people_at(world, name):
    """Whoever is let in, and in turn some who are something to Maya or nothing; a few where signing in is enough."""
    if DOORS[name].rule in ("open", "signed in", "leaving", "nobody", "off"):
        return FEW
    refused = [
        person
        for person in world.people
        if person != "signed out" and not any(may(world, name, person, "own", method) for method in DOORS[name].methods)
    ]
    others = [person for person in refused if "own" not in world.held[person]]
    near = [person for person in refused if person not in others]
    tried = some(others, 1, name) + some(near, NEAR, name)
    return [person for person in world.people if person not in refused or person in tried]


def children_of(world, name, person):
    """The children a person is tried with at this address; one where the address names none."""
    if not DOORS[name].things:
        return ["own"]
    # One of those with no business there is tried at each of the other children, in turn.
    turn = sum(map(ord, name))
    others = [child for number, child in enumerate(CHILDREN[1:]) if EVERYWHERE[(turn + number) % 4] == person]
    held = [child for child in world.held[person] if child != "own"]
    return ["own", *dict.fromkeys([*others, *some(held, 1, f"{name} {person}")])]


def seen_from(world, person, child):
    """The own record of somebody grown up is their own, not Maya's."""
    return "grown" if person == "grown student" and child == "own" else child


@pytest.mark.parametrize("name", sorted(DOORS))
def test_a_door_opens_for_those_it_is_for_and_is_not_there_for_others(world, browsers, name):
    wrong = []
    for method in DOORS[name].methods:
        for person in people_at(world, name):
            browser = browsers[person]
            for child in children_of(world, name, person):
                there = seen_from(world, person, child)
                path = address(world, name, there)
                allowed = may(world, name, person, child, method)
                sent = data(world, name, there, person)
                answer = browser.get(path) if method == "GET" else browser.post(path, sent, **QUIET)
                if problem := problem_of(answer, person, allowed, DOORS[name].rule):
                    wrong.append(f"{method} {path} as {person} ({child}): {problem}")
    assert not wrong, "\n".join(wrong)


def problem_of(answer, person, allowed, rule):
    if allowed:
        if answer.status not in ALLOWED:
            return f"{answer} instead of the page"
        return "sent to sign in" if rule not in ("open", "leaving") and answer.url.startswith("/sign-in/?") else ""
    if person == "signed out" and rule != "off" or answer.url.startswith("/sign-in/?"):
        refused = answer.status == 401 or (answer.status == 302 and answer.url.startswith("/sign-in/"))
        led = refused and person == "signed out" and not answer.written
        return "" if led else f"{answer}, not led to sign in"
    if answer.status != 404:
        return f"{answer} instead of 404"
    return f"refused, but wrote {answer.written}" if answer.written else ""


# The addresses that ask for a proof first; a test below finds out which, and this is that none of them is forgotten.
ASKING = {
    "documents:ask", "documents:take", "interop:apply", "interop:report", "meetings:sign", "people:invite",
    "students:add_member",
}  # fmt: skip


def asks_again(answer):
    return answer.status == 302 and answer.url.startswith(reverse("people:step"))


OTHERS = sorted(set(DOORS) - ASKING)


@pytest.mark.parametrize("name", sorted(ASKING) + some(OTHERS, len(OTHERS) // 10, "proof"))
def test_nobody_is_asked_for_a_proof_at_a_door_that_is_not_theirs(world, unproved, name):
    """To be asked would say that there is something; so only those are asked whom the door is for."""
    wrong, asked = [], False
    for method in DOORS[name].methods:
        people = [person for person in people_at(world, name) if person in unproved]
        for person in sorted(people, key=lambda person: not may(world, name, person, "own", method)):
            there = seen_from(world, person, "own")
            allowed = may(world, name, person, "own", method)
            if not (allowed or asked):
                break
            path, sent = address(world, name, there), data(world, name, there, person)
            answer = unproved[person].get(path) if method == "GET" else unproved[person].post(path, sent)
            if allowed:
                asked = asked or asks_again(answer)
            elif answer.status != 404 or answer.written:
                wrong.append(f"{method} {path} as {person}: {answer}, wrote {answer.written}")
    assert not wrong, "\n".join(wrong)
    assert asked or name not in ASKING


# What may be signed, taken out or printed, or who stands where in a record and in the house: a fresh proof each time.
GUARDED = {
    "plans:adopt": "chair", "meetings:sign": "guardian",
    "documents:ask": "case manager", "documents:ask_report": "case manager", "documents:take": "case manager",
    "students:add_guardian": "case manager", "students:guardian": "case manager",
    "students:invite_guardian": "case manager", "students:close_sign_in": "case manager",
    "students:remove_guardian": "case manager", "students:add_member": "case manager",
    "students:case_manager": "chair", "students:member": "case manager", "students:end_member": "case manager",
    "people:invite": "district", "people:end_post": "district", "people:end_sign_ins": "district",
    "people:send_link": "district", "people:start_again": "district", "interop:apply": "district",
    "mfa_generate_recovery_codes": "case manager", "mfa_activate_totp": "case manager",
    "mfa_add_webauthn": "case manager",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(GUARDED))
def test_an_old_proof_is_not_enough_for_what_matters_most(world, unproved, name):
    person = GUARDED[name]
    method = DOORS[name].methods[-1]
    path, sent = address(world, name, "own"), data(world, name, "own", person)
    answer = unproved[person].get(path) if method == "GET" else unproved[person].post(path, sent)
    assert answer.status == 302 and answer.url.startswith("/sign-in/again/"), str(answer)
    assert answer.written == []


def test_a_list_leaves_as_a_file_only_after_a_fresh_proof(browsers, unproved):
    assert unproved["case manager"].get("/caseload/").status == 200
    assert asks_again(unproved["case manager"].get("/caseload/?as=csv"))
    assert browsers["case manager"].get("/caseload/?as=csv").headers["Content-Type"].startswith("text/csv")


NESTED = sorted(name for name, door in DOORS.items() if len(door.things) > 1 and not door.rule)


@pytest.mark.parametrize("name", NESTED)
def test_a_part_of_another_childs_record_is_not_reached_through_ones_own(world, browsers, name):
    method = DOORS[name].methods[-1]
    for other in ("school", "elsewhere", "district"):
        path = address(world, name, "own", other)
        for person in ("case manager", "chair"):
            answer = browsers[person].get(path) if method == "GET" else browsers[person].post(path, **QUIET)
            assert answer.written == [], path
            assert answer.status == 404 or (DOORS[name].quiet and answer.status == 302), (path, person, answer.status)
