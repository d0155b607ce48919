"""Say the level and the support in place of the struggle.

Language guide 2, struggle_framing. Only of one particular student.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "struggle_framing"
SEVERITY = 1
WHY = gettext_noop("This says neither how far the student is nor what helps.")
ASK = gettext_noop("What is the level today, and with which support does it go better?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Shares materials without trouble.",
    "Kofi no longer struggles with subtraction.",
    "He volunteered for the challenge problem.",
    "The district struggles to hire a nurse.",
    "Kofi says he struggles with fractions.",
    "Does Kofi struggle with the text, or with the noise?",
    "A unit on the struggle for voting rights",
    "If he struggles, point to the first line.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what helps, and with what)",)
