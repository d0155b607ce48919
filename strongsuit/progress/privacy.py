"""The personal data that progress keeps."""

from strongsuit.audit.privacy import RECORD_YEARS, Erase, Kept

TEAM_AND_FAMILY = "the student's team, the school's leader and chair, the family, the adult student"
LAW = "34 CFR 300.320(a)(3), 300.324(b), 300.613"


def _progress(model: str, *fields: str, purpose: str, audience: str = TEAM_AND_FAMILY) -> Kept:
    return Kept(f"progress.{model}", fields, "the student", purpose, LAW, audience, RECORD_YEARS)


KEPT = (
    _progress(
        "DataPoint",
        "goal",
        "on",
        "value",
        "note",
        "setting",
        "invalid_because",
        "by",
        "by_name",
        "made_at",
        purpose="evidence of growth toward a goal",
    ),
    _progress(
        "Delivery",
        "goal",
        "first_day",
        "last_day",
        "planned_minutes",
        "given_minutes",
        purpose="what the school gave of what it planned",
    ),
    _progress(
        "Report",
        "period",
        "due_on",
        "state",
        "sent_at",
        "sent_by",
        "body",
        purpose="what the family was told, exactly as it was sent",
    ),
    _progress(
        "ReportNote", "goal", "text", "next_step", "edited_by", "edited_at", purpose="the teacher's part of a report"
    ),
    _progress(
        "CheckIn",
        "goal",
        "face",
        "words",
        "on",
        "made_at",
        purpose="the student's own say about a goal",
        audience="the student, those of the team who read the student's words, the family",
    ),
    Kept(
        "progress.GrowthCount",
        ("word", "goals", "counted_on"),
        "nobody: counts of a whole school",
        "the district's overview of growth words",
        "legitimate work of the district",
        "district office, chairs, school leaders",
        "until the next count",
        Erase.NEVER,
    ),
)
