"""Tell what came before and after; a motive is a guess until it is tested.

Language guide 2, motive_attribution. A function told as a hypothesis with its data stays (34 CFR 300.324(a)(2)(i)).
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "motive_attribution"
SEVERITY = 3
WHY = gettext_noop("A guess about intent stands here as if it were a fact.")
ASK = gettext_noop("What happened just before and just after, and how often was that recorded?")
# For words that no list holds: what may be said in their place.
INSTEAD = ("did ___ after ___; what followed was ___",)
