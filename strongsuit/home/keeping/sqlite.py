"""An SQLite database into a backup and back: copied page by page while others write, put in place by one rename."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection, connections

from strongsuit.home.keeping.archive import Archive, Damaged, Writer
from strongsuit.home.keeping.refusals import CannotRestore
from strongsuit.home.keeping.shapes import bring_forward
from strongsuit.home.keeping.swap import Swap

MEMBER = "database/strongsuit.sqlite3"
FRESH = "restoring"


def place() -> Path:
    """Where the database of this installation is."""
    return Path(connection.settings_dict["NAME"])


def pack(writer: Writer, folder: Path) -> dict[str, object]:
    """Add a copy as of one moment. Readers and writers go on meanwhile."""
    with TemporaryDirectory(dir=folder, prefix=".backup-") as beside:
        made = Path(beside) / "copy"
        with (
            closing(sqlite3.connect(f"{place().absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(made)) as copy,
        ):
            # All pages in one step: a copy in many steps begins again whenever somebody writes.
            source.backup(copy, pages=-1)
            copy.execute("PRAGMA journal_mode=DELETE")
        with made.open("rb") as file:
            writer.add(MEMBER, file)
    return {}


def bring_back(archive: Archive, swap: Swap, *, finish: Callable[[], None]) -> None:
    """Build the database beside the old one, look it over, and put it in place at the very end."""
    target = place()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = swap.beside(target)
    archive.copy(MEMBER, fresh)
    look_over(fresh)
    open_as(fresh, bring_forward)
    let_go(target)
    finish()
    swap.put(fresh, target)


def look_over(path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Damaged("The database in it is damaged.")
        if copy.execute("PRAGMA foreign_key_check").fetchone():
            raise Damaged("The database in it has rows that point at nothing.")


def open_as(path: Path, deed: Callable[[str], None]) -> None:
    """Do something with another database file, under a name of its own, and leave it as one single file."""
    connections.settings[FRESH] = deepcopy(connections.settings["default"]) | {"NAME": str(path)}
    try:
        deed(FRESH)
        with connections[FRESH].cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
    finally:
        connections[FRESH].close()
        del connections[FRESH]
        del connections.settings[FRESH]


def let_go(target: Path) -> None:
    """See that nobody has the old database open; its journal would otherwise be read into the new one."""
    connection.close()
    if not target.exists():
        return
    try:
        with closing(sqlite3.connect(target, timeout=0)) as old:
            # SQLite allows this only to the last connection, and folds the journal in while it does it.
            old.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as problem:
        if "locked" in str(problem):
            raise CannotRestore(
                "The database is in use. Stop Strongsuit (serve and work), then restore again."
            ) from problem
        # Whatever it is, it is no database that anybody works with; it is set aside with the rest.
