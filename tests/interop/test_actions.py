"""Bringing a roster in: look first, all or nothing, the same bytes once, and questions when it looks wrong."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection

from strongsuit.audit.guards import Guard
from strongsuit.audit.models import Entry
from strongsuit.interop import keeping
from strongsuit.interop.actions import Choices, apply_roster, import_roster, refuse_run
from strongsuit.interop.models import ImportProblem, ImportRun, SourceKey
from strongsuit.interop.oneroster.open import LIMITS
from strongsuit.people.models import Account, School
from strongsuit.students.models import Guardian, Student
from strongsuit.web.refusals import Cannot, NotYours
from tests.interop.conftest import files_of

State = ImportRun.State


def nothing_written():
    return not any(model.objects.exists() for model in (Student, School, Guardian, Account, SourceKey))


def test_a_look_changes_nothing_and_says_what_would_change(bring, counts, pack):
    run = bring(dry_run=True)
    assert (run.state, run.applied_at, run.stopped_because) == (State.PREVIEWED, None, [])
    assert counts(run, "students") == {"new": 3}
    assert nothing_written()
    assert (run.format, run.source, run.file_name) == ("OneRoster 1.1", "lakeside", "roster.zip")
    assert (run.sha256, run.size) == (hashlib.sha256(pack()).hexdigest(), len(pack()))
    assert run.counts["files"]["users"] == {"mode": "bulk", "rows": 7, "refused": 0}


def test_applying_after_a_look_is_the_same_run(bring):
    looked = bring(dry_run=True)
    run = bring()
    assert (run.pk, run.state, ImportRun.objects.count()) == (looked.pk, State.APPLIED, 1)
    assert Student.objects.count() == 3


def test_the_same_bytes_give_the_same_run_unless_forced(bring):
    first = bring()
    again = bring()
    assert (again.pk, again.seen_before, first.seen_before) == (first.pk, True, False)
    forced = bring(force=True)
    assert (forced.pk != first.pk, forced.state) == (True, State.APPLIED)


def test_the_report_is_kept_in_the_order_of_the_files(bring, with_line):
    run = bring(changes=with_line("enrollments.csv", {2: "e1,,,gone,s1,t1,teacher,,,"}))
    rows = list(run.problems.order_by("order").values_list("order", "severity", "file", "line", "column", "rule"))
    assert [row[0] for row in rows] == list(range(len(rows)))
    assert rows[-1][1:] == ("error", "enrollments.csv", 2, "classSourcedId", "oneroster.ref.missing")
    assert run.counts["severities"]["error"] == 1
    bring(changes=with_line("enrollments.csv", {2: "e1,,,gone,s1,t1,teacher,,,"}), dry_run=True, force=True)
    assert ImportProblem.objects.filter(run=run).count() == len(rows)


def test_too_many_students_leaving_stops_and_asks(bring, without):
    bring()
    run = bring(changes=without("u2"))
    assert run.state == State.PREVIEWED
    assert run.stopped_because == [{"rule": "oneroster.ask.removals", "words": {"ended": 1, "active": 3}}]
    assert Student.objects.filter(left_on=None).count() == 3
    accepted = bring(changes=without("u2"), accept=True)
    assert (accepted.pk, accepted.state, accepted.options["accepted"]) == (run.pk, State.APPLIED, True)
    assert Student.objects.filter(left_on=None).count() == 2


def test_a_whole_list_that_shrinks_asks_on_every_try_until_somebody_accepts(bring, without):
    bring()
    for _time in range(2):
        run = bring(changes=without("u1", "u2", "u3"), keep=True)
        assert [stop["rule"] for stop in run.stopped_because] == ["oneroster.ask.removals"]
    assert apply_roster(by="a test", run=run).state == State.PREVIEWED
    assert Student.objects.filter(left_on=None).count() == 3


def test_the_share_that_asks_is_a_setting(bring, without, settings):
    settings.ROSTER_ENDED_SHARE = 0.5
    bring()
    assert bring(changes=without("u2")).state == State.APPLIED


def test_too_many_rows_in_error_stop_and_ask(bring):
    users = "sourcedId,role,orgSourcedIds,givenName\n" + "".join(f"u{n},wizard,s1,Merlin\n" for n in range(9))
    run = bring(changes={"users.csv": users, "demographics.csv": None, "enrollments.csv": None})
    assert (run.state, [stop["rule"] for stop in run.stopped_because]) == (State.PREVIEWED, ["oneroster.ask.errors"])
    assert nothing_written()


def test_a_set_that_names_none_of_our_schools_stops_and_asks(bring, district):
    School.objects.create(district=district, name="Elsewhere", code="9")
    run = bring()
    assert (run.state, [stop["rule"] for stop in run.stopped_because]) == (State.PREVIEWED, ["oneroster.ask.places"])


LONG = "9" * 41


def test_a_set_whose_students_are_all_left_out_stops_and_asks(bring, with_line, settings):
    settings.ROSTER_ENDED_SHARE = 1.0
    lines = {row: f"u{row - 1},,,true,s1,student,n{row},,N,N,,{LONG}{row},,,,,04," for row in (2, 3, 4)}
    run = bring(changes=with_line("users.csv", lines))
    stop = {"rule": "oneroster.ask.students", "words": {"refused": 3, "students": 3}}
    assert (run.state, run.stopped_because) == (State.PREVIEWED, [stop])
    assert nothing_written()


def test_more_students_left_out_than_the_share_ask_and_the_others_come_in_on_a_yes(bring, with_line, settings):
    changes = with_line("users.csv", {2: f"u1,,,true,s1,student,maya,,Maya,Torres,,{LONG},,,,,04,"})
    assert [stop["rule"] for stop in bring(changes=changes).stopped_because] == ["oneroster.ask.students"]
    assert nothing_written()
    settings.ROSTER_ENDED_SHARE = 0.5
    assert bring(changes=changes).state == State.APPLIED
    assert sorted(Student.objects.values_list("local_id", flat=True)) == ["0004712", "0004713"]


def two_systems():
    """The roster without a name of its own, and a nameless one of other people in the same school."""
    nameless = {"manifest.csv": files_of("bulk")["manifest.csv"].decode().partition("source.systemName")[0]}
    head = files_of("bulk")["users.csv"].decode().partition("\n")[0]
    users = f"{head}\nz1,,,true,s1,student,z,,Zoe,Zed,,77,,,,,04,\n"
    return nameless, {**nameless, "users.csv": users, "demographics.csv": None, "enrollments.csv": None}


def test_a_second_system_without_a_name_is_asked_for_one(bring, settings):
    settings.ROSTER_ENDED_SHARE = 1.0
    first, second = two_systems()
    bring(changes=first)
    run = bring(changes=second)
    assert run.state == State.PREVIEWED
    assert {"rule": "oneroster.ask.unnamed", "words": {"ended": 3}} in run.stopped_because
    named = bring(changes=second, source_name="evening school", accept=True)
    assert (named.state, named.source) == (State.APPLIED, "evening school")
    assert Student.objects.filter(left_on=None).count() == 4


def test_a_shrinking_list_without_a_name_is_asked_for_one_as_well(bring, without):
    first, _second = two_systems()
    bring(changes=first)
    run = bring(changes={**without("u2"), **first})
    rules = [stop["rule"] for stop in run.stopped_because]
    assert rules == ["oneroster.ask.removals", "oneroster.ask.unnamed"]


def test_a_demo_takes_no_roster_unless_somebody_says_that_its_people_are_invented(bring, district):
    district.demo = True
    district.save()
    with pytest.raises(Cannot, match="real people do not belong in it"):
        bring()
    assert nothing_written() and not ImportRun.objects.exists()
    run = bring(into_demo=True, dry_run=True, keep=True)
    applied = apply_roster(by="a test", run=run)
    assert (applied.state, applied.options["into_demo"]) == (State.APPLIED, True)
    assert Student.objects.count() == 3


def test_demo_mode_takes_no_roster_into_any_district(bring, settings):
    run = bring(dry_run=True, keep=True)
    settings.DEMO = True
    with pytest.raises(Cannot):
        bring()
    with pytest.raises(Cannot):
        apply_roster(by="a test", run=run)
    assert nothing_written()


def test_a_word_that_only_a_demo_needs_is_not_noted_elsewhere(bring):
    assert "into_demo" not in bring(into_demo=True).options


def test_a_set_older_than_the_last_one_stops_and_asks(bring):
    bring()
    bring("delta", {"users.csv": None, "roles.csv": None})
    older = "sourcedId,status,dateLastModified,name,type,identifier\ns1,active,2026-11-01T00:00:00Z,B,school,0001\n"
    leave_out = {f"{name}.csv": None for name in ("users", "roles", "classes", "enrollments")}
    run = bring("delta", {"orgs.csv": older, **leave_out})
    assert [stop["rule"] for stop in run.stopped_because] == ["oneroster.ask.older"]


def test_what_is_wrong_with_the_whole_set_cannot_be_accepted(bring):
    run = bring(changes={"users.csv": None}, accept=True)
    assert (run.state, [stop["rule"] for stop in run.stopped_because]) == (State.REFUSED, ["oneroster.set.file"])
    assert nothing_written()


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 but broken"])
def test_a_package_that_cannot_be_opened_is_a_refused_run(district, content):
    run = import_roster(by="a test", district=district, source=content, file_name="x.zip")
    assert (run.state, len(run.stopped_because), run.size) == (State.REFUSED, 1, len(content))
    again = import_roster(by="a test", district=district, source=content, file_name="x.zip")
    assert again.pk == run.pk


def test_a_place_with_nothing_in_it_is_no_run(district, tmp_path):
    for nothing in (tmp_path, tmp_path / "missing.zip"):
        with pytest.raises(Cannot):
            import_roster(by="a test", district=district, source=nothing)
    assert ImportRun.objects.count() == 0


def test_all_or_nothing(bring):
    """The very last table refuses one row: nothing of all the others is there."""
    refusing = Guard("refuse_for_a_test", "students_guardian", ("INSERT",), "not now", "NEW.name = 'Sam Hill'")
    with connection.cursor() as cursor:
        for statement in refusing.statements(connection.vendor):
            cursor.execute(statement)
    with pytest.raises(Cannot):
        bring()
    assert nothing_written()
    assert ImportRun.objects.count() == 0


def test_the_trail_names_the_run_and_every_student_it_touched(bring, with_line, without):
    bring()
    line = "u1,,,true,s2,student,maya,,Maya,Torres,,0004711,,,,g1,05,"
    run = bring(changes={**without("u2"), **with_line("users.csv", {2: line, 3: ""})}, accept=True)
    deeds = Entry.objects.filter(district=run.district_id).order_by("id").values_list("deed", "agent", "target_id")
    assert [deed for deed, *_ in deeds] == [
        "applied a roster",
        "changed by roster",
        "left by roster",
        "applied a roster",
    ]
    assert deeds[3] == ("applied a roster", "a test", run.pk)
    maya = Student.objects.get(local_id="0004711")
    noted = Entry.objects.get(student=maya.pk)
    assert (noted.deed, noted.detail) == ("changed by roster", {"run": run.pk})


def test_only_the_districts_office_brings_a_roster_in(cast, pack):
    for person in (cast.ruiz, cast.chen, cast.brooks, cast.rosa, cast.outsider, cast.maya_account):
        with pytest.raises(NotYours):
            import_roster(by=person, district=cast.district, source=pack(), file_name="roster.zip")
    with pytest.raises(NotYours):
        import_roster(by=cast.admin, district=cast.other_district, source=pack(), file_name="roster.zip")
    look = Choices(dry_run=True)
    run = import_roster(by=cast.admin, district=cast.district, source=pack(), file_name="r.zip", choices=look)
    assert run.started_by == cast.admin
    for deed in (apply_roster, refuse_run):
        with pytest.raises(NotYours):
            deed(by=cast.outsider, run=run)


def test_a_kept_package_is_locked_and_goes_when_applied(bring, django_capture_on_commit_callbacks):
    run = bring(dry_run=True, keep=True)
    with default_storage.open(run.package.name) as file:
        stored = file.read()
    assert b"Maya" not in stored and b"users.csv" not in stored
    plain = keeping.kept(run)
    assert plain.startswith(b"PK")
    name = run.package.name
    with django_capture_on_commit_callbacks(execute=True):
        run = apply_roster(by="a test", run=run)
    assert (run.state, bool(run.package), default_storage.exists(name)) == (State.APPLIED, False, False)
    assert Student.objects.count() == 3


def test_a_run_that_asked_is_applied_from_what_was_kept(bring, without):
    bring()
    run = bring(changes=without("u2"), keep=True)
    assert apply_roster(by="a test", run=run).state == State.PREVIEWED
    assert apply_roster(by="a test", run=run, accept=True).state == State.APPLIED
    assert Student.objects.filter(left_on=None).count() == 2


def test_a_second_yes_finds_it_done(bring):
    run = bring(dry_run=True, keep=True)
    stale = ImportRun.objects.get(pk=run.pk)
    apply_roster(by="a test", run=run)
    again = apply_roster(by="a test", run=stale)
    assert (again.state, again.applied_at) == (State.APPLIED, run.applied_at)
    assert Entry.objects.filter(deed="applied a roster").count() == 1


def test_a_no_is_remembered_and_the_package_goes(bring, django_capture_on_commit_callbacks):
    run = bring(dry_run=True, keep=True)
    name = run.package.name
    with django_capture_on_commit_callbacks(execute=True):
        refused = refuse_run(by="a test", run=run)
    assert (refused.state, default_storage.exists(name)) == (State.REFUSED, False)
    with pytest.raises(Cannot):
        apply_roster(by="a test", run=refused)


def test_a_kept_package_reads_like_the_one_that_came(bring, with_line):
    bad = {2: 'u1,,,true,s1,student,maya,,"Maya,Torres,,1,,,,,04,x', 9: "x,,,true,s1,student,m,,M,T,,1,,,,,04,pw,pw2"}
    changes = with_line("users.csv", bad)
    run = bring(changes=changes, keep=True, dry_run=True)
    before = list(run.problems.filter(file="users.csv", severity="error").values_list("line", flat=True))
    applied = apply_roster(by="a test", run=run, accept=True)
    after = list(applied.problems.filter(file="users.csv", severity="error").values_list("line", flat=True))
    assert (before, after) == ([2, 9], [2, 9])
    assert sorted(Student.objects.values_list("local_id", flat=True)) == ["0004712", "0004713"]


def test_no_password_reaches_the_database_or_the_disk(bring):
    run = bring(dry_run=True, keep=True)
    assert b"hush-hush" not in b"".join(_entries(keeping.kept(run)))
    assert run.problems.filter(value__contains="hush").count() == 0


def _entries(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_the_limit_of_a_set_is_larger_than_that_of_an_upload():
    assert LIMITS.packed >= settings.UPLOAD_LIMIT_BYTES
    assert Path(settings.DATA).is_absolute()
