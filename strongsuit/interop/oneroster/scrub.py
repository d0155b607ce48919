"""A copy of a package without what must not be kept: no passwords, no files that no roster has."""

import csv
import io
import zipfile
from typing import IO

from strongsuit.interop.oneroster.columns import files
from strongsuit.interop.oneroster.extras import is_secret
from strongsuit.interop.oneroster.head import Head, peek
from strongsuit.interop.oneroster.open import Damaged, Entry, Package
from strongsuit.interop.oneroster.report import Report
from strongsuit.interop.oneroster.rows import rows
from strongsuit.interop.oneroster.text import CHUNK, Undecodable, batches


def without_secrets(package: Package) -> bytes:
    """The package's roster files as a zip. Rows keep their line numbers, and bad rows stay bad."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in package.entries:
            stem, _, ending = entry.name.rpartition(".")
            file = files().get(stem.lower())
            if file and file.used and ending.lower() == "csv":
                _copy(archive, entry, file.name)
    return packed.getvalue()


def _copy(archive: zipfile.ZipFile, entry: Entry, file: str) -> None:
    try:
        head = peek(entry, file, Report())
        secret = {index for index, name in enumerate(head.names) if is_secret(name)} if head else set()
        with archive.open(entry.name, "w") as target:
            if head and secret:
                _copy_rows(target, entry, head, secret)
            else:
                _copy_bytes(target, entry)
    except (Damaged, Undecodable):
        # A file that breaks off stops its run; nothing of it will be needed.
        return


def _copy_bytes(target: IO[bytes], entry: Entry) -> None:
    with entry.open() as stream:
        while piece := stream.read(CHUNK):
            target.write(piece)


def _copy_rows(target: IO[bytes], entry: Entry, head: Head, secret: set[int]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=head.delimiter, lineterminator="\n")
    width = len(head.names)
    written = 0
    with entry.open() as stream:
        for row in rows(batches(stream, lambda rule: None), head.delimiter, width):
            text.write("\n" * (row.line - 1 - written))
            if not written:
                writer.writerow(row.values)
            elif len(row.values) < width or any(value.strip() for value in row.values[width:]):
                # Nobody can say which value is the secret; the row was refused, and is refused again.
                writer.writerow(["?"])
            else:
                writer.writerow(["" if index in secret else value for index, value in enumerate(row.values)])
            written = row.line
            target.write(text.getvalue().encode())
            text.seek(0)
            text.truncate()
