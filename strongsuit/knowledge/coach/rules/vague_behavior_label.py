"""Describe the act so that two readers picture the same thing.

Language guide 2, vague_behavior_label. A defined or counted behavior stays.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "vague_behavior_label"
SEVERITY = 2
WHY = gettext_noop("Two readers will picture two different things, and bias fills the gap.")
ASK = gettext_noop("What would a camera have seen, how often, for how long and where?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Elopement: leaves the room without an adult, twice in May.",
    "Kofi is not disruptive.",
    "Kofi has not had a meltdown since March.",
    "The ice cream had a meltdown in his story.",
    "Aggression scale: T = 66",
    "If he has a meltdown, dim the lights.",
    "The chemistry set exploded in the film.",
    "The volcano in his model erupted.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was seen, and how often)",)
