"""Give the measure and what is expected, or the next skill, instead of a comparison with others.

Language guide 2, norm_comparison; a mental age or a comparison with small children is graver (severity 3).
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "norm_comparison"
SEVERITY = 1
WHY = gettext_noop("A comparison without a measure ranks children and tells nobody what to teach next.")
ASK = gettext_noop("What is the measure, and which skill comes next?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("is at ___, where ___ is expected",)
