"""The personal data of what a student does well, likes and prefers, and of the student's own words."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept

TEAM_AND_FAMILY = "the student, the student's team, the family; nothing marked private reaches the team"
LAW = "34 CFR 300.324(a)(1)(i) and (iii): the strengths of the child and the concerns of the parents"

KEPT = (
    Kept(
        "strengths.Item",
        ("student", "key", "kind", "skill_set", "words", "private", "retired_on", "made_at"),
        "the student",
        "to begin every plan with what the student does well",
        LAW,
        TEAM_AND_FAMILY,
        RECORD_YEARS,
    ),
    Kept(
        "strengths.Answer",
        (
            "student",
            "item",
            "group",
            "by",
            "by_name",
            "choice",
            "value",
            "level",
            "mode",
            "helped_by",
            "starred",
            "on",
            "made_at",
        ),
        "the student and whoever answered",
        "to see a strength with several pairs of eyes",
        LAW,
        TEAM_AND_FAMILY,
        RECORD_YEARS,
    ),
    Kept(
        "strengths.Evidence",
        ("student", "item", "kind", "words", "setting", "on", "by", "by_name", "group", "may_share", "made_at"),
        "the student and whoever tells of it",
        "to show that a strength is real",
        LAW,
        TEAM_AND_FAMILY,
        RECORD_YEARS,
    ),
    Kept(
        "strengths.Words",
        ("student", "prompt", "words", "mode", "by", "by_name", "helped_by", "language", "on", "shared", "made_at"),
        "the student",
        "to let the student speak, letter for letter",
        "34 CFR 300.321(a)(7), 300.324(a)(1)",
        "the student, the family; the team where the student shared them",
        RECORD_YEARS,
    ),
    Kept(
        "strengths.Paraphrase",
        ("student", "words", "text", "by", "approved_at"),
        "the student and whoever shortened the words",
        "a shorter version that the student has approved",
        "34 CFR 300.321(a)(7)",
        "as the words themselves",
        RECORD_YEARS,
    ),
)
