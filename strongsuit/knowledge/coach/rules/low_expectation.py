"""Set a high goal with a first step; close no door.

Language guide 2, low_expectation; Endrew F. v. Douglas County, 580 U.S. 386 (2017): a plan is ambitious.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "low_expectation"
SEVERITY = 3
WHY = gettext_noop("This closes a door in a legal document, and what is not expected is not taught.")
ASK = gettext_noop("What is the next step toward it, and which support makes it possible?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("is working toward ___; the first step is ___",)
