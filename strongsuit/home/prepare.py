"""What must be true before the first page: tables in shape, static files gathered, and in demo mode a district."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from strongsuit import __version__
from strongsuit.people.models import District
from strongsuit.people.queries import in_demo

DEMO_STUDENTS = 60


def prepare() -> None:
    bring_tables_into_shape()
    gather_static_files()
    if settings.DEMO:
        build_demo()


def bring_tables_into_shape() -> None:
    """Migrate a SQLite file; a database server that several machines share is migrated by its operator, once."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if connection.vendor != "sqlite":
        raise CommandError("The database is older than this version of Strongsuit. Run: strongsuit migrate")
    settings.DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)


def build_demo() -> None:
    """A district of invented people, once; never beside a real one."""
    if not in_demo():
        raise CommandError("STRONGSUIT_DEMO is yes, but this database holds a real district. Set it to no.")
    if not District.objects.exists():
        call_command("demo", students=DEMO_STUDENTS)


def gather_static_files() -> None:
    """Collect, name by content and compress, but only when a file has changed since the last time."""
    stamp = settings.DATA / "static.stamp"
    now = static_stamp()
    if settings.DEBUG or (stamp.exists() and stamp.read_text(encoding="ascii") == now):
        return
    # Cleared first: it would keep a file that is older than its copy, as unpacked releases are.
    call_command("collectstatic", clear=True, interactive=False, verbosity=0)
    stamp.write_text(now, encoding="ascii")


def static_stamp() -> str:
    files = [Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([])]
    seen = [f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in sorted(files)]
    return hashlib.sha256("\n".join([__version__, *seen]).encode()).hexdigest()
