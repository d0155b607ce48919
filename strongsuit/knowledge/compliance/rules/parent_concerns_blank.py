"""The plan holds the family's concerns, or how the team asked and that none were named.

34 CFR 300.324(a)(1)(ii): the team considers the concerns of the parents.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Section
from strongsuit.knowledge.words import gettext_noop

ID = "V24"
SEVERITY = "block"
CITATION = "34 CFR 300.324(a)(1)(ii)"

BLANK = gettext_noop("The family's hopes and concerns are not written down yet.")
NEXT_STEP = gettext_noop("Ask the family and write what they say, or choose “none expressed” and note how you asked.")
NO_ATTEMPT = gettext_noop("“None expressed” is chosen, but not how the family was asked.")
NEXT_STEP_ATTEMPT = gettext_noop("Note in a sentence when and how you asked, such as a call, a letter or a visit.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    concerns = facts.section(Section.PARENT_CONCERNS)
    place = f"section:{Section.PARENT_CONCERNS}"
    if concerns is None or not (concerns.none_expressed or says_something(concerns.text)):
        yield Finding(ID, SEVERITY, CITATION, BLANK, NEXT_STEP, place)
    elif concerns.none_expressed and not real_sentence(concerns.text):
        yield Finding(ID, SEVERITY, CITATION, NO_ATTEMPT, NEXT_STEP_ATTEMPT, place)
