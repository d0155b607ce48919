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
    _progress(
        "Milestone",
        "goal",
        "moment",
        "what",
        "item",
        "strength_words",
        "celebrate",
        "state",
        "student_words",
        "asked_how",
        "by",
        "by_name",
        "made_at",
        "answered_at",
        "sent_at",
        purpose="to tell of a good moment between two reports",
        audience="the student first; the team; the family once it was sent",
    ),
    _progress(
        "MilestoneJoy",
        "milestone",
        "joy",
        "by",
        "by_name",
        "at",
        purpose="a family's answer to a good moment",
        audience="the student, the team, the family",
    ),
    _progress(
        "SupportGiven",
        "accommodation",
        "on",
        "given",
        "by",
        "by_name",
        purpose="what was given of the supports the plan promises",
        audience="the student's team, the school's leader and chair",
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
