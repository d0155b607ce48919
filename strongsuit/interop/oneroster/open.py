"""Open a folder or zip that anybody may have made: nothing is trusted, nothing is written to disk."""

import hashlib
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, cast

from strongsuit.interop.oneroster.kinds import is_json, kind_of
from strongsuit.interop.oneroster.rules import sentence
from strongsuit.knowledge.words import gettext_noop

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest state's roster fits; a bomb does not. Packages below ``small`` may be as dense as they like."""

    packed: int = 512 * MEGABYTE
    unpacked: int = 2048 * MEGABYTE
    entries: int = 200
    ratio: int = 100
    directory: int = 256 * 1024
    small: int = 10 * MEGABYTE


LIMITS = Limits()

_ARCHIVES = (".zip", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".tar", ".zst", ".jar")
_LITTER = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
_PARTS = re.compile(r"[\\/]")
_DRIVE = re.compile(r"[A-Za-z]:")


class CannotOpen(Exception):
    """The package is refused; ``rule`` and ``words`` say why and what to do."""

    def __init__(self, rule: str, **words: str | int) -> None:
        self.rule = rule
        self.words = words
        super().__init__(self.said(str))

    def said(self, translate: Callable[[str], str]) -> str:
        return sentence(self.rule, self.words, translate)


class Damaged(Exception):
    """An entry breaks off or fails its checksum while it is read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the package; ``name`` has lost the folder that all of them share."""

    name: str
    size: int
    opener: Callable[[], IO[bytes]] = field(repr=False)

    @contextmanager
    def open(self) -> Iterator["Stream"]:
        try:
            file = self.opener()
        except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as broken:
            raise Damaged from broken
        with file:
            yield Stream(file)


