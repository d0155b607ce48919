"""Taking a demo away again, with the triggers that protect a real district stepping aside for it."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.db.models import Model

from strongsuit.documents.models import Copy
from strongsuit.home.demo.load import own_models
from strongsuit.strengths.models import Media

# What belongs to the program and not to a district.
KEPT = {"contenttypes", "auth"}


def clear() -> None:
    """Empty every table, and remove papers, photos and the copy of the seals that belonged to them."""
    files = list(Copy.objects.exclude(file="").values_list("file", flat=True))
    for pair in Media.objects.exclude(file="").values_list("file", "small"):
        files += [name for name in pair if name]
    tables = [model._meta.db_table for model in others() + own_models()[::-1]]
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        connection.disable_constraint_checking()
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("TRUNCATE {} RESTART IDENTITY".format(", ".join(f'"{name}"' for name in tables)))
        else:
            empty_on_sqlite(cursor, tables)
    connection.enable_constraint_checking()
    Path(settings.SEAL_COPY).unlink(missing_ok=True)
    for name in files:
        default_storage.delete(name)


def others() -> list[type[Model]]:
    """Sign-ins and second factors, which the libraries keep."""
    found = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return [model for model in found if model not in own_models() and model._meta.app_label not in KEPT]


def empty_on_sqlite(cursor, tables: list[str]) -> None:
    # Children first, so that emptying a parent finds nobody who points at it.
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = cursor.fetchall()
    for name, _sql in triggers:
        cursor.execute(f'DROP TRIGGER "{name}"')
    for table in tables:
        cursor.execute(f'DELETE FROM "{table}"')
    cursor.execute("DELETE FROM sqlite_sequence")
    for _name, sql in triggers:
        cursor.execute(sql)
