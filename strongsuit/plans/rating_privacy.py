"""The personal data of what accommodations mean to a student; the folder's own declaration includes it."""

from strongsuit.audit.privacy import RECORD_YEARS, Erase, Kept

LAW = "34 CFR 300.320(a)(4), 300.324(b)(1)(ii)"
SEEN_BY = "the student, the student's team, the family"
OF = ("accommodation", "words", "mark")
FOUR = ("know", "get", "help", "ok")

RATINGS = (
    Kept(
        "plans.Rating",
        (*OF, *FOUR, "said", "mode", "by", "helped_by", "help_was", "on", "made_at"),
        "the student",
        "to hear from the student whether a support works",
        LAW,
        SEEN_BY,
        RECORD_YEARS,
    ),
    Kept(
        "plans.RatingBegun",
        (*OF, *FOUR, "passed", "at"),
        "the student",
        "to stop after any question and go on later",
        LAW,
        "the student",
        "until the last question is answered",
        Erase.DELETE,
    ),
    Kept(
        "plans.AdultView",
        (*OF, "group", "help", "given", "seen", "by", "by_name", "on", "made_at"),
        "the student and whoever tells it",
        "to see a support with several pairs of eyes",
        LAW,
        SEEN_BY,
        RECORD_YEARS,
    ),
    Kept(
        "plans.Trial",
        (
            *("words", "asked_in", "starts_on", "ends_on", "measure", "before", "after"),
            *("student_says", "ended", "why", "by", "by_name", "made_at"),
        ),
        "the student",
        "to find out by trying whether a support works",
        LAW,
        SEEN_BY,
        RECORD_YEARS,
    ),
)
