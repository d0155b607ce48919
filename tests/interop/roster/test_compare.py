"""A roster beside the records: what is new, changed, unchanged and ended, and by what people are known again."""

from datetime import date

import pytest

from strongsuit.interop.models import SourceKey
from strongsuit.people.facts import EVERY_WEEKDAY, calendar_of
from strongsuit.people.models import Account, ReportDate, School, SchoolYear, StaffPost
from strongsuit.people.roles import Relation, Role
from strongsuit.students.models import Eligibility, Enrollment, Guardian, Student, TeamMember

TODAY = date(2026, 11, 20)
SDS_ROLES = "userSourcedId,orgSourcedId,role,grade,isPrimary,roleStartDate,roleEndDate\n"
RUIZ = "t1,,,true,s1,{role},ruiz,,Elena,Ruiz,,E17,{email},,,,,"


def student(local_id="0004711"):
    return Student.objects.get(local_id=local_id)


def spans(child):
    return list(child.enrollments.order_by("starts_on").values_list("school__code", "grade", "starts_on", "ends_on"))


def test_a_first_roster_fills_an_empty_district(bring, counts):
    run = bring()
    assert {kind: counts(run, kind) for kind in run.counts["records"]} == {
        "schools": {"new": 2},
        "years": {"new": 1},
        "students": {"new": 3},
        "staff": {"new": 2},
        "posts": {"new": 2},
        "families": {"new": 2},
    }
    maya = student()
    assert (maya.given_name, maya.family_name, maya.birth_date, maya.grade) == (
        "Maya",
        "Torres",
        date(2016, 2, 29),
        "4",
    )
    assert (maya.school.name, maya.state_id, maya.sex, maya.race) == ("Birch Elementary", "0012345678", "F", "HI7")
    assert (maya.left_on, maya.version, maya.account) == (None, 1, None)
    assert spans(maya) == [("0001", "4", TODAY, None)]
    assert list(School.objects.order_by("code").values_list("name", "code")) == [
        ("Birch Elementary", "0001"),
        ("Harbor High", "0002"),
    ]


def test_leading_zeros_names_and_their_marks_come_through(bring):
    bring()
    assert list(Student.objects.order_by("local_id").values_list("local_id", "given_name", "family_name")) == [
        ("0004711", "Maya", "Torres"),
        ("0004712", "Théo", "O'Neil"),
        ("0004713", "선희", ""),
    ]


def test_the_calendar_is_made_where_there_is_none(bring, counts):
    bring()
    year = SchoolYear.objects.get()
    assert (year.name, year.first_day, year.last_day) == ("2026-2027", date(2026, 9, 8), date(2027, 6, 25))
    assert list(ReportDate.objects.values_list("name", "on")) == [("Quarter 1", date(2026, 11, 13))]


def test_the_new_calendar_counts_at_once(bring, district, django_capture_on_commit_callbacks):
    school = School.objects.create(district=district, name="Birch", code="0001")
    assert calendar_of(school) == EVERY_WEEKDAY
    with django_capture_on_commit_callbacks(execute=True):
        bring()
    assert not calendar_of(school).is_school_day(date(2026, 7, 15))


def test_a_calendar_that_people_keep_is_left_alone(bring, district, counts):
    SchoolYear.objects.create(district=district, name="ours", first_day=date(2026, 9, 1), last_day=date(2027, 6, 30))
    assert counts(bring(), "years") == {}
    assert SchoolYear.objects.get().name == "ours"


def test_the_same_roster_again_changes_nothing(bring, counts):
    bring()
    before = list(Student.objects.order_by("pk").values())
    again = bring(force=True)
    assert {kind: counts(again, kind) for kind in again.counts["records"]} == {
        "schools": {"unchanged": 2},
        "students": {"unchanged": 3},
        "staff": {"unchanged": 2},
        "posts": {"unchanged": 2},
        "families": {"unchanged": 2},
    }
    assert list(Student.objects.order_by("pk").values()) == before


def test_a_student_who_moves_up_and_over_begins_a_new_span(bring, counts, with_line):
    bring()
    Enrollment.objects.update(starts_on=date(2026, 9, 8))
    line = "u1,,,true,s2,student,maya,{State:0012345678},Maya,Torres,Inés,0004711,,,,g1,05,"
    run = bring(changes=with_line("users.csv", {2: line}))
    assert counts(run, "students") == {"changed": 1, "unchanged": 2}
    maya = student()
    assert (maya.school.code, maya.grade, maya.version) == ("0002", "5", 2)
    assert spans(maya) == [("0001", "4", date(2026, 9, 8), date(2026, 11, 19)), ("0002", "5", TODAY, None)]


