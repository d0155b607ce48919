"""Give the measure and what is expected, or the next skill, instead of a comparison with others.

Language guide 2, norm_comparison; a mental age or a comparison with small children is graver (severity 3).
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "norm_comparison"
SEVERITY = 1
WHY = gettext_noop("A comparison without a measure ranks children and tells nobody what to teach next.")
ASK = gettext_noop("What is the measure, and which skill comes next?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Types 9 words a minute; the class median is 21.",
    "Kofi scored 2 years below grade level on a test of 40 words.",
    "Kofi is not behind his peers.",
    "The percentile rank was 9, below the mean.",
    "Kofi feels he is behind.",
    "The story is told like a baby's diary.",
    "Is he behind, or was he absent?",
    "Kofi reads to a toddler at the library.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was measured, and when)",)
