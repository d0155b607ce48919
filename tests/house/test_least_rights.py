"""The pages work with a database role that owns nothing, and that role can do no more (WEB-15)."""

import os
import re
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.test import override_settings

from tests.house.browser import BLANK
from tests.house.deeds import deeds

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

INSTALL = Path(__file__).parents[2] / "docs" / "operate" / "install.md"
ROLE = f"strongsuit_{os.getpid()}"
BEYOND = {
    "drop a table": "DROP TABLE students_student",
    "change a table": "ALTER TABLE students_student ADD COLUMN mine text",
    "drop a guard": "DROP TRIGGER keep_audit_entry_update ON audit_entry",
    "switch the guards off": "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "step around the guards": "SET session_replication_role = replica",
    "empty the trail": "TRUNCATE audit_entry",
    "empty what students said": "TRUNCATE voice_voiceitem CASCADE",
    "rewrite the trail": "UPDATE audit_entry SET deed = 'nothing'",
    "take lines out of the trail": "DELETE FROM audit_entry",
    "rewrite a seal": "UPDATE audit_seal SET digest = ''",
    "make a table": "CREATE TABLE mine (words text)",
    "make a role": "CREATE ROLE mine",
    "make itself more": "ALTER ROLE CURRENT_USER SUPERUSER",
    "become the owner": "SET ROLE {owner}",
    "become the owner for good": "SET SESSION AUTHORIZATION {owner}",
    "read a file": "SELECT pg_read_file('/etc/hostname')",
    "write a file": "COPY students_student TO '/tmp/taken'",
    "run a program": "COPY students_student TO PROGRAM 'cat'",
    "read the keys of others": "SELECT passwd FROM pg_shadow",
}


def own_grants():
    """The statements of the page for operators, word by word, for a role of this test."""
    (words,) = re.findall(r"```sql\n(.*?)```", INSTALL.read_text(encoding="utf-8"), re.DOTALL)
    return [line.strip().replace(" strongsuit;", f" {ROLE};") for line in words.splitlines() if line.strip()]


def as_somebody(user):
    there = connection.get_connection_params() | {"user": user}
    keep = ("host", "port", "dbname", "user", "password")
    return psycopg.connect(**{name: there[name] for name in keep if there.get(name)}, autocommit=True)


@pytest.fixture(scope="module")
def role(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        owner = connection.settings_dict["USER"] or None
        with as_somebody(owner) as session:
            session.execute(f"CREATE ROLE {ROLE} LOGIN")
            for statement in own_grants():
                session.execute(statement)
        yield ROLE
        with as_somebody(owner) as session:
            session.execute(f"DROP OWNED BY {ROLE}")
            session.execute(f"DROP ROLE {ROLE}")


@pytest.mark.parametrize("what", BEYOND)
def test_what_no_page_needs_is_refused(db, role, what):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'audit_entry'")
        owner = cursor.fetchone()[0]
    with as_somebody(role) as session, pytest.raises(psycopg.errors.InsufficientPrivilege):
        session.execute(BEYOND[what].format(owner=f'"{owner}"'))


def test_every_form_does_what_it_says_with_that_role(role, world, browsers, undone):
    """A form that asked for a right the role has not would be a fault of the server."""
    forms, wrong, done = deeds(world, browsers), [], 0
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {role}")
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (role,)
    with override_settings(TEMPLATES=[BLANK]):
        for deed in forms:
            answer = browsers[deed.person].post(deed.path, deed.data)
            wrong += [f"{deed}: {answer}"] if answer.status >= 500 else []
            done += bool(answer.written)
    assert not wrong, "\n".join(wrong)
    assert done > 50
