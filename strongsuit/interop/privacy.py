"""The personal data that rosters bring and leave behind."""

from strongsuit.audit.privacy import Erase, Kept

OFFICE = "the district's office: posts with the ability roster.import"
LAW = "34 CFR 99.31(a)(1), 300.611 to 300.627"

KEPT = (
    Kept(
        "interop.ImportRun",
        (
            "source",
            "format",
            "file_name",
            "size",
            "package",
            "state",
            "counts",
            "stopped_because",
            "options",
            "started_by",
            "started_at",
            "applied_at",
        ),  # fmt: skip
        "students, families and colleagues named in the package, and whoever brought it",
        "to look at a roster before it is applied, and to know later what changed by it",
        LAW,
        OFFICE,
        "the run as long as the trail; its package, encrypted and without passwords, two weeks at most",
        Erase.DELETE,
    ),
    Kept(
        "interop.ImportProblem",
        ("severity", "file", "line", "column", "column_no", "value", "rule", "words", "record_key"),
        "whoever the row speaks of",
        "to correct the row in the source",
        LAW,
        OFFICE,
        "as long as its run",
        Erase.DELETE,
    ),
    Kept(
        "interop.SourceKey",
        ("source", "kind", "key", "row", "digest", "ended_on"),
        "the student, contact or colleague",
        "to know a person again in the next roster without guessing by name",
        LAW,
        "nobody: no page shows it",
        "as long as the row it stands for",
    ),
)
