"""Every deed is all or nothing with its line in the trail, whichever statement the database fails at (REL-02)."""

import pytest
from django.db import connection, transaction
from django.test import override_settings

from tests.amounts import dealt_here, some
from tests.house.browser import BLANK, WRITES
from tests.house.deeds import deeds

pytestmark = pytest.mark.django_db

# These leave nothing on record: where a reader stands, where somebody works, a sign-in of one's own.
UNTOLD = {"plans:presence", "web:display", "home:spaces"}


class GoneAway(Exception):
    """The database, in the middle of a deed."""


class Tape:
    """Notes each statement, and lets the one at ``fails_at`` fail."""

    def __init__(self, fails_at=None):
        self.fails_at, self.said = fails_at, []

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            return execute(sql, params, many, context)
        if len(self.said) == self.fails_at:
            self.said.append(sql)
            raise GoneAway
        self.said.append(sql)
        return execute(sql, params, many, context)


def table_of(sql):
    found = WRITES.match(sql)
    return found[2] if found and found[2] != "people_session" else ""


@pytest.fixture(scope="module")
def forms(world, browsers):
    return deeds(world, browsers)


@pytest.fixture(autouse=True)
def _unprinted():
    with override_settings(TEMPLATES=[BLANK]):
        yield


def rows_of(tables):
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def sent(browser, deed, tape):
    with connection.execute_wrapper(tape):
        return browser.post(deed.path, deed.data, keep=True)


def test_a_fault_at_any_statement_of_any_deed_leaves_everything_as_it_was(browsers, forms):
    wrong, faults = [], 0
    here = [deed for deed in forms if dealt_here(deed.name)]
    for deed in some(here, len(here) // 4, "faults"):
        browser = browsers[deed.person]
        with transaction.atomic():
            tape = Tape()
            done = sent(browser, deed, tape)
            transaction.set_rollback(True)
        writes = [place for place, sql in enumerate(tape.said) if table_of(sql)]
        if done.status not in (200, 302) or not writes:
            continue
        tables = {table_of(sql) for sql in tape.said} - {""} | {"audit_entry"}
        if "audit_entry" not in {table_of(sql) for sql in tape.said} and deed.route not in UNTOLD:
            wrong.append(f"{deed}: nothing in the trail")
        before = rows_of(tables)
        for place in range(writes[0], writes[-1] + 1):
            with transaction.atomic():
                broken = sent(browser, deed, Tape(place))
                after = rows_of(tables)
                transaction.set_rollback(True)
            faults += 1
            if broken.status != 500 and after == before:
                continue
            if after != before:
                changed = [table for table in tables if after[table] != before[table]]
                wrong.append(f"{deed}, at “{tape.said[place][:70]}”: {changed} half-written")
    assert not wrong, "\n".join(wrong)
    assert faults > 20
