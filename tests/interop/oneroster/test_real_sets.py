"""Sets that other people's systems wrote; they lie outside the product, and the tests say so where they are absent."""

import hashlib
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from strongsuit.interop.actions import Choices, import_roster
from strongsuit.interop.oneroster.read import read_roster
from strongsuit.students.models import Student

FOLDER = Path(os.environ.get("STRONGSUIT_REAL_ROSTERS", Path(__file__).parents[4] / "shared" / "data" / "oneroster"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the folder of real rosters is not on this machine")


def read(name):
    return read_roster(FOLDER / name, today=date(2026, 11, 20))


@pytest.mark.parametrize(
    ("name", "format", "students", "staff", "guardians", "classes", "enrollments", "errors"),
    [
        ("v1p1-tao-base", "draft", 2, 0, 0, 3, 3, 0),
        ("v1p1-moodle-full.zip", "1.1", 3, 2, 1, 2, 4, 2),
        ("v1p2-moodle-small.zip", "1.2", 1, 0, 0, 1, 1, 0),
        ("msds-v2.1", "sds", 4, 2, 2, 2, 6, 0),
    ],
)
def test_each_real_set_is_read(name, format, students, staff, guardians, classes, enrollments, errors):
    roster = read(name)
    counts = [
        len(part) for part in (roster.students, roster.staff, roster.guardians, roster.classes, roster.enrollments)
    ]
    assert (roster.format, roster.stops, counts) == (format, (), [students, staff, guardians, classes, enrollments])
    assert sum(row.severity == "error" for row in roster.report) == errors


def test_the_quirks_of_the_draft_are_told():
    rules = {row.rule for row in read("v1p1-tao-base").report}
    assert {"oneroster.manifest.version", "oneroster.ref.dropped", "oneroster.instant.zone"} <= rules


def test_the_quirks_of_the_full_list_that_deletes_are_told():
    roster = read("v1p1-moodle-full.zip")
    rules = {row.rule for row in roster.report}
    assert {"oneroster.status.bulk", "oneroster.ref.file", "oneroster.word.case", "oneroster.ref.dropped"} <= rules
    assert [one.ended for one in roster.classes] == [False, True]


def test_no_real_password_is_kept():
    assert "P@ssword" not in repr(read("msds-v2.1"))
    assert "Password1-" not in repr(read("v1p1-moodle-full.zip"))
    assert "Batman" not in repr(read("v1p2-moodle-small.zip"))


def test_a_real_file_is_not_touched_by_reading():
    path = FOLDER / "v1p1-moodle-full.zip"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    assert read(path.name).sha256 == before == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "students", "colleagues"),
    # The full list names a department only, no school: its students cannot be placed anywhere.
    [("v1p1-tao-base", 2, 0), ("v1p1-moodle-full.zip", 0, 2), ("v1p2-moodle-small.zip", 1, 0), ("msds-v2.1", 4, 0)],
)
def test_each_real_set_is_applied_and_a_second_time_changes_nothing(district, name, students, colleagues):
    choices = Choices(accept=True, force=True)
    look = import_roster(by="a test", district=district, source=FOLDER / name, choices=Choices(dry_run=True))
    assert look.state == "previewed" and not Student.objects.filter(district=district).exists()
    first = import_roster(by="a test", district=district, source=FOLDER / name, choices=choices)
    assert first.state == "applied"
    assert [first.counts["records"].get(kind, {}).get("new", 0) for kind in ("students", "staff")] == [
        students,
        colleagues,
    ]
    assert first.counts["records"] == look.counts["records"]
    assert Student.objects.filter(district=district).count() == students
    again = import_roster(by="a test", district=district, source=FOLDER / name, choices=choices)
    moved = {
        kind: {n: c for n, c in found.items() if c and n in {"new", "changed", "ended"}}
        for kind, found in again.counts["records"].items()
    }
    assert [kind for kind, found in moved.items() if found] == []


def test_a_real_set_that_would_bring_no_student_stops_and_asks(district):
    run = import_roster(by="a test", district=district, source=FOLDER / "v1p1-moodle-full.zip")
    assert (run.state, Student.objects.filter(district=district).exists()) == ("previewed", False)
    stop = {"rule": "oneroster.ask.students", "words": {"refused": 3, "students": 3}}
    assert stop in run.stopped_because


def with_school(folder):
    """The full list with the school that its department names as its parent."""
    with zipfile.ZipFile(FOLDER / "v1p1-moodle-full.zip") as archive:
        archive.extractall(folder)
    with (folder / "orgs.csv").open("a", encoding="utf-8") as file:
        file.write("\norg-sch-222-3456,,,Hill School,school,0001,\n")
    return folder


@pytest.mark.parametrize("name", ["v1p1-tao-base", "v1p1-moodle-full.zip"])
def test_a_real_set_without_birth_dates_brings_its_students_and_tells_which_lack_one(district, tmp_path, name):
    source = with_school(tmp_path) if name.endswith(".zip") else FOLDER / name
    run = import_roster(by="a test", district=district, source=source, choices=Choices(accept=True))
    students = Student.objects.filter(district=district)
    notes = run.problems.filter(rule="oneroster.student.birth_date")
    assert students.count() == len(read_roster(source, today=date(2026, 11, 20)).students) > 0
    assert set(students.values_list("birth_date", flat=True)) == {None}
    assert [note.severity for note in notes] == ["notice"] * students.count()
