"""Name the skill that is being built, not its absence.

Language guide 2, deficit_noun. Only of one particular student, and never a diagnosis, a score or a measured gap.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "deficit_noun"
SEVERITY = 1
WHY = gettext_noop("This defines the student by what is missing, without saying what the next step is.")
ASK = gettext_noop("Which skill is being built, and what is its level today?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("is building ___; now at ___",)
