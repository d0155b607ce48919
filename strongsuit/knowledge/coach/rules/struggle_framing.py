"""Say the level and the support in place of the struggle.

Language guide 2, struggle_framing. Only of one particular student.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "struggle_framing"
SEVERITY = 1
WHY = gettext_noop("This says neither how far the student is nor what helps.")
ASK = gettext_noop("What is the level today, and with which support does it go better?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("is working on ___; with ___, does ___",)
