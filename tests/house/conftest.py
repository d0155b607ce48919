"""The world of the house tests, put up for each module in a transaction that is undone, and browsers for its people."""

import pytest
from django.db import transaction
from django.test import override_settings

from strongsuit.web import clock
from tests.cast import NOW
from tests.house.browser import Browser, sign_in
from tests.house.world import build_world
from tests.replay import written_once


@pytest.fixture(autouse=True)
def _django_db_marker(request):
    """Takes the place of the plugin's own: tests of the world share one transaction and open none of their own."""
    if request.node.get_closest_marker("django_db") and "world" not in request.fixturenames:
        request.getfixturevalue("_django_db_helper")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        clock.frozen(NOW, everywhere=True),
        override_settings(DEBUG_PROPAGATE_EXCEPTIONS=True),
        transaction.atomic(),
    ):
        yield build_world()
        transaction.set_rollback(True)


@written_once
def proved(world):
    return [person and sign_in(person) for person in world.people.values()]


@written_once
def an_hour_ago(world):
    return [person and sign_in(person, proved=False) for person in world.people.values()]


@pytest.fixture(scope="module")
def browsers(world):
    """A signed-in browser for everybody; ``signed out`` has none of it."""
    cookies = dict(zip(world.people, proved(world), strict=True))
    return {name: Browser(person, cookie=cookies[name]) for name, person in world.people.items()}


@pytest.fixture(scope="module")
def unproved(world):
    """The same people an hour later: signed in still, and asked again before the deeds that matter most."""
    cookies = dict(zip(world.people, an_hour_ago(world), strict=True))
    return {name: Browser(person, cookie=cookies[name]) for name, person in world.people.items() if person}


@pytest.fixture
def undone(world):
    """Whatever the test writes is gone afterwards."""
    with transaction.atomic():
        yield world
        transaction.set_rollback(True)
