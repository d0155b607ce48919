"""The personal data of students, their families and their teams."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept
from strongsuit.students.class_privacy import CLASS_SIGN_IN

LAW = "34 CFR 300.610 to 300.627, 99.31(a)(1)"
TEAM = "the student's team, the school's leader and chair"
TEAM_AND_FAMILY = f"{TEAM}, the family, the adult student"

KEPT = (
    Kept(
        "students.Student",
        (
            "school", "account", "given_name", "family_name", "preferred_name", "pronouns", "birth_date", "grade",
            "local_id", "state_id", "language", "rights_transferred_on", "left_on",
        ),
        "the student", "to know who the plan is for, and to call the student by the right name",
        LAW, TEAM_AND_FAMILY, RECORD_YEARS,
    ),
    Kept(
        "students.Student", ("sex", "race", "english_learner", "alternate_assessment"),
        "the student", "counts that the federal government asks of every district, and the team's duty to consider language",
        "34 CFR 300.640 to 300.647, 300.324(a)(2)(ii)", TEAM_AND_FAMILY, RECORD_YEARS,
    ),
    Kept(
        "students.Enrollment", ("student", "school", "grade", "starts_on", "ends_on"),
        "the student", "to know which school answers, from when to when", LAW, TEAM_AND_FAMILY, RECORD_YEARS,
    ),
    Kept(
        "students.Eligibility",
        ("student", "disability", "eligible_on", "evaluated_on", "evaluation_waived_on", "ended_on"),
        "the student", "to know why special education was decided on, and when to look again",
        "34 CFR 300.303, 300.306",
        "those of the team with the ability to read eligibility, the family, the adult student",
        RECORD_YEARS,
    ),
    Kept(
        "students.Guardian",
        (
            "student", "account", "name", "relationship", "language", "interpreter", "may_see_record", "may_decide",
            "lives_with", "order", "rights_from", "rights_until",
        ),
        "the parent or guardian", "to invite, inform and ask those who may decide, and nobody else",
        "34 CFR 300.30, 300.501, 300.503; court orders", TEAM, RECORD_YEARS,
    ),
    Kept(
        "students.Guardian", ("email", "phone", "address"),
        "the parent or guardian", "to reach the family", "34 CFR 300.322, 300.503",
        f"{TEAM}; never the student's other parent", RECORD_YEARS,
    ),
    Kept(
        "students.TeamMember", ("student", "account", "relation", "service", "starts_on", "ends_on"),
        "the staff member", "to open a record to those who work with the student, and to nobody else",
        LAW, TEAM_AND_FAMILY, RECORD_YEARS,
    ),
    Kept(
        "students.ReasonedAccess", ("student", "account", "reason", "opened_at", "until"),
        "the staff member", "to let somebody help in a special case, in the open",
        "34 CFR 99.31(a)(1), 99.36", "the chair, the district office, the family", RECORD_YEARS,
    ),
    *CLASS_SIGN_IN,
)  # fmt: skip
