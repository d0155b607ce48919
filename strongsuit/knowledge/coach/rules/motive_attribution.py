"""Tell what came before and after; a motive is a guess until it is tested.

Language guide 2, motive_attribution. A function told as a hypothesis with its data stays (34 CFR 300.324(a)(2)(i)).
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "motive_attribution"
SEVERITY = 3
WHY = gettext_noop("A guess about intent stands here as if it were a fact.")
ASK = gettext_noop("What happened just before and just after, and how often was that recorded?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi did not do it on purpose.",
    "The team's hypothesis is that he leaves to escape noise, in 6 of 8 episodes.",
    "Kofi manipulates base-ten blocks.",
    "Kofi pays attention for 12 minutes.",
    "“I did it on purpose,” Kofi said.",
    'The words "for attention" are a guess.',
    "The team intentionally seats Kofi near the door.",
    "Kofi is attentive to detail.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what came before it, and what after)",)
