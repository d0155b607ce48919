"""No bytes whatsoever may upset the reader: it reads, or it refuses in words."""

import io
import zipfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from strongsuit.interop.oneroster.columns import columns, files
from strongsuit.interop.oneroster.open import CannotOpen
from strongsuit.interop.oneroster.read import read_roster
from strongsuit.interop.oneroster.report import as_csv
from strongsuit.interop.oneroster.roster import Roster
from tests.amounts import times

BULK = {path.name: path.read_bytes() for path in (Path(__file__).parent.parent / "rosters" / "bulk").iterdir()}


def zipped(contents):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def outcome(source):
    try:
        roster = read_roster(source, today=date(2026, 11, 20))
    except CannotOpen as refused:
        return str(refused)
    "".join(as_csv(row.cells() for row in roster.report))
    return roster


PACKED = zipped(BULK)
SOME_FILE = st.sampled_from(sorted(BULK))
WORDS = st.sampled_from(
    [
        "",
        "u1",
        "s1",
        "d1",
        "student",
        "teacher",
        "true",
        "2026-09-08",
        "2/29/2016",
        "active",
        "tobedeleted",
        "KG",
        "\0",
        '"',
        "x" * 400,
    ]
)
HEADERS = st.sampled_from(sorted({column.header for column in columns()} | {"", "metadata.iep", "Password"}))


@given(st.binary(max_size=300))
def test_any_bytes_as_a_package(content):
    assert outcome(content)


@given(st.binary(max_size=300))
def test_any_bytes_after_the_signature_of_a_zip(content):
    assert outcome(b"PK\x03\x04" + content)


@settings(max_examples=times(100))
@given(st.lists(st.tuples(st.integers(0, len(PACKED) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_zip_with_some_bytes_changed(changes):
    packed = bytearray(PACKED)
    for at, byte in changes:
        packed[at] = byte
    assert outcome(bytes(packed))


@given(st.integers(0, len(PACKED)))
def test_a_zip_cut_off_anywhere(length):
    assert outcome(PACKED[:length])


@given(SOME_FILE, st.binary(max_size=400))
def test_any_bytes_as_one_of_the_files(name, content):
    assert outcome(zipped(BULK | {name: content}))


@given(SOME_FILE, st.binary(max_size=60), st.integers(0, 1000))
def test_any_bytes_in_the_middle_of_a_file(name, content, at):
    assert outcome(zipped(BULK | {name: BULK[name][:at] + content + BULK[name][at:]}))


@settings(max_examples=times(100))
@given(st.data())
def test_any_table_under_any_header_is_read_as_records(data):
    file = data.draw(st.sampled_from([file.name for file in files().values() if file.used]))
    header = data.draw(st.lists(HEADERS, min_size=1, max_size=12))
    table = data.draw(st.lists(st.lists(WORDS, max_size=13), max_size=5))
    text = "\n".join(",".join(row) for row in [header, *table])
    manifest = {"manifest.csv": None} if data.draw(st.booleans()) else {}
    contents = {**BULK, f"{file}.csv": text.encode(), **manifest}
    assert isinstance(
        outcome(zipped({name: content for name, content in contents.items() if content is not None})), Roster
    )
