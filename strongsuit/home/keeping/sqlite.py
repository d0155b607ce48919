"""An SQLite database into a backup and back: copied page by page while others write, put in place by one rename."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import connection

from strongsuit.home.keeping.archive import Archive, Damaged, Writer
from strongsuit.home.keeping.refusals import CannotRestore
from strongsuit.home.keeping.shapes import bring_forward
from strongsuit.home.keeping.swap import Swap

MEMBER = "database/strongsuit.sqlite3"


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
    with TemporaryDirectory(dir=target.parent, prefix=".restoring-") as beside:
        fresh = Path(beside) / target.name
        archive.copy(MEMBER, fresh)
        look_over(fresh)
        with working_on(fresh):
            bring_forward()
        let_go(target)
        finish()
        swap.put(fresh, target)


def look_over(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            loose = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as problem:
        raise Damaged("What it holds is no SQLite database.") from problem
    if not whole:
        raise Damaged("The database in it is damaged.")
    if loose:
        raise Damaged(f"The database in it has rows in {loose[0]} that point at nothing.")


@contextmanager
def working_on(path: Path) -> Iterator[None]:
    """Let Django work on another file for a while, and leave that file without a journal beside it."""
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = str(path)
    try:
        yield
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


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