def test_what_the_source_leaves_empty_stays_as_it_is_here(bring, with_line):
    bring()
    Student.objects.filter(local_id="0004711").update(preferred_name="May", pronouns="she/her")
    bring(changes=with_line("users.csv", {2: "u1,,,true,s1,student,maya,,Maia,Torres,,,,,,g1,,"}))
    maya = student()
    assert (maya.given_name, maya.preferred_name, maya.pronouns) == ("Maia", "May", "she/her")
    assert (maya.grade, maya.state_id, maya.race) == ("4", "0012345678", "HI7")


def test_a_student_who_is_named_no_more_has_left_and_nothing_is_erased(bring, counts, without):
    bring()
    run = bring(changes=without("u2"), accept=True)
    assert counts(run, "students") == {"unchanged": 2, "ended": 1}
    theo = student("0004712")
    assert theo.left_on == TODAY
    assert [ends_on for *_, ends_on in spans(theo)] == [TODAY]
    assert theo.guardians.count() == 1


def test_a_student_who_comes_back_is_the_same_student(bring, counts, without):
    first = bring()
    Enrollment.objects.update(starts_on=date(2026, 9, 8))
    bring(changes=without("u2"), accept=True)
    run = bring(force=True)
    assert first.pk != run.pk
    theo = student("0004712")
    assert (counts(run, "students"), theo.left_on) == ({"unchanged": 2, "changed": 1}, None)
    assert [ends_on for *_, ends_on in spans(theo)] == [TODAY, None]


def test_a_student_whose_row_cannot_be_read_has_not_left(bring, counts, with_line):
    bring()
    run = bring(
        changes=with_line("users.csv", {3: "u2,,,true,s1,wizard,theo,,Théo,O'Neil,,0004712,,,,,KG,"}), accept=True
    )
    assert counts(run, "students") == {"unchanged": 2}
    assert student("0004712").left_on is None


def test_nobody_leaves_because_a_row_has_no_readable_id(bring, counts, with_line):
    bring()
    run = bring(changes=with_line("users.csv", {3: "u2,,,true,s1,student,th\0eo,,Théo,O'Neil,,0004712,,,,,KG,"}))
    assert counts(run, "students") == {"unchanged": 2}
    assert student("0004712").left_on is None


def test_a_student_the_district_has_already_is_known_by_local_id(bring, district, counts):
    school = School.objects.create(district=district, name="Old name", code="0001")
    there = Student.objects.create(
        district=district, school=school, given_name="Maya", birth_date=date(2016, 2, 29), grade="3", local_id="0004711"
    )
    run = bring()
    assert counts(run, "students") == {"new": 2, "changed": 1}
    assert counts(run, "schools") == {"new": 1, "changed": 1}
    there.refresh_from_db()
    assert (there.grade, there.family_name, there.school.name) == ("4", "Torres", "Birch Elementary")


def test_a_state_id_knows_a_student_before_a_local_id_does(bring, district):
    school = School.objects.create(district=district, name="Birch", code="0001")
    values = {"district": district, "school": school, "birth_date": date(2016, 2, 29), "grade": "3"}
    by_state = Student.objects.create(given_name="Maya", local_id="9", state_id="0012345678", **values)
    bring()
    by_state.refresh_from_db()
    assert by_state.local_id == "0004711"


def test_nobody_is_known_by_name_and_birth_date(bring, district, counts):
    school = School.objects.create(district=district, name="Birch", code="0001")
    Student.objects.create(
        district=district,
        school=school,
        given_name="Maya",
        family_name="Torres",
        birth_date=date(2016, 2, 29),
        grade="4",
        local_id="other",
    )
    assert counts(bring(), "students") == {"new": 3}


