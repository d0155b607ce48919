"""The personal data of what students said to their teams."""

from strongsuit.audit.privacy import RECORD_YEARS, Kept

LAW = "34 CFR 300.321(a)(7) and (b), 300.324(a)(1)"
SEEN_BY = "the student, the student's team, the family; a matter of safety: case manager and chair alone"

KEPT = (
    Kept(
        "voice.VoiceItem",
        (
            *("words", "topic", "language", "mode", "said_by", "by", "by_name", "helped_by", "source", "source_key"),
            *("heard_on", "heard_at"),
        ),
        "the student",
        "so that nothing a student says is dropped",
        LAW,
        SEEN_BY,
        RECORD_YEARS,
    ),
    Kept(
        "voice.VoiceStep",
        (
            *("item", "number", "step", "before", "after", "route", "outcome", "reaction", "owner", "by_when", "why"),
            *("told", "into", "due_on", "by", "by_name", "group", "on", "at"),
        ),
        "the student and whoever acted",
        "to show what became of it",
        LAW,
        SEEN_BY,
        RECORD_YEARS,
    ),
    Kept(
        "voice.VoiceStanding",
        ("item", "state", "route", "safety", "heard_on", "due_on"),
        "the student",
        "to find what waits for an answer",
        LAW,
        SEEN_BY,
        RECORD_YEARS,
    ),
)