@dataclass(frozen=True, slots=True)
class Stream:
    """Reads in pieces and says Damaged instead of the many ways in which an archive can fail."""

    file: IO[bytes]

    def read(self, size: int) -> bytes:
        try:
            return self.file.read(size)
        except (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as broken:
            raise Damaged from broken


@dataclass(frozen=True, slots=True)
class Package:
    entries: tuple[Entry, ...]
    size: int
    sha256: str
    in_folder: bool = False


@contextmanager
def open_package(source: Path | bytes, limits: Limits = LIMITS) -> Iterator[Package]:
    """The package's files, ready to be read; CannotOpen when it is no roster or not a safe one."""
    if isinstance(source, Path) and source.is_dir():
        yield _folder(source, limits)
        return
    with _file(source, limits) as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        head = file.read(4096)
        _must_be_zip(head)
        with _zip(file, limits) as archive:
            entries = _zip_entries(archive, size, limits)
            in_folder, entries = _without_shared_folder(entries)
            yield _checked(Package(entries, size, sha256, in_folder))


def _checked(package: Package) -> Package:
    seen: set[str] = set()
    for entry in package.entries:
        if entry.name.lower().endswith(_ARCHIVES):
            raise CannotOpen("oneroster.open.nested", name=entry.name[:80])
        if entry.name.lower() in seen:
            raise CannotOpen("oneroster.open.twice", name=entry.name[:80])
        seen.add(entry.name.lower())
    if not package.entries:
        raise CannotOpen("oneroster.open.empty")
    return package


def _folder(path: Path, limits: Limits) -> Package:
    # A link could lead anywhere on this machine; only plain files lying here are the package.
    found = sorted(entry for entry in path.iterdir() if entry.is_file() and not entry.is_symlink())
    files = [entry for entry in found if not _LITTER.search(entry.name)]
    if len(files) > limits.entries:
        raise CannotOpen("oneroster.open.entries", limit=limits.entries)
    size = sum(file.stat().st_size for file in files)
    if size > limits.unpacked:
        raise CannotOpen("oneroster.open.size", limit=limits.unpacked // MEGABYTE)
    entries = tuple(Entry(file.name, file.stat().st_size, _opening(file)) for file in files)
    return _checked(Package(entries, size, _digest(files)))


def _opening(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def _digest(files: list[Path]) -> str:
    whole = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            whole.update(f"{path.name}\0{hashlib.file_digest(file, 'sha256').hexdigest()}\n".encode())
    return whole.hexdigest()


@contextmanager
def _file(source: Path | bytes, limits: Limits) -> Iterator[io.BytesIO | io.BufferedReader]:
    if isinstance(source, bytes):
        if len(source) > limits.packed:
            raise CannotOpen("oneroster.open.size", limit=limits.packed // MEGABYTE)
        yield io.BytesIO(source)
        return
    try:
        must_end(source, limits)
        file = source.open("rb")
    except (OSError, ValueError) as problem:
        raise CannotOpen("oneroster.open.missing") from problem
    with file:
        yield file


def must_end(path: Path, limits: Limits = LIMITS) -> None:
    """A device or a pipe has no end, and opening one may already wait for ever."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise CannotOpen("oneroster.open.no_file")
    if found.st_size > limits.packed:
        raise CannotOpen("oneroster.open.size", limit=limits.packed // MEGABYTE)


def _must_be_zip(head: bytes) -> None:
    if not head.strip():
        raise CannotOpen("oneroster.open.empty")
    if is_json(head):
        raise CannotOpen("oneroster.open.json")
    if not head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise CannotOpen("oneroster.open.not_zip", kind=kind_of(head))


class _Careful:
    """Lets the archive's directory be read only up to a size; a long directory is an attack of its own."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self.file = file
        self.most: int | None = most
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if self.most is not None and size > self.most:
            raise CannotOpen("oneroster.open.entries", limit=LIMITS.entries)
        return self.file.read(size)


@contextmanager
def _zip(file: IO[bytes], limits: Limits) -> Iterator[zipfile.ZipFile]:
    careful = _Careful(file, limits.directory)
    try:
        archive = zipfile.ZipFile(cast(IO[bytes], careful))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, EOFError, OverflowError) as broken:
        raise CannotOpen("oneroster.open.damaged") from broken
    careful.most = None
    with archive:
        yield archive


def _zip_entries(archive: zipfile.ZipFile, size: int, limits: Limits) -> tuple[Entry, ...]:
    listed = archive.infolist()
    if len(listed) > limits.entries:
        raise CannotOpen("oneroster.open.entries", limit=limits.entries)
    for one in listed:
        _must_be_harmless(one, limits)
    if any(one.filename == "[Content_Types].xml" for one in listed):
        raise CannotOpen("oneroster.open.not_zip", kind=gettext_noop("an Excel workbook"))
    unpacked = sum(one.file_size for one in listed)
    if unpacked > limits.unpacked:
        raise CannotOpen("oneroster.open.size", limit=limits.unpacked // MEGABYTE)
    if unpacked > limits.small and unpacked > limits.ratio * size:
        raise CannotOpen("oneroster.open.ratio")
    files = [one for one in listed if not one.is_dir() and not _LITTER.search(one.filename)]
    return tuple(Entry(one.filename, one.file_size, partial(archive.open, one)) for one in files)


def _must_be_harmless(one: zipfile.ZipInfo, limits: Limits) -> None:
    parts = _PARTS.split(one.filename)
    if parts[0] == "" or ".." in parts or _DRIVE.match(one.filename) or stat.S_ISLNK(one.external_attr >> 16):
        raise CannotOpen("oneroster.open.path", name=ascii(one.filename[:80])[1:-1])
    if one.flag_bits & 0x1:
        raise CannotOpen("oneroster.open.encrypted")
    if one.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise CannotOpen("oneroster.open.method")
    if one.file_size > limits.small and one.file_size > limits.ratio * max(one.compress_size, 1):
        raise CannotOpen("oneroster.open.ratio")


def _without_shared_folder(entries: tuple[Entry, ...]) -> tuple[bool, tuple[Entry, ...]]:
    folders = {entry.name.rpartition("/")[0] for entry in entries}
    folder = min(folders, key=len, default="")
    if not folder or not all(entry.name.startswith(f"{folder}/") for entry in entries):
        return False, entries
    cut = len(folder) + 1
    return True, tuple(Entry(entry.name[cut:], entry.size, entry.opener) for entry in entries)
