"""Use plain, present-day words that people choose for themselves: has, uses, is.

Language guide 2, outdated_or_pity.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "outdated_or_pity"
SEVERITY = 3
WHY = gettext_noop("These words carry pity or contempt, whatever was meant.")
ASK = gettext_noop("Which words do the student and the family use?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi uses a wheelchair.",
    "Kofi is blind and reads braille.",
    "The chapter is about a victim of a flood.",
    "The word retarded is a slur.",
    "Kofi is not confined to a wheelchair.",
    "The victims in the story escape.",
    "The Education for All Handicapped Children Act of 1975",
    "The handicap of the golfer is 12.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what is used, and for what)",)
