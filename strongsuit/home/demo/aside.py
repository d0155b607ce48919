"""Filling a fresh demo of many students: indexes and triggers step aside, then come back as they were."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from django.db import OperationalError, connection, transaction

from strongsuit.home.demo.load import own_models

# Python's connection keeps the whole file in memory pages while it is filled.
ALONE = ("PRAGMA journal_mode = MEMORY",)
FAST = ("PRAGMA synchronous = OFF", "PRAGMA cache_size = -1000000",
        "PRAGMA foreign_keys = OFF")  # fmt: skip
SAFE = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA cache_size = -65536",
        "PRAGMA foreign_keys = ON")  # fmt: skip
MADE = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL"
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('f', 'u') ORDER BY contype DESC, conname
"""
# Indexes with a condition stay: it would come back in other words.
INDEXES = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
    WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisprimary AND i.indpred IS NULL
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid) ORDER BY 1
"""


def tables() -> list[str]:
    return [model._meta.db_table for model in own_models()]


@contextmanager
def all_aside() -> Iterator[None]:
    """While this holds, rows go in unchecked; whatever comes out of it is checked as always."""
    if connection.vendor == "postgresql":
        with aside_on_postgres():
            yield
    else:
        with aside_on_sqlite():
            yield


@contextmanager
def aside_on_sqlite() -> Iterator[None]:
    with suppress(OperationalError):
        # Refused while a server has the file open too; then the log stays, and filling takes a little longer.
        run(ALONE)
    run(FAST)
    with connection.cursor() as cursor:
        cursor.execute(MADE)
        made = cursor.fetchall()
    with transaction.atomic():
        run(f'DROP {kind.upper()} "{name}"' for kind, name, _sql in made)
        yield
        run(sql for kind, _name, sql in sorted(made))
    run(["ANALYZE", *SAFE])


@contextmanager
def aside_on_postgres() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(CONSTRAINTS, [tables()])
        constraints = cursor.fetchall()
        cursor.execute(INDEXES, [tables()])
        indexes = cursor.fetchall()
    with transaction.atomic():
        run(f'ALTER TABLE "{table}" DISABLE TRIGGER USER' for table in tables())
        run(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"' for table, name, _sql in constraints)
        run(f"DROP INDEX {name}" for name, _sql in indexes)
    try:
        yield
    finally:
        run(["SET maintenance_work_mem = '512MB'"])
        # What is unique comes first: the keys that point at it need its index.
        run(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {sql}' for table, name, sql in constraints)
        run(sql for _name, sql in indexes)
        run(f'ALTER TABLE "{table}" ENABLE TRIGGER USER' for table in tables())
        run(["RESET maintenance_work_mem", "ANALYZE"])


def run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
