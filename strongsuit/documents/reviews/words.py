"""Names of parts, findings and parts of a goal, as the review says them."""

from strongsuit.knowledge.words import gettext_noop

PARTS = {
    "": gettext_noop("Before the first heading"),
    "present": gettext_noop("Present levels"),
    "strengths": gettext_noop("Strengths"),
    "needs": gettext_noop("Needs"),
    "effect": gettext_noop("Effect of the disability"),
    "evaluation": gettext_noop("Evaluation results"),
    "family": gettext_noop("Words of the family"),
    "voice": gettext_noop("Words of the student"),
    "factors": gettext_noop("Special factors"),
    "behavior_plan": gettext_noop("Behavior plan"),
    "goals": gettext_noop("Goals"),
    "objectives": gettext_noop("Objectives"),
    "postsecondary": gettext_noop("Goals for after school"),
    "transition": gettext_noop("Transition"),
    "progress": gettext_noop("Progress"),
    "accommodations": gettext_noop("Accommodations"),
    "testing": gettext_noop("Testing"),
    "services": gettext_noop("Services"),
    "placement": gettext_noop("Placement"),
    "extended_year": gettext_noop("Extended school year"),
    "other": gettext_noop("Other parts"),
    "notice": gettext_noop("Rights and notices"),
    "details": gettext_noop("Names and dates"),
    "signatures": gettext_noop("Signatures"),
}
FINDINGS = {
    "willful_refusal": gettext_noop("Not joining in, told as will"),
    "effort_blame": gettext_noop("Effort, told as a fault"),
    "character_judgment": gettext_noop("A verdict on character"),
    "motive_attribution": gettext_noop("A motive nobody can see"),
    "absolute_inability": gettext_noop("“Cannot”, without a next step"),
    "failure_framing": gettext_noop("Only the failing is told"),
    "deficit_noun": gettext_noop("Told by what is missing"),
    "struggle_framing": gettext_noop("Struggle, without level or support"),
    "level_label": gettext_noop("One word for a whole person"),
    "norm_comparison": gettext_noop("Compared without a measure"),
    "outdated_or_pity": gettext_noop("Old words, or pity"),
    "identity_reduction": gettext_noop("The person made into a label"),
    "vague_behavior_label": gettext_noop("Behavior nobody can picture"),
    "family_or_burden_blame": gettext_noop("Blame on the family, or the student as a burden"),
    "low_expectation": gettext_noop("A door that is closed"),
    "absolute_exaggeration": gettext_noop("Always and never"),
    "praise_without_example": gettext_noop("Praise without an example"),
}
SEVERITIES = {
    3: (gettext_noop("Change first"), "alarm"),
    2: (gettext_noop("Worth changing"), "warm"),
    1: (gettext_noop("Could be clearer"), "calm"),
}
GOAL_PARTS = {
    "behavior": gettext_noop("A visible act"),
    "criterion": gettext_noop("A level to reach"),
    "condition": gettext_noop("Conditions"),
    "timeframe": gettext_noop("Time"),
    "measurement": gettext_noop("Record"),
    "baseline": gettext_noop("Starting point"),
    "strength": gettext_noop("Strength"),
}
LOOKED_FOR = {
    "present": gettext_noop("present levels"),
    "goals": gettext_noop("goals"),
    "accommodations": gettext_noop("accommodations"),
    "services": gettext_noop("services"),
}
NOT_FOUND = gettext_noop(
    "We found no part for %(part)s. If the plan has one, its heading is new to us, or it stands in a picture."
)
AREAS = {
    "reading": gettext_noop("reading"),
    "writing": gettext_noop("writing"),
    "math": gettext_noop("math"),
    "communication": gettext_noop("communication"),
    "social": gettext_noop("being with others"),
    "behavior": gettext_noop("handling feelings"),
    "attention": gettext_noop("attention and organizing"),
    "motor": gettext_noop("movement"),
    "daily_living": gettext_noop("daily living"),
    "advocacy": gettext_noop("speaking up for oneself"),
    "work": gettext_noop("work after school"),
}
EASE = {
    "easy": gettext_noop("Easy for most families to read."),
    "near": gettext_noop("A little hard: most families read with ease up to grade 6."),
    "hard": gettext_noop("Hard: most families read with ease up to grade 6."),
}
# Of a text too short for a grade.
SHORT_EASE = {"easy": gettext_noop("Easy"), "near": gettext_noop("A little hard"), "hard": gettext_noop("Hard")}
TOO_SHORT = gettext_noop("Told by its words and sentences; a grade takes 100 words.")
NO_SENTENCES = gettext_noop("No sentences to read.")
EXPLAINED = (
    gettext_noop(
        "Statements are counted where a plan tells what the student is like: present levels, strengths, needs, effect "
        "of the disability, evaluation. A sentence that turns with “but” "
        "counts as two. A line of a word or "
        "two counts where it judges or tells what is liked or done well."
    ),
    gettext_noop(
        "A statement of strength says what the student does well, likes, or can do now. Praise that names no skill "
        "does "
        "not count."
    ),
    gettext_noop(
        "A statement of deficit holds a wording finding, or names a difficulty without a measure and without a support."
    ),
    gettext_noop("Every other statement is neither: a measured level, a need, a piece of history."),
    gettext_noop(
        "Words of the family and the student, words of law and the questions of the form are not judged. A goal is "
        "read by its own words first, then by the boxes beside it."
    ),
    gettext_noop(
        "This is read by fixed rules, the same each time. It can miss things and be wrong; people who know the student "
        "decide."
    ),
)
NOTHING_KEPT = gettext_noop("The file was read on this machine. Nothing of it was stored or sent anywhere.")
