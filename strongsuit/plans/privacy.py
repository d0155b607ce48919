"""The personal data that plans keep."""

from strongsuit.audit.privacy import RECORD_YEARS, Erase, Kept

TEAM_AND_FAMILY = "the student's team, the school's leader and chair, the family, the adult student"
WRITERS = "those of the team who may write in the draft"
LAW = "34 CFR 300.320, 300.323, 300.613"


def _plan(model: str, *fields: str, purpose: str) -> Kept:
    return Kept(f"plans.{model}", fields, "the student", purpose, LAW, TEAM_AND_FAMILY, RECORD_YEARS)


KEPT = (
    _plan(
        "Plan",
        "kind", "state", "amendment_agreed_on", "meeting_on", "meeting_held", "starts_on", "ends_on", "review_on",
        "voice_missing_because", "reasons", "made_by", "made_at", "adopted_on", "ended_on", "proposed_at",
        purpose="to know which plan holds when, and how it came about",
    ),
    _plan("PlanSection", "section", "text", "none_expressed", "edited_by", "edited_at", purpose="the narrative the law asks for"),
    _plan("PresentLevel", "skill_set", "strength_text", "now_text", "edited_by", "edited_at", purpose="where the student is now"),
    _plan("LevelStrength", "item", purpose="strengths first, in every skill set"),
    _plan(
        "Need", "kind", "statement", "measure_text", "impact", "without_goal_because", "edited_by", "edited_at",
        purpose="what the student is ready to learn next",
    ),
    _plan(
        "Goal",
        "need", "continues", "condition", "behavior", "criterion", "unit", "baseline", "baseline_on", "target",
        "target_on", "mastery_run", "smallest_change", "band_low", "band_high", "measure", "measure_text", "schedule",
        "report_schedule", "responsible", "standard", "student_words", "edited_by", "edited_at",
        purpose="measurable annual goals",
    ),
    _plan("Weave", "item", "pattern", "mechanism", "step", "confirmed_at", purpose="how a goal grows from a strength"),
    _plan("Objective", "words", "target_on", "edited_by", "edited_at", purpose="steps on the way to a goal"),
    _plan(
        "Service",
        "service_class", "service_type", "name", "times", "per", "minutes", "range_because", "group_size", "location",
        "with_peers", "provider_role", "language", "starts_on", "ends_on", "edited_by", "edited_at",
        purpose="what the school gives",
    ),
    _plan("ServiceGoal", "goal", purpose="which goal a service serves"),
    _plan("Accommodation", "kind", "words", "where", "how", "edited_by", "edited_at", purpose="what changes in class and on tests"),
    _plan("AccommodationNeed", "need", purpose="which need an accommodation answers"),
    _plan("SpecialFactor", "factor", "answer", "text", "edited_by", "edited_at", purpose="factors the team must consider"),
    _plan("FrozenPlan", "body", "by", "by_name", "adopted_on", "frozen_at", purpose="the plan exactly as it was adopted"),
    Kept(
        "plans.KeptText", ("place", "text", "by", "at", "settled_at"), "the student and the writer", "so that no typed word is lost", LAW,
        WRITERS, RECORD_YEARS,
    ),
    Kept(
        "plans.Presence", ("account", "place", "at"), "the writer", "so that two writers see each other",
        "legitimate work of the team", WRITERS, "a day", Erase.DELETE,
    ),
    Kept(
        "plans.SummaryReading", ("account", "read_at"), "the staff member", "proof that staff know the plan",
        "34 CFR 300.323(d)", "case manager and chair", RECORD_YEARS,
    ),
    Kept(
        "plans.Question", ("words", "by", "by_name", "at", "answer", "answered_by_name", "answered_at"),
        "the family", "the family takes part in the decision", "34 CFR 300.501, 300.322", TEAM_AND_FAMILY, RECORD_YEARS,
    ),
)  # fmt: skip
