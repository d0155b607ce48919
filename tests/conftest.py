"""What every test may ask for. DATABASE_URL chooses the database; without it, SQLite."""

import os
from datetime import date

import pytest
from django.db import connection
from hypothesis import settings

from strongsuit.web import clock
from tests.cast import NOW, build_cast

pytest_plugins = ["tests.clearing", "tests.browser.chromium"]

# The same examples every time, and no verdict about a busy machine.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_collection_modifyitems(config, items):
    """Each test runs where it means something: the browser walks on SQLite, what asks no database beside PostgreSQL."""
    elsewhere = {"postgres"} if connection.vendor == "sqlite" else {"sqlite", "browser"}
    # Set where both databases are tried side by side; a plain run tries everything on the one it has.
    shared = "TESTS_BESIDE_POSTGRES" in os.environ
    left_out = [
        item
        for item in items
        if elsewhere & {mark.name for mark in item.iter_markers()} or (shared and not asks_database(item))
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def asks_database(item):
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool({"db", "transactional_db", "live_server", "client"} & fixtures) or item.get_closest_marker("django_db")


@pytest.fixture
def today():
    return date(2026, 11, 20)


@pytest.fixture
def cast(db):
    """Maya, her team and the stranger, as of 20 November 2026, with the clock held there."""
    with clock.frozen(NOW, everywhere=True):
        yield build_cast()
