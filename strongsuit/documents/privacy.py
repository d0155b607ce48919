"""The personal data of papers: the files themselves, who asked for which, and what students make themselves."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept

OWN = "34 CFR 300.321(a)(7), 300.324(a)(1): the student's own view"


def _own(model: str, *fields: str, purpose: str, audience: str) -> Kept:
    return Kept(f"documents.{model}", fields, "the student", purpose, OWN, audience, RECORD_YEARS)


KEPT = (
    _own(
        "OnePager", "student", "level", "called", "pronouns", "identity", "identity_words", "pictures_only",
        purpose="to call the student as the student wants, in words the student reads", audience="the student alone",
    ),
    _own(
        "OnePagerLine", "student", "part", "words", "item", "seen_by", "picture",
        purpose="the draft of a page about oneself", audience="the student alone",
    ),
    _own(
        "PageShare", "student", "taken_back", "level", "called", "pronouns", "identity", "identity_words",
        "pictures_only", "by", "at",
        purpose="what the student shared, and when it was taken back",
        audience="the student; team and family while it is shared",
    ),
    _own(
        "SharedLine", "student", "share", "part", "words", "seen_by", "picture",
        purpose="the lines of a page as they were shared",
        audience="the student; while it is shared the family, and the team where the student said so",
    ),
    _own(
        "LineInShort", "student", "line", "text", "by", "by_name", "approved_at",
        purpose="an adult's shorter version beside a line, answered by the student",
        audience="as the line itself",
    ),
    _own(
        "GoalCard", "student", "goal", "first_step", "people", "stretch",
        purpose="what the student adds to a goal: a first step, people, a goal of one's own",
        audience="the student, the team, the family",
    ),
    _own(
        "AskScript", "student", "task", "condition", "reason", "support", "person", "put_away", "made_at",
        purpose="to prepare how to ask for a support", audience="the student alone",
    ),
    _own(
        "AskTurn", "student", "script", "reply", "words", "own_words", "at",
        purpose="the student's own log of practice", audience="the student alone",
    ),
    _own(
        "GoodDayLine", "student", "words", "now", "makes", "who", "picture", "seen_by", "group", "by", "by_name", "at",
        purpose="what a good day is made of, and what would make more of them",
        audience="whoever told it, and those whom they let read it",
    ),
    Kept(
        "documents.Copy",
        (
            "student", "kind", "language", "plan", "report", "state", "asked_by", "asked_by_name", "asked_at", "file",
            "size", "warnings", "made_at", "lease_until", "attempts",
        ),
        "the student; who asked for the paper",
        "to print what was adopted or sent, and to know which paper went to whom",
        "34 CFR 300.322(f), 300.613, 99.32",
        "those who may print the plan or report it was made from",
        RECORD_YEARS,
    ),
)  # fmt: skip
