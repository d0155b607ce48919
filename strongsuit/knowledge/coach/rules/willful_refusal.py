"""Say what was asked and what helps the student join, not that the student would not.

Language guide 2, willful_refusal: refusal told as will stops the search for a cause.
"""

from strongsuit.knowledge.words import gettext_noop

CATEGORY = "willful_refusal"
SEVERITY = 2
WHY = gettext_noop("This tells not joining in as will, so nobody looks for the cause or the support.")
ASK = gettext_noop("What was the task, and what has helped before?")
# Near misses, for the catalogue.
LEFT_ALONE = (
    "The district refused the request for a second observation.",
    "The parents of Kofi refuse the placement.",
    "Kofi is learning to refuse unsafe dares.",
    "Kofi has not refused a task since May.",
    "If he refuses to write, offer the keyboard.",
    "Kofi wore a coat and the zipper refused to close.",
    "The handout asks us to avoid the word noncompliant for a student.",
    "Kofi ignores distractions.",
)
# For words that no list holds: what may be said in their place.
INSTEAD = ("___ (what was asked, and what was done then)",)