def test_an_id_given_anew_to_another_child_is_refused(bring, counts, with_line):
    bring()
    changes = with_line("users.csv", {2: "u1,,,true,s1,student,noah,,Noah,Berg,,0004711,,,,,01,"})
    changes |= with_line("demographics.csv", {2: "u1,,,2020-01-01,male,,,,,,,,,,,"})
    run = bring(changes=changes)
    assert counts(run, "students") == {"unchanged": 2, "refused": 1}
    assert student().given_name == "Maya"
    assert [problem.record_key for problem in run.problems.filter(rule="oneroster.student.other_person")] == ["u1"]


def test_of_two_rows_for_one_student_the_second_is_refused(bring, counts, with_line):
    lines = {
        2: "u1,,,true,s1,student,maya,,Maya,Torres,,77,,,,,04,",
        4: "u3,,,true,s1,student,sun,,Sun,Lee,,77,,,,,09,",
    }
    run = bring(changes=with_line("users.csv", lines))
    assert counts(run, "students") == {"new": 2, "refused": 1}
    assert run.problems.get(rule__startswith="oneroster.student").line == 4


@pytest.mark.parametrize(
    ("file", "lines", "rule"),
    [
        ("users.csv", {2: "u1,,,true,d1,student,maya,,Maya,Torres,,0004711,,,,,04,"}, "no_school"),
        ("users.csv", {2: f"u1,,,true,s1,student,maya,,Maya,Torres,,{'1' * 41},,,,,04,"}, "long_id"),
    ],
)
def test_a_student_without_what_a_plan_needs_is_not_taken(bring, counts, with_line, file, lines, rule):
    run = bring(changes=with_line(file, lines))
    assert counts(run, "students") == {"new": 2, "refused": 1}
    problem = run.problems.get(rule=f"oneroster.student.{rule}")
    assert (problem.severity, problem.file, problem.line, problem.record_key) == ("error", "users.csv", 2, "u1")


def undated(with_line):
    return with_line("demographics.csv", {2: "u1,,,,female,,,,,,,,,,,"})


def test_a_student_without_a_birth_date_comes_in_with_a_note_every_time(bring, counts, with_line):
    for new in ({"new": 3}, {"unchanged": 3}):
        run = bring(changes=undated(with_line), force=True)
        assert counts(run, "students") == new
        note = run.problems.get(rule="oneroster.student.birth_date")
        assert (note.severity, note.file, note.line, note.record_key) == ("notice", "users.csv", 2, "u1")
    assert (student().birth_date, student().version) == (None, 1)


def test_a_birth_date_that_comes_later_is_taken_and_never_goes_again(bring, counts, with_line):
    bring(changes=undated(with_line))
    later = bring()
    assert (counts(later, "students"), student().birth_date) == ({"changed": 1, "unchanged": 2}, date(2016, 2, 29))
    assert not later.problems.filter(rule="oneroster.student.birth_date").exists()
    again = bring(changes=undated(with_line), force=True)
    assert (counts(again, "students"), student().birth_date) == ({"unchanged": 3}, date(2016, 2, 29))
    assert not again.problems.filter(rule="oneroster.student.birth_date").exists()


def test_a_birth_date_added_by_hand_stays_when_the_roster_still_has_none(bring, with_line):
    bring(changes=undated(with_line))
    Student.objects.filter(local_id="0004711").update(birth_date=date(2016, 2, 28))
    run = bring(changes=undated(with_line), force=True)
    assert student().birth_date == date(2016, 2, 28)
    assert not run.problems.filter(rule="oneroster.student.birth_date").exists()


def test_two_unknown_birth_dates_are_not_the_same_one(bring, counts, with_line):
    bring(changes=undated(with_line))
    other = with_line("users.csv", {2: "u1,,,true,s1,student,ada,,Ada,Stone,,0004711,,,,,04,"})
    run = bring(changes={**undated(with_line), **other})
    assert counts(run, "students") == {"unchanged": 2, "refused": 1}
    assert run.problems.get(severity="error").rule == "oneroster.student.other_person"
    assert student().given_name == "Maya"


def test_a_student_without_a_grade_is_ungraded_until_one_comes(bring, with_line):
    bring(changes=with_line("users.csv", {2: "u1,,,true,s1,student,maya,,Maya,Torres,,0004711,,,,,,"}))
    assert student().grade == "UG"
    bring()
    assert student().grade == "4"


