"""Making a backup while people work: the seals, then the database as of one moment, then the files it speaks of."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

from strongsuit import __version__
from strongsuit.audit.models import Kind
from strongsuit.audit.trail import record
from strongsuit.home.keeping import archive, postgres, shapes, sqlite
from strongsuit.home.keeping.refusals import CannotBackUp

SEALS = "seals.log"
DATABASES: dict[str, ModuleType] = {"sqlite": sqlite, "postgresql": postgres}


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    size: int
    files: int


def named(path: Path, now: datetime) -> Path:
    """The file to write: ``path`` itself, or a name with the time inside it when it is a folder."""
    return path / f"strongsuit-{now:%Y-%m-%dT%H%M%SZ}.tar" if path.is_dir() else path


def back_up(path: Path, *, now: datetime) -> Made:
    """Write everything but the secret key to the new file ``path``."""
    path = named(path, now)
    if path.exists():
        raise CannotBackUp(f"{path} exists already. A backup never overwrites another; choose a new name.")
    if not path.parent.is_dir():
        raise CannotBackUp(f"There is no folder {path.parent}. Make it first, readable by nobody else.")
    if connection.settings_dict["NAME"] == ":memory:":
        raise CannotBackUp("The database is kept in memory only. Set DATABASE_URL to a file or a server.")
    record("backup", "took a backup", kind=Kind.TOOK_OUT)
    with archive.written(path) as writer:
        add_seals(writer)
        facts = DATABASES[connection.vendor].pack(writer, path.parent)
        files = sum(add_file(writer, found) for found in stored_files())
        writer.close(
            {
                "app": __version__,
                "made_at": now.isoformat(),
                "vendor": connection.vendor,
                "migrations": shapes.applied(),
                **facts,
            }
        )
    return Made(path, path.stat().st_size, files)


def add_seals(writer: archive.Writer) -> None:
    # Before the database: a seal is copied out after it is stored, so no line here is unknown there.
    copy = Path(settings.SEAL_COPY)
    if copy.exists():
        writer.add(SEALS, io.BytesIO(copy.read_bytes()))


def files_folder() -> Path:
    return Path(default_storage.path(""))


def stored_files() -> Iterator[Path]:
    # After the database: a file is written before its row, so every row finds its file.
    return (path for path in sorted(files_folder().rglob("*")) if path.is_file())


def add_file(writer: archive.Writer, path: Path) -> bool:
    name = path.relative_to(files_folder()).as_posix()
    try:
        with path.open("rb") as file:
            writer.add(f"files/{name}", file)
    except FileNotFoundError:
        # Let go between listing and reading; nothing in the database needs it any more.
        return False
    return True
