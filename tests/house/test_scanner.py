"""A small scanner of our own: what the well-known ones send, signed in as each role (WEB-07, WEB-02, WEB-09)."""

from urllib.parse import urlencode

import pytest
from django.contrib.staticfiles.finders import get_finders
from django.db import OperationalError, connection
from django.test import Client, override_settings

from strongsuit.web.middleware import HEADERS
from tests.amounts import some
from tests.house.browser import BLANK
from tests.house.crawl import own_doors
from tests.house.doors import DOORS, address, may
from tests.house.scanner import PROBES, SPOKEN, faults, listed

pytestmark = pytest.mark.django_db

ROLES = ("case manager", "chair", "aide", "district", "registrar", "guardian", "student", "signed out")
QUERIES = (
    "q", "sort", "as", "after", "from", "plan", "view", "next", "page", "id", "file", "url", "debug", "cmd", "lang",
)  # fmt: skip


@pytest.mark.parametrize("person", ROLES)
def test_no_probe_in_an_address_or_a_header_works(world, browsers, person):
    wrong, probes = [], list(PROBES.values())
    doors = list(dict.fromkeys(["/", "/nothing/", *own_doors(world, person)]))
    for turn, path in enumerate(some(doors, len(doors) // 2, person)):
        odd = {name: probes[(turn + place) % len(probes)] for place, name in enumerate(QUERIES)}
        answer = browsers[person].get(f"{path}?{urlencode(odd)}", **SPOKEN)
        wrong += [f"{path}: {fault}" for fault in faults(answer)]
    assert not wrong, listed(wrong)


def test_every_address_carries_every_header_whoever_asks_and_however(world, browsers):
    """Pages, ways to sign in, refusals of a method, of a token and of a stranger."""
    wrong = []
    with override_settings(TEMPLATES=[BLANK]):
        for name in DOORS:
            path = address(world, name, "own")
            for person, method in (
                ("signed out", "GET"),
                ("outsider", "GET"),
                ("outsider", "POST"),
                ("outsider", "PUT"),
            ):
                answer = browsers[person].ask(method, path, checks=method == "POST")
                wrong += [f"{method} {name} as {person}: {fault}" for fault in faults(answer)]
    assert not wrong, listed(wrong)


def test_every_static_file_carries_every_header(client, db):
    wrong, number = [], 0
    for finder in get_finders():
        for name, _storage in finder.list([]):
            answer = client.get(f"/static/{name}")
            answer.close()
            number += 1
            wrong += [f"{name}: {answer.status_code}"] if answer.status_code != 200 else []
            wrong += [f"{name}: {each}" for each, value in HEADERS.items() if answer.headers.get(each) != value]
            wrong += [f"{name}: says what runs here"] if {"Server", "X-Powered-By"} & set(answer.headers) else []
            wrong += [f"{name}: may be stored nowhere"] if answer.headers["Cache-Control"] == "no-store" else []
    assert not wrong, listed(wrong)
    assert number > 50


@pytest.mark.parametrize("length", [0, 365 * 24 * 3600])
def test_a_public_server_says_that_only_https_will_do_for_a_year(settings, db, length):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = length, True
    found = Client().get("/help/", secure=True).headers.get("Strict-Transport-Security", "")
    assert found == (f"max-age={length}; includeSubDomains" if length else "")


class Gone:
    """A database that went away: from the first question on, or when the records are asked for."""

    def __init__(self, *beginnings):
        self.beginnings = beginnings

    def __call__(self, execute, sql, params, many, context):
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")) and any(each in sql for each in self.beginnings):
            raise OperationalError("server closed the connection: host=db.secret.example user=strongsuit")
        return execute(sql, params, many, context)


@pytest.mark.parametrize("gone", [Gone(""), Gone("students_", "plans_", "strengths_", "people_staffpost")])
def test_every_page_is_calm_when_the_database_is_gone(world, browsers, gone):
    """A sentence and a reference, nothing of the machine, nothing of the record."""
    wrong, calm = [], 0
    for name, door in DOORS.items():
        if door.get is None or not may(world, name, "case manager", "own", "GET"):
            continue
        with override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False), connection.execute_wrapper(gone):
            answer = browsers["case manager"].get(address(world, name, "own"))
        if answer.status < 500:
            continue
        calm += 1
        told = name == "home:ready" or answer.headers["X-Request-ID"] in answer.text
        wrong += [] if told else [f"{name}: no reference"]
        wrong += [
            f"{name}: says {word}"
            for word in ("secret.example", "Traceback", "OperationalError", "students_student", "Maya", "django")
            if word in answer.text
        ]
    assert not wrong, listed(wrong)
    assert calm > 30