def test_a_time_at_school_that_is_over_makes_a_record_that_has_left(bring, counts):
    past = "true,2021-08-24,2022-06-11"
    run = bring("school_data_sync", {"roles.csv": f"{SDS_ROLES}u1,s1,student,4,{past}\nt1,s1,teacher,,{past}\n"})
    maya = Student.objects.get()
    assert (maya.left_on, spans(maya)) == (date(2022, 6, 10), [("s1", "4", date(2021, 8, 24), date(2022, 6, 10))])
    assert (counts(run, "students"), counts(run, "staff")) == ({"new": 1}, {})


def test_of_several_schools_the_one_that_still_holds_counts(bring):
    orgs = "sourcedId,name,type,parentSourcedId\ns1,Birch,school,\ns2,Harbor,school,\n"
    roles = f"{SDS_ROLES}u1,s1,student,4,true,,2026-11-01\nu1,s2,student,4,false,2026-11-01,\nt1,s1,teacher,,,,\n"
    bring("school_data_sync", {"orgs.csv": orgs, "roles.csv": roles})
    assert Student.objects.get().school.name == "Harbor"


def test_a_school_by_its_parents(bring):
    orgs = "sourcedId,name,type,parentSourcedId\ns1,Birch,school,\nx1,Grade 4 house,department,s1\n"
    bring(changes={"orgs.csv": orgs.replace("x1", "s2")})
    assert student("0004713").school.name == "Birch"


def test_a_school_that_is_named_no_more_is_closed_and_opens_again(bring, counts, with_line):
    bring()
    orgs = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,Birch,school,0001,\n"
    users = with_line("users.csv", {4: "u3,,,true,s1,student,sun,,선희,,,0004713,,,,,09,"})
    run = bring(changes={"orgs.csv": orgs, **users})
    assert counts(run, "schools") == {"changed": 1, "ended": 1}
    assert School.objects.get(code="0002").closed_on == TODAY
    bring(force=True)
    assert School.objects.get(code="0002").closed_on is None


def test_two_schools_with_one_code_are_told_apart_or_refused(bring, counts, with_line):
    run = bring(changes=with_line("orgs.csv", {4: "s2,,,Harbor High,school,0001,d1"}))
    assert counts(run, "schools") == {"new": 1, "refused": 1}


def test_colleagues_get_accounts_that_nobody_can_sign_in_to_yet(bring):
    bring()
    ruiz = Account.objects.get(email="ruiz@lakeside.example")
    assert (ruiz.name, ruiz.kind, ruiz.has_usable_password(), ruiz.is_active) == ("Elena Ruiz", "adult", False, True)
    post = ruiz.posts.get()
    assert (post.role, post.school.code, post.starts_on, post.ends_on) == (Role.TEACHER, "0001", TODAY, None)


def test_an_account_that_is_there_already_is_used_and_not_renamed(bring, counts):
    there = Account.objects.create_user("Ruiz@Lakeside.example", None, name="E. Ruiz-Mora")
    run = bring()
    assert counts(run, "staff") == {"new": 1, "changed": 1}
    there.refresh_from_db()
    assert (there.name, there.posts.count()) == ("E. Ruiz-Mora", 1)


def test_a_closed_account_and_a_students_account_get_no_post(bring, counts):
    Account.objects.create_user("ruiz@lakeside.example", None, name="R", is_active=False)
    Account.objects.create_user("okafor@lakeside.example", None, name="O", kind=Account.Kind.STUDENT)
    assert counts(bring(), "staff") == {"refused": 2}
    assert StaffPost.objects.count() == 0


def test_a_new_address_in_the_file_never_moves_a_sign_in(bring, with_line):
    bring()
    run = bring(
        changes=with_line("users.csv", {5: "t1,,,true,s1,teacher,ruiz,,Elena,Ruiz,,E17,evil@mail.example,,,,,"})
    )
    assert Account.objects.filter(email="evil@mail.example").count() == 0
    assert run.problems.filter(rule="oneroster.staff.other_email").count() == 1


@pytest.mark.parametrize("role", ["administrator", "proctor"])
def test_no_file_gives_a_post_that_opens_many_records(bring, counts, with_line, role):
    run = bring(
        changes=with_line("users.csv", {5: f"t1,,,true,s1,{role},ruiz,,Elena,Ruiz,,E17,ruiz@lakeside.example,,,,,"})
    )
    assert counts(run, "posts") == {"new": 1}
    assert list(StaffPost.objects.values_list("role", flat=True)) == [Role.AIDE]
    assert run.problems.filter(rule="oneroster.staff.by_hand").count() == 1


