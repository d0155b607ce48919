"""The plan rests on an evaluation from the last three years, or on a written agreement that none was needed.

34 CFR 300.303(b)(2): at least every three years, unless parent and district agree it is unnecessary.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.ages import years_after
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.words import gettext_noop

ID = "V26"
SEVERITY = "block"
CITATION = "34 CFR 300.303(b)(2)"

NO_DATE = gettext_noop("No evaluation date is recorded for %(student)s.")
NEXT_STEP_DATE = gettext_noop("Record the date of the most recent evaluation.")
TOO_OLD = gettext_noop("The evaluation of %(evaluated)s was to be renewed by %(due)s.")
NEXT_STEP = gettext_noop("Complete the reevaluation, or record the written agreement that none is needed.")

EVERY_YEARS = 3


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    evaluated = facts.student.evaluated_on
    if evaluated is None:
        yield Finding(ID, SEVERITY, CITATION, NO_DATE, NEXT_STEP_DATE, "plan", {"student": facts.student.name})
        return
    due = years_after(max(evaluated, facts.student.evaluation_waived_on or evaluated), EVERY_YEARS)
    if today > due:
        values: dict[str, str | int | date] = {"evaluated": evaluated, "due": due}
        yield Finding(ID, SEVERITY, CITATION, TOO_OLD, NEXT_STEP, "plan", values)
