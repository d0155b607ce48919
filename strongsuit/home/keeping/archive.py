"""The file of a backup: a plain tar whose last two members say what every other one must be, byte for byte."""

import hashlib
import io
import json
import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

FORMAT = 1
MANIFEST = "manifest.json"
# The digest of the manifest stands behind it, so that the list itself is checked before it is believed.
CLOSING = "manifest.sha256"
PLACES = re.compile(r"(?:database|files)/[^/\\\0]+(?:/[^/\\\0]+)*|seals\.log", re.ASCII)
PIECE = 1 << 20
LONGEST_MANIFEST = 256 << 20


class Damaged(Exception):
    """The file is not what was once written; the message names the part."""


class Archive:
    """A backup whose every byte has been compared with its manifest."""

    def __init__(self, tar: tarfile.TarFile, members: dict[str, tarfile.TarInfo], manifest: dict[str, Any]) -> None:
        self.tar, self.members, self.manifest = tar, members, manifest

    def names(self, place: str) -> list[str]:
        return sorted(name for name in self.members if name.startswith(place))

    def open(self, name: str) -> IO[bytes]:
        if name not in self.members:
            raise Damaged(f"{name} is missing.")
        return content(self.tar, self.members[name])

    def copy(self, name: str, target: Path) -> None:
        """Write one member to a new file that only its owner may read."""
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self.open(name) as source, open_new(target) as made:
            shutil.copyfileobj(source, made, PIECE)


class Writer:
    """Takes members one by one and keeps their digests for the manifest."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self.tar = tar
        self.members: list[dict[str, Any]] = []

    def add(self, name: str, source: IO[bytes]) -> None:
        if not fits(name):
            raise ValueError(f"{name!r} has no place in a backup")
        size = source.seek(0, os.SEEK_END)
        source.seek(0)
        reader = Counted(source)
        self.tar.addfile(header(name, size), reader)
        self.members.append({"name": name, "size": size, "sha256": reader.digest.hexdigest()})

    def close(self, facts: dict[str, Any]) -> None:
        """Add the manifest, which is the last thing written: a file that was cut off has none."""
        manifest = json.dumps({"format": FORMAT, **facts, "members": self.members}, indent=1).encode()
        for name, words in ((MANIFEST, manifest), (CLOSING, hashlib.sha256(manifest).hexdigest().encode())):
            self.tar.addfile(header(name, len(words)), io.BytesIO(words))


class Counted:
    """A file that is hashed while it is read."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.source.read(size)
        self.digest.update(piece)
        return piece


def header(name: str, size: int) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size, made.mode = size, 0o600
    return made


def fits(name: str) -> bool:
    """Whether a name stays inside its place, whatever system the file is opened on."""
    return bool(PLACES.fullmatch(name)) and not {".", ".."} & set(name.split("/"))


def open_new(path: Path) -> IO[bytes]:
    return open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


@contextmanager
def written(path: Path) -> Iterator[Writer]:
    """A new archive at ``path``. It carries another name until it is complete and on the disk."""
    part = path.with_name(f"{path.name}.part")
    file = open_new(part)
    try:
        with file:
            with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
                yield Writer(tar)
            file.flush()
            os.fsync(file.fileno())
        os.rename(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """The archive at ``path`` after every checksum was compared; Damaged, naming the part, otherwise."""
    with path.open("rb") as file:
        yield checked(file)


def checked(file: IO[bytes]) -> Archive:
    try:
        tar = tarfile.TarFile(fileobj=file)
        members = listed(tar)
        manifest = read_manifest(tar, members)
        compare(tar, members, manifest["members"])
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as problem:
        raise Damaged(f"It is not a whole backup: {problem}.") from problem
    return Archive(tar, members, manifest)


def listed(tar: tarfile.TarFile) -> dict[str, tarfile.TarInfo]:
    found: dict[str, tarfile.TarInfo] = {}
    for member in tar:
        if member.type != tarfile.REGTYPE or not (fits(member.name) or member.name in {MANIFEST, CLOSING}):
            raise Damaged(f"It holds {member.name!r}, which no backup contains. Nothing was unpacked.")
        if member.name in found:
            raise Damaged(f"It holds {member.name} twice.")
        found[member.name] = member
    return found


def read_manifest(tar: tarfile.TarFile, members: dict[str, tarfile.TarInfo]) -> dict[str, Any]:
    """The manifest, taken out of ``members``."""
    parts = [members.pop(name, None) for name in (MANIFEST, CLOSING)]
    if parts[0] is None or parts[1] is None:
        last = next(reversed(members), "its beginning")
        raise Damaged(f"It has no list of contents: it was cut off, or is damaged after {last}.")
    if max(part.size for part in parts if part) > LONGEST_MANIFEST:
        raise Damaged(f"{MANIFEST} is not what was written.")
    words, digest = (content(tar, part).read() for part in parts if part)
    if hashlib.sha256(words).hexdigest().encode() != digest:
        raise Damaged(f"{MANIFEST} is not what was written.")
    manifest: dict[str, Any] = json.loads(words)
    if not shaped(manifest):
        raise Damaged(f"{MANIFEST} does not say what a list of contents says.")
    return manifest


def shaped(manifest: Any) -> bool:
    """Whether everything that is read later is there and of its kind."""
    match manifest:
        case {
            "format": int(), "app": str(), "made_at": str(), "vendor": str(),
            "migrations": [*pairs], "members": [*told],
        }:  # fmt: skip
            named = all(isinstance(pair, list) and [*map(type, pair)] == [str, str] for pair in pairs)
            return named and all(isinstance(one, dict) and one.keys() == {"name", "size", "sha256"} for one in told)
    return False


def compare(tar: tarfile.TarFile, members: dict[str, tarfile.TarInfo], expected: list[dict[str, Any]]) -> None:
    named = {told["name"] for told in expected}
    if strange := members.keys() - named:
        raise Damaged(f"It holds {min(strange)}, which is not in its list of contents.")
    for told in expected:
        member = members.get(told["name"])
        if member is None:
            raise Damaged(f"{told['name']} is missing.")
        if member.size != told["size"] or digest_of(tar, member) != told["sha256"]:
            raise Damaged(f"{told['name']} is not what was written.")


def digest_of(tar: tarfile.TarFile, member: tarfile.TarInfo) -> str:
    digest = hashlib.sha256()
    with content(tar, member) as source:
        while piece := source.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def content(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    source = tar.extractfile(member)
    if source is None:
        raise Damaged(f"{member.name} cannot be read.")
    return source
