"""Name the load, the skill or the interest behind effort that was not seen.

Language guide 2, effort_blame. Effort told as a fault turns a need into blame.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "effort_blame"
SEVERITY = 2
WHY = gettext_noop("This makes a need look like a fault, so nobody asks what stands in the way.")
ASK = gettext_noop("In which tasks is effort seen, and what is different in the others?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi is not lazy.",
    "Kofi is anything but lazy.",
    "Lazy Sunday is the title of his story.",
    "A lazy eye was noted by the optometrist.",
    "“I am lazy on Mondays,” Kofi said.",
    "Is he unmotivated, or is the text too long?",
    "Kofi does not read aloud.",
    "The committee made little effort to call.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was started and finished, with which help)",)
