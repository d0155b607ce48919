"""Empties the tables after a test that committed: the triggers of append-only tables step aside for it."""

import pytest
from django.core.management.commands import flush
from django.db.backends.base.operations import BaseDatabaseOperations

FLUSH = BaseDatabaseOperations.execute_sql_flush
# What migrations fill and no test changes: writing it anew took longer than all the rest.
FILLED = {"django_content_type", "auth_permission"}


@pytest.fixture(scope="session", autouse=True)
def _emptied_tables():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", flush_past_triggers)
        patch.setattr(flush, "sql_flush", emptied)
        patch.setattr(flush, "emit_post_migrate_signal", lambda *given: None)
        yield


def emptied(style, connection, **how):
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [f'DELETE FROM "{table}"' for table in tables if table not in FILLED]


def flush_past_triggers(operations, statements):
    connection = operations.connection
    if connection.vendor == "postgresql":
        return FLUSH(operations, ["SET LOCAL session_replication_role = replica", *statements])
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
    drops = [f'DROP TRIGGER "{name}"' for name, _ in triggers]
    return FLUSH(operations, [*drops, *statements, *(sql for _, sql in triggers)])
