"""Count instead of always and never: a sweep is seldom true and cannot be measured.

Language guide 2, absolute_exaggeration. A sweeping word with something negative; praise and plain history stay.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "absolute_exaggeration"
SEVERITY = 2
WHY = gettext_noop("A sweeping word is seldom true and cannot be measured, so nobody can show growth against it.")
ASK = gettext_noop("How often was it seen, out of how many times, and where?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("did ___ in ___ of ___ times",)
