"""Set a high goal with a first step; close no door.

Language guide 2, low_expectation; Endrew F. v. Douglas County, 580 U.S. 386 (2017): a plan is ambitious.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "low_expectation"
SEVERITY = 3
WHY = gettext_noop("This closes a door in a legal document, and what is not expected is not taught.")
ASK = gettext_noop("What is the next step toward it, and which support makes it possible?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi will never leave a friend out.",
    "Kofi thinks he will never swim.",
    "The team will never meet without Kofi.",
    "Kofi is college bound.",
    "Kofi drew a plateau and a canyon.",
    "Realistic fiction is his favorite shelf.",
    'A plan should not say "will never".',
    "The price of oil peaked in his graph.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (the next step, with which support)",)
