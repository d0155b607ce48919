"""`strongsuit import-roster`: what it says, what it writes, and when it refuses."""

import csv
import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from strongsuit.interop.models import ImportRun
from strongsuit.people.models import District
from strongsuit.students.models import Student

pytestmark = pytest.mark.django_db


@pytest.fixture
def path(tmp_path, pack):
    found = tmp_path / "roster.zip"
    found.write_bytes(pack())
    return found


@pytest.fixture
def run(capsys):
    def run(*words):
        call_command("import_roster", *map(str, words))
        return capsys.readouterr().out

    return run


def test_it_applies_and_says_what_changed(run, district, path):
    said = run(path)
    assert "roster.zip: OneRoster 1.1" in said
    assert "Students                          3 new, 0 changed, 0 unchanged, 0 ended, 0 refused" in said
    assert said.endswith("Applied.\n")
    assert Student.objects.count() == 3


def test_it_only_looks_when_asked_to(run, district, path):
    assert run(path, "--dry-run").endswith("Nothing was changed.\n")
    assert (Student.objects.count(), ImportRun.objects.get().state) == (0, "previewed")


def test_the_same_bytes_again_say_when_they_came(run, district, path):
    run(path, "--apply")
    assert "These very bytes were applied on Nov. 20, 2026" in run(path)
    assert "0 new, 0 changed, 3 unchanged" in run(path, "--force")


def test_errors_come_first_and_the_rest_goes_into_a_file(run, district, tmp_path, pack, with_line):
    path, report = tmp_path / "r.zip", tmp_path / "report.csv"
    path.write_bytes(pack(changes=with_line("enrollments.csv", {2: "e1,,,gone,s1,t1,teacher,,,"})))
    said = run(path, "--dry-run", "--report", report).splitlines()
    assert said[1].startswith("  error: enrollments.csv, line 2, classSourcedId: ")
    with report.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["rule"] for row in rows if row["severity"] == "error"] == ["oneroster.ref.missing"]


def test_a_question_ends_with_an_error_and_the_way_on(run, district, tmp_path, path, pack, without):
    run(path)
    smaller = tmp_path / "smaller.zip"
    smaller.write_bytes(pack(changes=without("u2")))
    with pytest.raises(CommandError, match=r"1 of 3 students would be marked as having left[\s\S]*--accept-removals"):
        run(smaller)
    assert Student.objects.filter(left_on=None).count() == 3
    run(smaller, "--accept-removals")
    assert Student.objects.filter(left_on=None).count() == 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_what_is_no_roster_is_refused_in_words(run, district, tmp_path, content):
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=r"\."):
        run(path)


def test_a_path_that_leads_nowhere_is_refused(run, district):
    with pytest.raises(CommandError, match="There is no folder or file at this place"):
        run("/nowhere/at/all.zip")


def test_what_never_ends_is_refused_unread(run, district, tmp_path):
    endless, pipe, huge = tmp_path / "endless.zip", tmp_path / "pipe.zip", tmp_path / "huge.zip"
    endless.symlink_to("/dev/zero")
    os.mkfifo(pipe)
    for path in (endless, pipe):
        with pytest.raises(CommandError, match="neither a file nor a folder"):
            run(path)
    with huge.open("wb") as file:
        # A hole: a terabyte that takes no place on the disk.
        file.truncate(10**12)
    with pytest.raises(CommandError, match="too large"):
        run(huge)
    assert ImportRun.objects.count() == 0


def test_a_folder_is_read_as_well(run, district):
    assert run(Path(__file__).parent / "rosters" / "bulk").endswith("Applied.\n")


def test_the_first_roster_makes_the_district_it_is_told(run, path):
    with pytest.raises(CommandError, match="Say which district"):
        run(path)
    run(path, "--district", "Lakeside", "--dry-run")
    assert District.objects.count() == 0
    run(path, "--district", "Lakeside")
    assert District.objects.get().name == "Lakeside"


def test_among_several_districts_one_must_be_named(run, district, path):
    District.objects.create(name="Other", code="other")
    with pytest.raises(CommandError, match="Known: Lakeside, Other"):
        run(path)
    run(path, "--district", "lake")
    assert Student.objects.filter(district=district).count() == 3


def test_a_new_district_is_made_beside_others_only_when_it_is_said(run, district, path):
    run(path)
    with pytest.raises(CommandError, match=r"Known: Lakeside\. To make one, give --new-district"):
        run(path, "--district", "Hillside")
    run(path, "--district", "Hillside", "--new-district", "--dry-run")
    assert District.objects.count() == 1
    run(path, "--district", "Hillside", "--new-district")
    other = District.objects.get(name="Hillside")
    assert [Student.objects.filter(district=each).count() for each in (district, other)] == [3, 3]
    for known in ("Hillside", "lake"):
        with pytest.raises(CommandError, match="There is already a district"):
            run(path, "--district", known, "--new-district")


def test_a_demo_refuses_a_roster_and_says_how_to_go_on(run, district, path):
    District.objects.update(demo=True)
    with pytest.raises(CommandError, match=r"This is a demo[\s\S]*installation of your own[\s\S]*--into-demo"):
        run(path)
    assert (Student.objects.count(), ImportRun.objects.count()) == (0, 0)
    run(path, "--into-demo")
    assert (Student.objects.count(), ImportRun.objects.get().options["into_demo"]) == (3, True)


def test_a_district_that_demo_mode_makes_is_a_demo(run, path, settings):
    settings.DEMO = True
    run(path, "--district", "Lakeside", "--into-demo")
    assert District.objects.get().demo


def test_the_help_says_what_happens_to_rows_in_error(run, district, tmp_path, pack, with_line, capsys):
    with pytest.raises(SystemExit):
        run("--help")
    assert "A row that cannot be taken is left out" in " ".join(capsys.readouterr().out.split())
    path = tmp_path / "r.zip"
    path.write_bytes(pack(changes=with_line("enrollments.csv", {2: "e1,,,gone,s1,t1,teacher,,,"})))
    assert run(path).endswith("Applied.\n")


def test_a_report_that_cannot_be_written_changes_nothing(run, district, path):
    with pytest.raises(CommandError, match="cannot be written"):
        run(path, "--report", "/nowhere/report.csv")
    assert Student.objects.count() == 0


def test_the_answer_of_a_web_service_is_told_from_a_roster(run, district, tmp_path):
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "users.json").write_text('{"users": []}')
    with pytest.raises(CommandError, match=r"This is JSON.*REST.*CSV export with orgs.csv"):
        run(folder)
    with pytest.raises(CommandError, match=r"This is JSON.*REST.*CSV export with orgs.csv"):
        run(folder / "users.json")


def test_a_folder_that_is_no_roster_is_told_what_lies_in_it(run, district, tmp_path):
    for name in ("a.csv", "b.txt", "c", "d", "e", "f"):
        (tmp_path / name).write_text("x")
    with pytest.raises(CommandError, match=r"such as users.csv or orgs.csv. What lies in it: a.csv, b.txt, c, d, e, …"):
        run(tmp_path)
