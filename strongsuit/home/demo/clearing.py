"""Taking a demo away again, with the triggers that protect a real district stepping aside for it."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction

from strongsuit.documents.models import Copy

# What belongs to the program and not to a district.
KEPT = {"contenttypes", "auth"}


def clear() -> None:
    """Empty every table, and remove the papers and the copy of the seals that belonged to them."""
    files = list(Copy.objects.exclude(file="").values_list("file", flat=True))
    tables = [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.app_label not in KEPT
    ]
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("TRUNCATE {} RESTART IDENTITY".format(", ".join(f'"{name}"' for name in tables)))
        else:
            empty_on_sqlite(cursor, tables)
    Path(settings.SEAL_COPY).unlink(missing_ok=True)
    for name in files:
        default_storage.delete(name)


def empty_on_sqlite(cursor, tables: list[str]) -> None:
    cursor.execute("PRAGMA defer_foreign_keys = ON")
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = cursor.fetchall()
    for name, _sql in triggers:
        cursor.execute(f'DROP TRIGGER "{name}"')
    for table in tables:
        cursor.execute(f'DELETE FROM "{table}"')
    cursor.execute("DELETE FROM sqlite_sequence")
    for _name, sql in triggers:
        cursor.execute(sql)
