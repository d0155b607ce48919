"""A small school's roster as folders of files: as they are, with some rewritten, or brought into a district."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from strongsuit.interop.actions import Choices, import_roster
from strongsuit.interop.oneroster.read import read_roster
from strongsuit.people.models import District
from strongsuit.web import clock
from tests.cast import NOW

ROSTERS = Path(__file__).parent / "rosters"


def files_of(name):
    return {path.name: path.read_bytes() for path in sorted((ROSTERS / name).iterdir())}


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            # Always the same minute, so that the same files are the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 20, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)
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


@pytest.fixture
def district(db):
    with clock.frozen(NOW):
        yield District.objects.create(name="Lakeside", code="lake")


@pytest.fixture
def bring(district, pack):
    """Bring in one of the rosters, with some of its files changed; answers the run."""

    def bring(name="bulk", changes=None, by="a test", source_name="", **choices):
        source = pack(name, changes)
        return import_roster(
            by=by,
            district=district,
            source=source,
            file_name="roster.zip",
            source_name=source_name,
            choices=Choices(**choices),
        )

    return bring


@pytest.fixture
def counts():
    """What a run did to one kind of record, zeros left out."""

    def counts(run, kind):
        return {name: count for name, count in run.counts["records"].get(kind, {}).items() if count}

    return counts


@pytest.fixture
def without():
    """The bulk roster's users, and all that names them, without some ids."""

    def without(*ids):
        changes = {}
        for name, place in (("users.csv", 0), ("demographics.csv", 0), ("enrollments.csv", 5)):
            lines = files_of("bulk")[name].decode().splitlines()
            changes[name] = "\n".join(line for line in lines if line.split(",")[place] not in ids) + "\n"
        return changes

    return without
