"""A whole roster: each format comes out the same, and what is odd is told where it stands."""

from datetime import UTC, date, datetime

import pytest

from strongsuit.interop.oneroster.open import CannotOpen, Limits
from strongsuit.interop.oneroster.roster import Details, Enrollment, Known, Org, Relation, Student
from strongsuit.knowledge.terms import Grade

MAYA = Student(
    id="u1",
    given="Maya",
    middle="Inés",
    family="Torres",
    preferred_given="",
    preferred_family="",
    pronouns="",
    local_id="0004711",
    state_id="0012345678",
    email="",
    grade=Grade.G4,
    schools=("s1",),
    details=Details(date(2016, 2, 29), "female", "HI7"),
    marks=(),
    ended=False,
    line=2,
)


def test_a_full_list_of_1_1(read, told):
    roster = read("bulk")
    assert (roster.format, roster.system, roster.stops) == ("1.1", "lakeside", ())
    assert roster.orgs[1] == Org("s1", "Birch Elementary", "school", "0001", "d1", False, 3)
    assert roster.students[0] == MAYA
    assert [student.schools for student in roster.students] == [("s1",), ("s1",), ("s2", "s1")]
    assert [student.details.race for student in roster.students] == ["HI7", "MU7", "AS7"]
    assert [adult.id for adult in roster.staff] == ["t1", "t2"]
    assert [(adult.id, adult.phone) for adult in roster.guardians] == [("g1", "555-0100"), ("g2", "555-0111")]
    assert roster.relations == (Relation("u1", "g1", "parent"), Relation("u2", "g2", "guardian"))
    assert roster.classes[0].grades == (Grade.G4, Grade.G5)
    begin, end = date(2026, 9, 8), date(2027, 6, 26)
    assert roster.enrollments[1] == Enrollment("e2", "k1", "s1", "u1", "student", False, begin, end, False, 3)
    assert told(roster) == [
        ("relation.rights", "users.csv", 1, "", ""),
        ("header.password", "users.csv", 1, "password", ""),
        ("value.blank", "users.csv", 4, "familyName", ""),
    ]


def test_a_delta_of_1_2_leans_on_what_is_known(read, told):
    people = {"t1": frozenset({"staff"}), "u2": frozenset({"student"})}
    known = Known(frozenset({"d1", "s1"}), frozenset(), frozenset(), frozenset({"k1"}), people)
    roster = read("delta", known=lambda system: known)
    assert roster.format == "1.2"
    assert roster.newest == datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
    assert [(one.id, one.preferred_given, one.pronouns, one.grade, one.ended) for one in roster.students] == [
        ("u4", "Ama", "she/her", Grade.G3, False),
        ("u2", "", "", Grade.K, True),
    ]
    assert [adult.id for adult in roster.staff] == [adult.id for adult in roster.guardians] == ["t1"]
    assert [(post.user, post.role, post.org) for post in roster.posts] == [
        ("u4", "student", "s1"),
        ("t1", "teacher", "s1"),
    ]
    assert roster.relations == (Relation("u4", "t1", "parent"),)
    assert [one.ended for one in (*roster.classes, *roster.enrollments)] == [True, True]
    assert not [row for row in roster.report if row.severity == "error"]


def test_a_delta_that_leads_nowhere_refuses_what_it_cannot_place(read, told):
    roster = read("delta", {"orgs.csv": None, "manifest.csv": None})
    assert ("ref.missing", "roles.csv", 2, "orgSourcedId", "s1") in told(roster)


def test_the_draft_with_its_own_names_and_no_last_line_end(read, told):
    roster = read("draft")
    assert roster.format == "draft"
    (maya,) = roster.students
    assert (maya.details, maya.grade, maya.marks) == (Details(date(2016, 2, 29), "female", ""), Grade.G4, ("iep",))
    assert len(roster.orgs) == 2
    assert ("header.password", "users.csv", 1, "ext_portalPassword", "") in told(roster)
    assert ("date.us", "demographics.csv", 2, "birthdate", "2/29/2016") in told(roster)
    assert ("word.case", "demographics.csv", 2, "sex", "Female") in told(roster)


def test_school_data_sync_without_a_manifest(read, told):
    roster = read("school_data_sync")
    assert roster.format == "sds"
    (maya,) = roster.students
    assert (maya.schools, maya.details.race, maya.marks, maya.grade) == (("s1",), "MU7", ("iep",), Grade.G4)
    assert roster.staff[0].email == "ruiz@lakeside.example"
    assert roster.guardians[0].id == "g1"
    assert roster.relations == (Relation("u1", "g1", "guardian"),)
    assert [one.id for one in roster.enrollments] == ["k1|u1|student", "k1|t1|teacher"]
    assert {"manifest.missing", "student.flag", "flag.unused"} <= {rule for rule, *_ in told(roster)}


