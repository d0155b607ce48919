"""A small school's roster as folders of files, to be read as they are or with some files rewritten."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from strongsuit.interop.oneroster.read import read_roster

ROSTERS = Path(__file__).parent.parent / "rosters"


def files_of(name):
    return {path.name: path.read_bytes() for path in sorted((ROSTERS / name).iterdir())}


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.fixture
def pack():
    """Zip bytes of one of the rosters; a file given as None is left out, a text replaces or adds one."""

    def pack(name="bulk", changes=None):
        files = {**files_of(name), **(changes or {})}
        return zipped({name: content for name, content in files.items() if content is not None})

    return pack


@pytest.fixture
def read(pack):
    def read(name="bulk", changes=None, **options):
        return read_roster(pack(name, changes), today=date(2026, 11, 20), **options)

    return read


@pytest.fixture
def told():
    """The report as short tuples: rule, file, line, column, value."""

    def told(roster, *rules):
        return [
            (row.rule.removeprefix("oneroster."), row.file, row.line, row.column, row.value)
            for row in roster.report
            if not rules or row.rule.removeprefix("oneroster.") in rules
        ]

    return told


@pytest.fixture
def with_line():
    """A file of a roster with lines put in place of others (counted as in a report) or added at the end."""

    def with_line(file, lines, roster="bulk"):
        old = files_of(roster)[file].decode().splitlines()
        for number, line in lines.items():
            old[number - 1 : number] = [line]
        return {file: "\n".join(old) + "\n"}

    return with_line
