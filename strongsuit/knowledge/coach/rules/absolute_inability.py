"""Say what the student does now and with which support, not that there is no ability.

Language guide 2, absolute_inability. Left alone: not yet, a missing access, permission, health.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "absolute_inability"
SEVERITY = 2
WHY = gettext_noop("This reads as if it would last forever, and hides what the student does now.")
ASK = gettext_noop("What part of it does the student do now, and with which support does the next part work?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "She cannot have dairy.",
    "Kofi cannot climb after his surgery.",
    "A student cannot carry a phone.",
    "Without her glasses, Ana cannot read the board.",
    "Kofi cannot hear high sounds.",
    "The team is unable to meet in May.",
    "Kofi is no longer unable to tie his shoes.",
    '"I can\'t read this," Kofi said.',
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what is done now, with which help)",)
