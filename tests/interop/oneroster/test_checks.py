"""What the records of a roster say about each other."""

import pytest

from strongsuit.interop.oneroster.roster import Relation

USERS = "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,agentSourcedIds,pronouns\n"
ROLES = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n"


def ids(records):
    return [record.id for record in records]


def test_of_two_rows_with_one_id_the_first_is_taken_and_both_are_told(read, told, with_line):
    roster = read(changes=with_line("users.csv", {9: "u2,,,true,s1,student,x,,Wrong,Twin,,9,,,,,01,"}))
    assert [one.given for one in roster.students if one.id == "u2"] == ["Théo"]
    assert told(roster, "row.twice", "row.again") == [
        ("row.again", "users.csv", 3, "sourcedId", "u2"),
        ("row.twice", "users.csv", 9, "sourcedId", "u2"),
    ]
    assert len(roster.enrollments) == 3


def test_a_good_row_stands_in_for_a_bad_one_with_its_id(read, with_line):
    changes = with_line(
        "users.csv",
        {3: "u2,,,true,s1,wizard,theo,,Théo,O'Neil,,4,,,,,KG,", 9: "u2,,,true,s1,student,t,,Théo,O,,4,,,,,KG,"},
    )
    roster = read(changes=changes)
    assert ids(roster.enrollments) == ["e1", "e2", "e3"]


def test_parents_that_lead_nowhere_to_themselves_or_in_a_circle_are_left_out(read, told):
    orgs = (
        "sourcedId,name,type,parentSourcedId\n"
        "a,A,school,b\nb,B,school,c\nc,C,school,b\nd,D,school,d\ne,E,school,gone\nf,F,school,a\ns1,S,school,g\ng,G,district,\n"
    )
    roster = read(changes={"orgs.csv": orgs})
    assert {org.id: org.parent for org in roster.orgs} == {
        "a": "b", "b": "", "c": "", "d": "", "e": "", "f": "a", "s1": "g", "g": "",
    }  # fmt: skip
    assert told(roster, "parent.self", "parent.cycle", "ref.dropped")[:4] == [
        ("parent.cycle", "orgs.csv", 3, "parentSourcedId", "c"),
        ("parent.cycle", "orgs.csv", 4, "parentSourcedId", "b"),
        ("parent.self", "orgs.csv", 5, "parentSourcedId", "d"),
        ("ref.dropped", "orgs.csv", 6, "parentSourcedId", "gone"),
    ]


def test_a_long_chain_of_parents_is_walked_without_getting_lost(read):
    chain = "".join(f"o{number},O,school,o{number + 1}\n" for number in range(5000))
    roster = read(changes={"orgs.csv": f"sourcedId,name,type,parentSourcedId\n{chain}o5000,O,district,o0\n"})
    assert {org.parent for org in roster.orgs} == {""}


def test_an_end_before_the_beginning_is_refused(read, told, with_line):
    changes = with_line("enrollments.csv", {2: "e1,,,k1,s1,t1,teacher,true,2026-09-08,2026-09-07"})
    changes |= with_line("academicSessions.csv", {3: "q1,,,Quarter 1,gradingPeriod,2026-11-14,2026-09-08,y27,2027"})
    roster = read(changes=changes)
    assert ids(roster.enrollments) == ["e2", "e3"]
    assert told(roster, "dates.order") == [
        ("dates.order", "academicSessions.csv", 3, "endDate", "2026-09-08"),
        ("dates.order", "enrollments.csv", 2, "endDate", "2026-09-07"),
    ]


def test_references_without_which_a_row_makes_no_sense(read, told, with_line):
    changes = with_line("enrollments.csv", {2: "e1,,,gone,s1,t1,teacher,,,", 3: "e2,,,k1,s1,nobody,student,,,"})
    changes |= with_line("demographics.csv", {2: "stranger,,,2016-02-29,female,,,,,,,,,,,"})
    roster = read(changes=changes)
    assert told(roster, "ref.missing") == [
        ("ref.missing", "demographics.csv", 2, "sourcedId", "stranger"),
        ("ref.missing", "enrollments.csv", 2, "classSourcedId", "gone"),
        ("ref.missing", "enrollments.csv", 3, "userSourcedId", "nobody"),
    ]
    assert ids(roster.enrollments) == ["e3"]


def test_rows_that_lean_on_a_refused_row_say_so(read, told, with_line):
    roster = read(changes=with_line("classes.csv", {2: "k1,,,Reading,,,,scheduled,,nowhere,,,,"}))
    assert told(roster, "ref.missing", "ref.refused") == [
        ("ref.missing", "classes.csv", 2, "schoolSourcedId", "nowhere"),
        ("ref.refused", "enrollments.csv", 2, "classSourcedId", "k1"),
        ("ref.refused", "enrollments.csv", 3, "classSourcedId", "k1"),
        ("ref.refused", "enrollments.csv", 4, "classSourcedId", "k1"),
    ]


def test_references_a_row_can_do_without(read, told, with_line):
    changes = with_line("classes.csv", {2: 'k1,,,Reading,04,c9,,scheduled,,s1,"y27,y99",,,'})
    roster = read(changes=changes)
    assert (roster.classes[0].course, roster.classes[0].terms) == ("", ("y27",))
    assert [value for _, _, _, _, value in told(roster, "ref.dropped")] == ["c9", "y99"]


