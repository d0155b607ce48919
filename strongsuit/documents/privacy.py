"""The personal data of papers: the files themselves, and who asked for which."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept

KEPT = (
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
