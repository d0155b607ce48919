"""A PostgreSQL database into a backup and back, over its connection alone: no dump program, no version to match."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from strongsuit.home.keeping.archive import PIECE, Archive, Writer
from strongsuit.home.keeping.refusals import CannotRestore
from strongsuit.home.keeping.shapes import bring_forward, build
from strongsuit.home.keeping.swap import Swap

SHAPE = "django_migrations"


def pack(writer: Writer, folder: Path) -> dict[str, object]:
    """Add every table as of one moment: one transaction that only reads and sees no change after it began."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute("SET LOCAL DateStyle TO 'ISO, YMD'")
        tables = columns(cursor)
        for table, names in tables.items():
            with TemporaryFile(dir=folder) as made:
                with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(listing(table, names))) as rows:
                    for piece in rows:
                        made.write(piece)
                writer.add(member(table), made)
    return {"tables": tables}


def bring_back(archive: Archive, swap: Swap, *, finish: Callable[[], None]) -> None:
    """Drop, build, fill and bring up to date in one transaction: others see the old database or the new one."""
    tables: dict[str, list[str]] = archive.manifest["tables"]
    with transaction.atomic():
        with connection.cursor() as cursor:
            clear(cursor)
        build([(folder, name) for folder, name in archive.manifest["migrations"]])
        with connection.cursor() as cursor:
            if columns(cursor).keys() != tables.keys():
                raise CannotRestore("The tables in the backup are not those that its version of Strongsuit makes.")
            fill(cursor, archive, tables)
        bring_forward()
        finish()


def columns(cursor: CursorWrapper) -> dict[str, list[str]]:
    """Our tables with the columns that hold something; what else lives in the database is left alone."""
    ours = connection.introspection.django_table_names(only_existing=True, include_views=False)
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() "
        "AND is_generated = 'NEVER' AND table_name = ANY(%s) ORDER BY table_name, ordinal_position",
        [[name for name in ours if name != SHAPE]],
    )
    found: dict[str, list[str]] = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, []).append(column)
    return found


def clear(cursor: CursorWrapper) -> None:
    """Remove our tables and the functions of their triggers."""
    ours = [*columns(cursor), SHAPE]
    cursor.execute(sql.SQL("DROP TABLE IF EXISTS {} CASCADE").format(sql.SQL(", ").join(map(sql.Identifier, ours))))
    cursor.execute(
        "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace "
        "AND prorettype = 'trigger'::regtype AND NOT EXISTS "
        "(SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')"
    )
    for (name,) in cursor.fetchall():
        cursor.execute(sql.SQL("DROP FUNCTION {}()").format(sql.Identifier(name)))


def fill(cursor: CursorWrapper, archive: Archive, tables: dict[str, list[str]]) -> None:
    """Load the rows. Our triggers step aside; the foreign keys do not, and are all looked at before this returns."""
    every = list(map(sql.Identifier, tables))
    cursor.execute("SET LOCAL DateStyle TO 'ISO, YMD'")
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(every)))
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for own in every:
        cursor.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(own))
    for table, names in tables.items():
        load = sql.SQL("COPY {} FROM STDIN").format(listing(table, names))
        with archive.open(member(table)) as source, cursor.copy(load) as rows:
            while piece := source.read(PIECE):
                rows.write(piece)
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for own in every:
        cursor.execute(sql.SQL("ALTER TABLE {} ENABLE TRIGGER USER").format(own))
    count_on(cursor, tables)


def count_on(cursor: CursorWrapper, tables: dict[str, list[str]]) -> None:
    """Let tables that number their rows go on after the last number."""
    for table in tables:
        for sequence in connection.introspection.get_sequences(cursor, table):
            column = sql.Identifier(sequence["column"])
            cursor.execute(
                sql.SQL("SELECT setval(%s, GREATEST((SELECT MAX({}) FROM {}), 1))").format(
                    column, sql.Identifier(table)
                ),
                [sequence["name"]],
            )


def listing(table: str, names: list[str]) -> sql.Composed:
    return sql.SQL("{} ({})").format(sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, names)))


def member(table: str) -> str:
    return f"database/{table}.copy"
