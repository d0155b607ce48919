"""Say what the team and the family each do and need, and never count a child as a cost.

Language guide 2, family_or_burden_blame; 34 CFR 300.322: parents take part as members of the team.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "family_or_burden_blame"
SEVERITY = 3
WHY = gettext_noop("This blames a family or counts a child as a cost, and breaks the trust the plan rests on.")
ASK = gettext_noop("What have the team and the family agreed, and what is still open?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("The team and the family will agree on ___", "needs ___ from adults during ___")
