"""The shape of the tables: which migrations a backup was made with, and how an older one comes up to date."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Names = list[tuple[str, str]]


def applied() -> Names:
    return sorted(MigrationRecorder(connection).applied_migrations())


def unknown(names: Names) -> Names:
    """Migrations that this version has never heard of: the backup comes from a newer one."""
    known = MigrationLoader(None).disk_migrations
    return [name for name in names if name not in known]


def build(names: Names) -> None:
    """Make empty tables in exactly the shape that ``names`` give."""
    executor = MigrationExecutor(connection)
    executor.migrate(newest(executor.loader, set(names)))


def newest(loader: MigrationLoader, names: set[tuple[str, str]]) -> Names:
    """The last of each folder. Naming an earlier one too would ask Django to undo what comes after it."""
    return [
        name
        for name in sorted(names)
        if not any(child.key in names and child.key[0] == name[0] for child in loader.graph.node_map[name].children)
    ]


def bring_forward() -> None:
    call_command("migrate", verbosity=0, interactive=False)
