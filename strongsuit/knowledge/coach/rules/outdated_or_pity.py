"""Use plain, present-day words that people choose for themselves: has, uses, is.

Language guide 2, outdated_or_pity.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "outdated_or_pity"
SEVERITY = 3
WHY = gettext_noop("These words carry pity or contempt, whatever was meant.")
ASK = gettext_noop("Which words do the student and the family use?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("has ___ and uses ___",)
