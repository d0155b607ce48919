"""Put the person first and tell what happens.

Language guide 2, identity_reduction. A child is not a behavior, a program or a code.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "identity_reduction"
SEVERITY = 3
WHY = gettext_noop("This makes the child into a label or a behavior, and the person disappears.")
ASK = gettext_noop("What happens, when, and what helps?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi is a runner on the track team.",
    "Kofi is not a bully.",
    "Kofi is no longer a biter.",
    "Kofi is autistic and runs the anime club.",
    "Kofi solved the word problem.",
    "The bully in the book is a prince.",
    "Do not call a child a behavior problem.",
    "The behavior plan is on file.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was seen, and when)",)
