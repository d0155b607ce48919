"""What every test may ask for. DATABASE_URL chooses the database; without it, SQLite."""

import gc
from datetime import date
from pathlib import Path
from zlib import crc32

import pytest
from django.db import connection
from django.utils import translation
from hypothesis import settings

from strongsuit.web import clock
from tests.amounts import BESIDE, BROWSER, patient, times
from tests.cast import NOW, build_cast

# Tests make and drop whole worlds; looking for rings of garbage after every few hundred rows took a tenth of the time.
gc.set_threshold(100_000, 50, 100)

pytest_plugins = ["tests.clearing", "tests.browser.chromium"]

TESTS = Path(__file__).parent

# The same examples every time, and no verdict about a busy machine.
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=times(50))
settings.load_profile("steady")


# What leans on the database itself is tried on each: questions, deeds, guards, versions, faults, collisions.
ON_BOTH = (
    "*/audit/*.py", "*/test_queries*.py", "*/test_actions*.py", "*/test_models.py", "*/test_access.py",
    "*/test_jobs.py", "*/test_concurrency.py", "*/test_interleaving.py", "*/test_faults.py", "*/test_twice.py",
    "*/test_trail.py", "*/test_tables.py", "*/test_real_sets.py", "*/test_import_roster.py",
)  # fmt: skip
# Of the others, most of them pages, PostgreSQL tries one of so many, beside its walk through every page.
SHARE = 8
# Long walks through everything, each beside the database that has time for it.
WALKS = {
    "test_crawl.py": "postgresql", "test_text.py": "sqlite", "test_backup.py": "sqlite",
    "test_an_empty_installation_becomes_the_one_that_was_backed_up": "postgresql",
    "test_a_large_district_is_filled_with_the_guards_aside_and_they_come_back": "postgresql",
    "test_every_situation_gives_what_a_plain_telling_gives": "postgresql",
    "test_logs.py": "sqlite", "test_growth.py": "sqlite", "test_scanner.py": "sqlite", "test_comparing.py": "sqlite",
    "test_both_are_told_in_the_trail": "sqlite",
    "test_the_same_seed_and_day_give_the_same_district": "sqlite",
    "test_every_word_is_there_on_other_days_of_the_year_too": "sqlite",
}  # fmt: skip


def pytest_ignore_collect(collection_path):
    """A line does not even read the files of which it tries nothing: to import all of them takes seconds."""
    folder = collection_path.relative_to(TESTS).parts[:1] if collection_path.is_relative_to(TESTS) else ()
    if BROWSER and folder and (folder[0] == "browser") != (BROWSER == "only"):
        return True
    # The knowledge asks no database; it is tried beside PostgreSQL.
    return True if BESIDE and folder == ("knowledge",) and connection.vendor == "sqlite" else None


def pytest_runtest_teardown():
    """A page answers in its reader's language, and the thread that asked for it would go on in that one."""
    translation.deactivate()


def pytest_collection_modifyitems(config, items):
    """Each test runs where it means something: the browser walks on SQLite, what asks no database beside PostgreSQL."""
    strays = [item.nodeid for item in items if bool(item.get_closest_marker("browser")) != lies_in(item, "browser")]
    assert strays == [], "what walks in the browser lies in tests/browser, and nothing else does"
    elsewhere = {"postgres"} if connection.vendor == "sqlite" else {"sqlite", "browser"}
    if not patient():
        elsewhere |= {"patient"}
    left_out = [
        item for item in items if elsewhere & {mark.name for mark in item.iter_markers()} or not is_tried_here(item)
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def lies_in(item, folder):
    return item.path.is_relative_to(TESTS / folder)


def is_tried_here(item):
    """The browser has a line of its own; what asks no database keeps PostgreSQL's busy."""
    if BROWSER and (BROWSER == "only") != bool(item.get_closest_marker("browser")):
        return False
    return not BESIDE or connection.vendor in tried_on(item)


def tried_on(item):
    """The databases that try a test where two are at hand."""
    if lies_in(item, "knowledge") or not asks_database(item):
        return ["postgresql"]
    if BESIDE == "all" or {"sqlite", "postgres"} & {mark.name for mark in item.iter_markers()}:
        return ["sqlite", "postgresql"]
    for name in (item.originalname, item.path.name):
        if name in WALKS:
            return [WALKS[name]]
    if any(item.path.match(pattern) for pattern in ON_BOTH):
        return ["sqlite", "postgresql"]
    # Always the same one.
    return ["sqlite" if crc32(item.nodeid.encode()) % SHARE else "postgresql"]


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
