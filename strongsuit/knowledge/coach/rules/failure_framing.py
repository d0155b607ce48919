"""Say what was completed and what remains.

Language guide 2, failure_framing; a grade in a course is told softly (severity 1).
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "failure_framing"
SEVERITY = 2
WHY = gettext_noop("Only the gap is on record here, not what was done.")
ASK = gettext_noop("How much was completed, and what is left?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "Kofi did not fail a single quiz.",
    "Kofi never fails to thank the driver.",
    "The printer failed during the test.",
    "The agency's failure to act is described in the letter.",
    "His heart failure is managed by a cardiologist.",
    "Kofi says he failed.",
    "Did Kofi fail the quiz, or miss it?",
    'The words "failed to" do not belong in a plan.',
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was done, of how much)",)