def test_a_1_2_user_without_a_role_is_refused_with_all_that_lean_on_it(read, told, with_line):
    changes = {
        "manifest.csv": None,
        "users.csv": USERS + "u1,,,true,maya,Maya,Torres,,\nu2,,,true,theo,Theo,O,,\nt1,,,true,ruiz,Elena,Ruiz,,\n",
        "roles.csv": ROLES
        + "r1,,,u1,primary,student,,,s1\nr2,,,u1,primary,student,,,s1\nr3,,,t1,primary,teacher,,,elsewhere\n",
    }
    roster = read(changes=changes)
    assert ids(roster.students) == ["u1"] and roster.staff == ()
    assert told(roster, "user.role", "roles.primary", "ref.missing", "ref.refused")[:6] == [
        ("user.role", "users.csv", 3, "", ""),
        ("user.role", "users.csv", 4, "", ""),
        ("roles.primary", "roles.csv", 3, "userSourcedId", "u1"),
        ("ref.missing", "roles.csv", 4, "orgSourcedId", "elsewhere"),
        ("ref.refused", "demographics.csv", 3, "sourcedId", "u2"),
        ("ref.missing", "demographics.csv", 4, "sourcedId", "u3"),
    ]


def test_a_person_may_be_staff_and_family_but_not_staff_and_student(read, told, with_line):
    changes = {
        "users.csv": USERS + "u1,,,true,maya,Maya,Torres,t1,\nt1,,,true,ruiz,Elena,Ruiz,,\nu3,,,true,sun,Sun,,,\n",
        "roles.csv": ROLES
        + "r1,,,u1,primary,student,,,s1\nr2,,,t1,primary,teacher,,,s1\nr3,,,t1,secondary,parent,,,s1\n"
        + "r4,,,u3,primary,student,,,s1\nr5,,,u3,secondary,aide,,,s1\n",
        "manifest.csv": None,
    }
    roster = read(changes=changes)
    assert ids(roster.students) == ["u1", "u3"]
    assert ids(roster.staff) == ids(roster.guardians) == ["t1"]
    assert roster.relations == (Relation("u1", "t1", "parent"),)
    assert [rule for rule, *_ in told(roster, "user.family", "user.staff_and_student")] == [
        "user.family",
        "user.staff_and_student",
    ]


@pytest.mark.parametrize("agent", ["t1", "u3"])
def test_only_family_members_become_relations(read, told, with_line, agent):
    line = f"u1,,,true,s1,student,maya,,Maya,Torres,,1,,,,{agent},04,"
    roster = read(changes=with_line("users.csv", {2: line, 7: "g1,,,true,s1,parent,,,Rosa,Torres,,,,,,,,"}))
    assert [one for one in roster.relations if one.student == "u1"] == []
    assert told(roster, "relation.role") == [("relation.role", "users.csv", 2, "agentSourcedIds", agent)]


def test_a_relation_may_be_named_from_the_side_of_the_family(read, with_line):
    lines = {2: "u1,,,true,s1,student,maya,,Maya,Torres,,1,,,,,04,", 7: "g1,,,true,s1,parent,,,Rosa,Torres,,,,,,u1,,"}
    assert Relation("u1", "g1", "parent") in read(changes=with_line("users.csv", lines)).relations


def test_an_enrollment_must_fit_what_the_person_is(read, told, with_line):
    lines = {2: "e1,,,k1,s1,t1,student,,,", 3: "e2,,,k1,s1,u1,teacher,,,", 4: "e3,,,k1,s1,g1,parent,,,"}
    roster = read(changes=with_line("enrollments.csv", lines))
    assert roster.enrollments == ()
    assert told(roster, "enrollment.role", "enrollment.staff", "enrollment.other") == [
        ("enrollment.role", "enrollments.csv", 2, "role", "student"),
        ("enrollment.staff", "enrollments.csv", 3, "role", "teacher"),
        ("enrollment.other", "enrollments.csv", 4, "role", "parent"),
    ]


def test_what_a_full_list_deletes_has_ended_and_ends_what_hangs_on_it(read, told, with_line):
    roster = read(changes=with_line("classes.csv", {2: "k1,tobedeleted,,Reading,04,c1,,scheduled,,s1,y27,,,"}))
    assert [one.ended for one in (*roster.classes, *roster.enrollments)] == [True] * 4
    assert {rule for rule, *_ in told(roster, "status.bulk", "enrollment.ended_class")} == {
        "status.bulk",
        "enrollment.ended_class",
    }


def test_a_birthday_to_come_or_on_no_calendar_is_not_taken(read, told, with_line):
    lines = {2: "u1,,,2027-01-01,female,,,,,,,,,,,", 3: "u2,,,2021-02-29,male,,,,,,,,,,,"}
    roster = read(changes=with_line("demographics.csv", lines))
    assert [one.details.birth_date for one in roster.students][:2] == [None, None]
    assert [rule for rule, *_ in told(roster, "date.birth", "date.unknown")] == ["date.birth", "date.unknown"]


def test_what_looks_like_a_social_security_number_is_neither_taken_nor_shown(read, told, with_line):
    roster = read(
        changes=with_line("users.csv", {2: "u1,,,true,s1,student,maya,{SSN:078-05-1120},Maya,T,,078-05-1120,,,,,04,"})
    )
    assert roster.students[0].local_id == ""
    assert ("value.number", "users.csv", 2, "identifier", "(hidden)") in told(roster)
    assert "078-05" not in repr(roster)


@pytest.mark.parametrize(
    ("given", "family"),
    [("Seán-Óg", "O'Neil"), ("선희", ""), ("مريم", "الزهراء"), ("Zoe\u0308", "X"), ("A", "B"), ("D" * 300, "E")],
)
def test_names_of_every_kind_come_through(read, with_line, given, family):
    roster = read(changes=with_line("users.csv", {2: f"u1,,,true,s1,student,maya,,{given},{family},,1,,,,,04,"}))
    assert (roster.students[0].given, roster.students[0].family) == (given, family)
