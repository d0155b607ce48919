"""The student has a say in this plan, in any way of saying it.

Strongsuit method, R-9; 34 CFR 300.321(b)(2): other steps are taken where the student does not attend.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.ages import years_after
from strongsuit.knowledge.compliance.parts import says_something
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.sentences import real_sentence
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "R-9"
SEVERITY = "warn"
CITATION = "Strongsuit method, R-9; 34 CFR 300.321(b)(2)"

MESSAGE = gettext_noop("No words of %(student)s from the last year are in this plan.")
NEXT_STEP = gettext_noop("Ask, in the way that fits: talk, type, sign, choose or draw. Or write in a sentence why not.")


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    since = years_after(facts.meeting_on or today, -1)
    heard = any(said.on > since and says_something(said.words) for said in facts.words)
    if not heard and not real_sentence(facts.voice_missing_because):
        yield Finding(ID, SEVERITY, CITATION, MESSAGE, NEXT_STEP, "section:vision", {"student": facts.student.name})
