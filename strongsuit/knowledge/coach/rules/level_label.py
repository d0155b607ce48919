"""Describe the support needed in each area instead of one level for the whole person.

Language guide 2, level_label. Names of eligibility and of score ranges stay.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "level_label"
SEVERITY = 2
WHY = gettext_noop("One word for a whole person hides a varied profile and sets what is expected.")
ASK = gettext_noop("Which support does the student use, area by area?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi used the slow cooker.",
    "Kofi takes part in a profound discussion of the poem.",
    "Kofi reads low-frequency words.",
    "The handout asks us to avoid the words low functioning.",
    "Kofi scored below the mean on two subtests.",
    "Is he low functioning, or is the test in the wrong language?",
    "Kofi chose the slow setting on the fan.",
    "If he has a meltdown, dim the lights.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what is done now, with which support)",)