@pytest.mark.parametrize("name", ["bulk", "draft", "school_data_sync"])
def test_no_password_is_kept_or_told(read, name):
    said = repr(read(name))
    assert "hush-hush" not in said and "s3cret-word" not in said


def test_a_password_moved_by_a_missing_value_is_not_taken_for_something_else(read, told, with_line):
    roster = read(
        changes=with_line("users.csv", {2: "u1,,,true,s1,student,maya,,Maya,Torres,,0004711,,,g1,04,hush-hush"})
    )
    assert ("row.fewer_secret", "users.csv", 2, "", "") in told(roster)
    assert "hush-hush" not in repr(roster)


def test_files_are_found_by_any_case_and_strangers_are_named(read, told):
    users = {"users.csv": None, "USERS.CSV": b"sourcedId,role,orgSourcedIds,givenName\nu1,student,s1,Maya\n"}
    roster = read(
        changes={**users, "notes.txt": b"hello", "results.csv": b"sourcedId\n1\n2\n", "enrollments.csv": None}
    )
    found = told(roster)
    assert ("file.name", "USERS.CSV", None, "", "") in found
    assert ("file.unknown", "notes.txt", None, "", "") in found
    assert ("manifest.absent", "results.csv", None, "", "") in found
    assert ("manifest.not_there", "manifest.csv", 11, "value", "enrollments: bulk") in found
    assert len(roster.students) == 1


@pytest.mark.parametrize(
    ("file", "content", "kind"),
    [
        ("demographics.csv", b"PK\x03\x04\x14\x00", "a zip file or an Excel workbook"),
        ("demographics.csv", b"%PDF-1.7", "a PDF"),
        ("demographics.csv", b"<!DOCTYPE html><html>", "a web page or an XML file"),
        ("demographics.csv", bytes(100), "a file of raw data"),
        ("demographics.csv", "a,b\n".encode("utf-16-le"), "a file of raw data"),
    ],
)
def test_a_file_that_lies_about_its_kind_is_told(read, file, content, kind):
    roster = read(changes={file: content})
    (row,) = [row for row in roster.report if row.rule == "oneroster.file.type"]
    assert (row.file, dict(row.words)["kind"]) == (file, kind)
    assert len(roster.students) == 3


def test_a_needed_file_that_is_no_table_stops_the_set(read):
    roster = read(changes={"users.csv": b"\x89PNG\r\n\x1a\n" + bytes(50)})
    assert [(stop.rule, dict(stop.words)) for stop in roster.stops] == [("oneroster.set.file", {"name": "users.csv"})]


def test_a_needed_column_that_is_missing_stops_the_set(read):
    roster = read(changes={"users.csv": b"sourcedId,role,familyName\nu1,student,Torres\n"})
    assert [dict(stop.words) for stop in roster.stops] == [{"name": "users.csv", "column": "givenName"}]


def test_a_file_that_breaks_off_stops_the_set(read):
    roster = read(changes={"enrollments.csv": b"\xff\xfes\x00\x00\xd8"})
    assert [stop.rule for stop in roster.stops] == ["oneroster.set.unread"]


def test_only_a_manifest_brings_no_changes(read, told):
    names = ["orgs", "academicSessions", "courses", "users", "demographics", "classes", "enrollments"]
    manifest = "propertyName,value\noneroster.version,1.2\n" + "".join(f"file.{name},absent\n" for name in names)
    with pytest.raises(CannotOpen):
        read(changes={f"{name}.csv": None for name in [*names, "manifest"]} | {"readme.txt": b"x"})
    roster = read(changes={f"{name}.csv": None for name in names} | {"manifest.csv": manifest})
    assert (roster.students, roster.stops) == ((), ())
    assert told(roster) == [("manifest.nothing", "manifest.csv", 1, "", "")]


def test_a_file_declared_absent_is_read_only_when_chosen(read, told, with_line):
    changes = with_line("manifest.csv", {8: "file.courses,absent"})
    roster = read(changes=changes)
    assert ("manifest.absent", "courses.csv", None, "", "") in told(roster)
    assert ("ref.file", "classes.csv", 2, "courseSourcedId", "c1") in told(roster)
    assert roster.classes[0].course == ""
    assert read(changes=changes, also_undeclared=True).classes[0].course == "c1"