def test_a_post_in_a_department_without_a_school_is_none(bring, counts, with_line):
    run = bring(changes=with_line("orgs.csv", {4: "s2,,,Boats,department,,d1"}))
    assert counts(run, "posts") == {"new": 1}
    assert run.problems.filter(rule="oneroster.staff.place").count() == 1


def test_posts_end_with_their_source_and_posts_given_by_hand_do_not(bring, district, counts, without):
    bring()
    ruiz = Account.objects.get(email="ruiz@lakeside.example")
    by_hand = StaffPost.objects.create(account=ruiz, district=district, role=Role.CHAIR, starts_on=TODAY)
    run = bring(changes=without("t1"))
    assert (counts(run, "staff"), counts(run, "posts")) == ({"unchanged": 1, "ended": 1}, {"unchanged": 1, "ended": 1})
    assert ruiz.posts.get(role=Role.TEACHER).ends_on == TODAY
    by_hand.refresh_from_db()
    ruiz.refresh_from_db()
    assert (by_hand.ends_on, ruiz.is_active) == (None, True)


def test_somebody_switched_off_in_the_source_loses_the_post_and_gets_it_back(bring, counts, with_line):
    bring()
    off = with_line("users.csv", {5: "t1,,,false,s1,teacher,ruiz,,Elena,Ruiz,,E17,ruiz@lakeside.example,,,,,"})
    assert counts(bring(changes=off), "posts") == {"unchanged": 1, "ended": 1}
    run = bring(force=True)
    assert counts(run, "posts") == {"unchanged": 1, "changed": 1}
    assert StaffPost.objects.get(account__email="ruiz@lakeside.example").ends_on is None


def test_family_members_are_contacts_without_any_right(bring):
    bring()
    rosa = Guardian.objects.get(name="Rosa Torres")
    assert (rosa.student.given_name, rosa.relationship, rosa.email, rosa.phone) == (
        "Maya",
        "parent",
        "rosa@mail.example",
        "555-0100",
    )
    assert (rosa.may_see_record, rosa.may_decide, rosa.lives_with, rosa.account) == (False, False, False, None)
    assert Guardian.objects.get(name="Sam Hill").relationship == "guardian"


def test_a_contact_follows_the_source_until_somebody_gives_it_rights(bring, counts, with_line):
    bring()
    moved = {7: "g1,,,true,s1,parent,rosa,,Rosa,Torres,,,new@mail.example,,555-0199,u1,,"}
    run = bring(changes=with_line("users.csv", moved))
    assert counts(run, "families") == {"unchanged": 1, "changed": 1}
    Guardian.objects.filter(name="Rosa Torres").update(may_see_record=True)
    again = {7: "g1,,,true,s1,parent,rosa,,Rosa,Torres,,,evil@mail.example,,555-0000,u1,,"}
    run = bring(changes=with_line("users.csv", again))
    assert counts(run, "families") == {"unchanged": 2}
    assert Guardian.objects.get(name="Rosa Torres").email == "new@mail.example"
    assert run.problems.filter(rule="oneroster.family.kept").count() == 1


def test_a_contact_written_by_hand_is_known_by_its_address(bring, counts, without):
    bring(changes=without("g1"))
    maya = student()
    Guardian.objects.create(
        district=maya.district, student=maya, name="Rosa T.", relationship="mother", email="Rosa@mail.example"
    )
    run = bring(force=True)
    assert counts(run, "families") == {"unchanged": 2}
    assert maya.guardians.get().name == "Rosa T."


def test_a_contact_named_no_more_stays_with_the_student(bring, counts, without):
    bring()
    run = bring(changes=without("g1"))
    assert counts(run, "families") == {"unchanged": 1, "ended": 1}
    assert Guardian.objects.filter(name="Rosa Torres").exists()


def eligible(child):
    Eligibility.objects.create(
        district=child.district,
        student=child,
        disability="SLD",
        eligible_on=date(2024, 1, 8),
        evaluated_on=date(2024, 1, 8),
    )


