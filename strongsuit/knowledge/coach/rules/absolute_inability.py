"""Say what the student does now and with which support, not that there is no ability.

Language guide 2, absolute_inability. Left alone: not yet, a missing access, permission, health.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "absolute_inability"
SEVERITY = 2
WHY = gettext_noop("This reads as if it would last forever, and hides what the student does now.")
ASK = gettext_noop("What part of it does the student do now, and with which support does the next part work?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("now does ___ and is learning ___ with ___",)
