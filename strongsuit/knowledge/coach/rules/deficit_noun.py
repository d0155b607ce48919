"""Name the skill that is being built, not its absence.

Language guide 2, deficit_noun. Only of one particular student, and never a diagnosis, a score or a measured gap.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "deficit_noun"
SEVERITY = 1
WHY = gettext_noop("This defines the student by what is missing, without saying what the next step is.")
ASK = gettext_noop("Which skill is being built, and what is its level today?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Poor lighting made the lab hard to read.",
    "The signal was weak in the gym.",
    "Kofi has no weaknesses in the record of the eye exam.",
    "Kofi does not lack confidence.",
    "Eligibility: a pattern of strengths and weaknesses",
    "The pediatrician's letter gives Attention-Deficit/Hyperactivity Disorder.",
    "Kofi scored in the low average range.",
    "The district lacks a speech provider in May.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what is being learned now)",)
