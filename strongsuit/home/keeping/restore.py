"""Bringing a backup back: every checksum first, then a fresh place, then one change that is whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from strongsuit.audit.models import Entry
from strongsuit.audit.trail import record
from strongsuit.home.keeping import archive, shapes
from strongsuit.home.keeping.archive import Archive
from strongsuit.home.keeping.backup import DATABASES, SEALS, files_folder
from strongsuit.home.keeping.refusals import CannotRestore
from strongsuit.home.keeping.swap import Swap
from strongsuit.people.models import Account, District


@dataclass(frozen=True, slots=True)
class Restored:
    made_at: str
    app: str
    files: int
    aside: tuple[Path, ...]


def restore(path: Path, *, now: datetime, replace: bool = False) -> Restored:
    """Make this installation what it was when ``path`` was written. Whatever refuses, refuses before any change."""
    with archive.opened(path) as kept:
        refuse_strange(kept.manifest)
        if not replace and in_use():
            raise CannotRestore(
                "This installation is not empty. Add --replace to put the backup in its place. "
                "An SQLite database, files and seals are set aside then; take a backup of PostgreSQL first."
            )
        aside = put_in_place(kept, stamp=f"{now:%Y%m%dT%H%M%S}")
        files = len(kept.names("files/"))
        manifest = kept.manifest
    record("restore", "restored a backup", detail={"made_at": manifest["made_at"], "files": files})
    return Restored(manifest["made_at"], manifest["app"], files, aside)


def refuse_strange(manifest: dict[str, Any]) -> None:
    if manifest["format"] > archive.FORMAT or shapes.unknown([tuple(name) for name in manifest["migrations"]]):
        raise CannotRestore(
            f"It was made by Strongsuit {manifest['app']}, which is newer than this one. "
            "Install that version, then restore."
        )
    if manifest["vendor"] != connection.vendor:
        raise CannotRestore(
            f"Its database is of the kind {manifest['vendor']}, and DATABASE_URL names one of the kind "
            f"{connection.vendor}. Set DATABASE_URL to one of the same kind."
        )


def in_use() -> bool:
    """Whether anything here would be lost."""
    if any(files_folder().rglob("*")):
        return True
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return False
    try:
        with transaction.atomic():
            if not connection.introspection.table_names():
                return False
            return any(model.objects.exists() for model in (District, Account, Entry))
    except DatabaseError:
        # Tables of another shape, or no database at all: somebody's, in any case.
        return True


def put_in_place(kept: Archive, *, stamp: str) -> tuple[Path, ...]:
    swap = Swap(stamp)
    files, seals = files_folder(), Path(settings.SEAL_COPY)
    fresh_files, fresh_seals = swap.beside(files), swap.beside(seals)
    with cleared(fresh_files, fresh_seals), swap.undo:
        fresh_files.mkdir(parents=True, mode=0o700)
        for name in kept.names("files/"):
            kept.copy(name, fresh_files / name.removeprefix("files/"))
        if SEALS in kept.members:
            kept.copy(SEALS, fresh_seals)
        else:
            fresh_seals.parent.mkdir(parents=True, exist_ok=True)
            fresh_seals.touch()

        def finish() -> None:
            swap.put(fresh_files, files)
            swap.put(fresh_seals, seals)

        DATABASES[connection.vendor].bring_back(kept, swap, finish=finish)
        swap.keep()
    return tuple(swap.aside)


@contextmanager
def cleared(*paths: Path) -> Iterator[None]:
    """Leave nothing half-built behind."""
    try:
        yield
    finally:
        for path in paths:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
