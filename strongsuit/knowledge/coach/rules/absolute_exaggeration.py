"""Count instead of always and never: a sweep is seldom true and cannot be measured.

Language guide 2, absolute_exaggeration. A sweeping word with something negative; praise and plain history stay.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "absolute_exaggeration"
SEVERITY = 2
WHY = gettext_noop("A sweeping word is seldom true and cannot be measured, so nobody can show growth against it.")
ASK = gettext_noop("How often was it seen, out of how many times, and where?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "He never leaves a friend out.",
    "Kofi never hits.",
    "Kofi is not always late.",
    "“I always lose my pencil,” Kofi said.",
    "The printer never works in room 4.",
    "If he never starts, show the first line.",
    "Kofi left the topic in 9 of 12 turns.",
    "The inhaler must be with Kofi at all times.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (how often it was seen, of how many times)",)