def test_a_mode_nobody_knows_and_a_version_that_is_not_true_are_told(read, told, with_line):
    changes = with_line("manifest.csv", {3: "oneroster.version,1.2", 16: "file.users,Everything", 19: "colour,blue"})
    found = told(read(changes=changes))
    assert ("manifest.version", "manifest.csv", 1, "", "") in found
    assert ("manifest.mode", "manifest.csv", 16, "value", "Everything") in found
    assert ("manifest.property", "manifest.csv", 19, "propertyName", "colour") in found


def test_columns_in_another_order_case_and_number_are_read_and_told_once(read, told):
    users = (
        b"GIVENNAME,sourcedId,role,orgSourcedIds,enabledUser,username,familyName,grades,favoriteColor,,role,\n"
        b"Maya,u1,student,s1,true,maya,Torres,04,blue,,x,\n"
        b"Theo,u2,STUDENT,s1,Yes,theo,O'Neil,KG,,,,\n"
    )
    roster = read(changes={"users.csv": users, "enrollments.csv": None, "demographics.csv": None})
    assert [(one.given, one.grade) for one in roster.students] == [("Maya", Grade.G4), ("Theo", Grade.K)]
    assert told(
        roster, "header.case", "header.unknown", "header.nameless", "header.twice", "file.order", "word.case"
    ) == [
        ("file.order", "users.csv", 1, "", ""),
        ("header.case", "users.csv", 1, "GIVENNAME", "GIVENNAME"),
        ("header.unknown", "users.csv", 1, "favoriteColor", ""),
        ("header.nameless", "users.csv", 1, "", ""),
        ("header.twice", "users.csv", 1, "role", ""),
        ("word.case", "users.csv", 3, "role", "STUDENT"),
        ("word.case", "users.csv", 3, "enabledUser", "Yes"),
    ]


@pytest.mark.parametrize(("delimiter", "word"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")])
def test_another_delimiter_is_understood(read, told, delimiter, word):
    orgs = delimiter.join(["sourcedId", "name", "type"]) + "\n" + delimiter.join(["s1", "Birch, East", "school"])
    users = b"sourcedId,role,orgSourcedIds,givenName\nu1,student,s1,Maya\n"
    roster = read(changes={"orgs.csv": orgs, "users.csv": users})
    assert roster.orgs[0].name == "Birch, East"
    (row,) = [row for row in roster.report if row.rule == "oneroster.file.delimiter"]
    assert dict(row.words) == {"delimiter": word}


def test_rows_that_do_not_fit_are_refused_and_their_neighbors_taken(read, told):
    orgs = (
        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
        "s1,,,Birch,school\n"
        "s2,,,Harbor, East,school,0002,d1,more\n"
        ",,,,,,\n"
        's3,,,"Lake\nView",school,,\n'
        "s4,,,Nul\0l,school,,\n"
        's5,,,"Open,school,,\n'
        "s6,,,,school,,\n"
        "s7,,,Port,palace,,\n"
        f"{'s' * 201},,,Queen,school,,\n"
        f"s8,,,{'x' * 301},school,,\n"
    )
    roster = read(changes={"orgs.csv": orgs})
    assert [(org.id, org.name, org.line) for org in roster.orgs] == [
        ("s1", "Birch", 2),
        ("s3", "Lake View", 5),
        ("s8", "x" * 300, 12),
    ]
    assert [(rule, line, column) for rule, file, line, column, _ in told(roster) if file == "orgs.csv"] == [
        ("row.fewer", 2, ""),
        ("row.more", 3, ""),
        ("value.odd", 5, ""),
        ("row.nul", 7, ""),
        ("row.quote", 8, ""),
        ("row.blank", 9, "name"),
        ("word.unknown", 10, "type"),
        ("row.value", 10, "type"),
        ("id.long", 11, "sourcedId"),
        ("value.long", 12, "name"),
    ]
    counts = {file.name: (file.rows, file.refused) for file in roster.files}
    assert counts["orgs"] == (9, 6)


def test_a_set_larger_than_the_caller_allows_is_refused(read):
    with pytest.raises(CannotOpen):
        read(limits=Limits(unpacked=500))


def test_a_set_is_called_by_its_systems_name_where_the_code_only_says_absent(read):
    head = "propertyName,value\noneroster.version,1.1\nsource.systemCode,absent\nsource.systemName,Evening Records\n"
    assert read(changes={"manifest.csv": head}).system == "Evening Records"
    assert read(changes={"manifest.csv": head.replace("Evening Records", "Absent")}).system == ""
