"""The personal data of photos, recordings and files."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept

LAW = "34 CFR 99.3: a photo or recording of a student that the school keeps is part of the record"
CHOSEN = "whoever gave it; the student; the family and the team as whoever gave it chose, and as the student allows"

MEDIA = (
    Kept(
        "strengths.Media",
        (
            "student", "kind", "file", "small", "type", "size", "width", "height", "seconds", "caption", "in_words",
            "by", "by_name", "group", "audience", "vetoed_at", "withdrawn_at", "made_at",
        ),
        "whoever is seen or heard in it, and whoever gave it",
        "to show a strength as it is",
        LAW,
        CHOSEN,
        f"{RECORD_YEARS}; bytes and words at once when it is taken back",
    ),
    Kept(
        "strengths.ItemPicture",
        ("student", "key", "media"),
        "the student",
        "to answer a question with a picture one knows",
        LAW,
        "the student",
        RECORD_YEARS,
    ),
)  # fmt: skip
