"""Say what the team and the family each do and need, and never count a child as a cost.

Language guide 2, family_or_burden_blame; 34 CFR 300.322: parents take part as members of the team.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "family_or_burden_blame"
SEVERITY = 3
WHY = gettext_noop("This blames a family or counts a child as a cost, and breaks the trust the plan rests on.")
ASK = gettext_noop("What have the team and the family agreed, and what is still open?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi's parents care about his sleep.",
    "His mother declined the service.",
    "Kofi's father could not attend on Monday.",
    "The burden of proof rests with the district.",
    "Denial of a claim is explained in the letter.",
    "Kofi's mother helps with the reading log.",
    "The baby in the story cries.",
    "The cost of the bus is a burden for the district.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what the family and the team will do)",)