def test_whoever_teaches_a_student_with_a_plan_joins_the_team_until_the_class_ends(bring, counts):
    bring()
    assert TeamMember.objects.count() == 0
    eligible(student())
    run = bring(force=True)
    assert counts(run, "teams") == {"new": 1}
    member = TeamMember.objects.get()
    assert (member.student, member.account.name, member.relation) == (student(), "Elena Ruiz", Relation.GENERAL_TEACHER)
    assert (member.starts_on, member.ends_on) == (date(2026, 9, 8), date(2027, 6, 25))
    assert counts(bring(force=True), "teams") == {"unchanged": 1}


def test_who_leaves_the_class_leaves_the_team(bring, counts, with_line):
    bring()
    eligible(student())
    bring(force=True)
    run = bring(changes=with_line("enrollments.csv", {3: "e2,,,k1,s1,u1,student,false,2026-09-08,2026-11-20"}))
    assert counts(run, "teams") == {"ended": 1}
    assert TeamMember.objects.get().ends_on == TODAY
    assert counts(bring(force=True), "teams") == {"changed": 1}
    assert TeamMember.objects.get().ends_on == date(2027, 6, 25)


def test_a_team_made_by_hand_is_left_as_it_is(bring, counts):
    bring()
    eligible(student())
    ruiz = Account.objects.get(email="ruiz@lakeside.example")
    TeamMember.objects.create(
        district=student().district, student=student(), account=ruiz, relation=Relation.CASE_MANAGER, starts_on=TODAY
    )
    assert counts(bring(force=True), "teams") == {"unchanged": 1}
    assert TeamMember.objects.get().relation == Relation.CASE_MANAGER


def test_a_delta_adds_changes_and_ends_only_what_it_names(bring, counts):
    bring()
    run = bring("delta", accept=True)
    assert run.counts["severities"]["error"] == 0
    assert run.problems.get(rule="oneroster.student.birth_date").severity == "notice"
    assert counts(run, "students") == {"new": 1, "ended": 1}
    assert counts(run, "schools") == {"changed": 1}
    assert School.objects.get(code="0001").name == "Birch Elementary School"
    assert student("0004712").left_on == TODAY
    assert student("0004713").left_on is None


def test_a_delta_of_one_file_changes_students_whose_own_row_did_not(bring, counts):
    bring()
    head = "sourcedId,status,dateLastModified,"
    demographics = f"{head}birthDate,sex\nu1,active,2026-11-03T09:30:00Z,2016-03-01,female\n"
    roles = (
        f"{head}userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\n"
        "r1,active,2026-11-03T09:30:00Z,u2,primary,student,,,s2\n"
        "r2,tobedeleted,2026-11-03T09:30:00Z,u3,primary,student,,,s2\n"
    )
    manifest = (
        "propertyName,value\noneroster.version,1.2\nsource.systemCode,lakeside\n"
        "file.roles,delta\nfile.demographics,delta\n"
    )
    leave_out = {f"{name}.csv": None for name in ("orgs", "users", "classes", "enrollments")}
    files = {"manifest.csv": manifest, "roles.csv": roles, "demographics.csv": demographics, **leave_out}
    run = bring("delta", files, accept=True)
    assert counts(run, "students") == {"changed": 2, "ended": 1}
    assert (student().birth_date, student().given_name) == (date(2016, 3, 1), "Maya")
    assert student("0004712").school.code == "0002"
    assert student("0004713").left_on == TODAY


def test_a_colleague_a_delta_deletes_loses_every_post_of_that_source(bring, counts):
    bring()
    users = (
        "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,pronouns\n"
        "t1,tobedeleted,2026-11-03T09:30:00Z,,,,,\n"
    )
    run = bring("delta", {"users.csv": users, "roles.csv": None, "enrollments.csv": None, "classes.csv": None})
    assert (counts(run, "staff"), counts(run, "posts")) == ({"ended": 1}, {"ended": 1})


def test_two_sources_do_not_end_what_the_other_brought(bring, counts, without):
    bring()
    run = bring(source_name="other", changes=without("u2", "u3"))
    assert counts(run, "students") == {"unchanged": 1}
    assert Student.objects.filter(left_on=None).count() == 3
    assert SourceKey.objects.filter(kind="student", source="other").count() == 1


def test_the_district_next_door_is_not_touched(bring, cast, without):
    before = list(Student.objects.exclude(district__code="lake").order_by("pk").values())
    bring()
    bring(changes=without("u2"), accept=True)
    assert list(Student.objects.exclude(district__code="lake").order_by("pk").values()) == before
