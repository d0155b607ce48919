"""Tell the act and its moment, not the character.

Language guide 2, character_judgment. A trait follows a child from teacher to teacher; an act can be taught to.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "character_judgment"
SEVERITY = 2
WHY = gettext_noop("A verdict on character follows a child from year to year and tells nobody what to teach.")
ASK = gettext_noop("What was seen or heard, when, and what came before it?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi is not rude.",
    "Kofi is never rude to a guest.",
    "His poster shows a stubborn mule.",
    "The ruler is rigid.",
    '"I am so stubborn," Kofi said.',
    "The word lazy or rude never helps a reader.",
    "Is Kofi stubborn, or is the task unclear?",
    "The pediatrician's letter gives ADHD, predominantly inattentive presentation.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was seen, and when)",)
