"""A goal's target lies past its baseline, in the direction that is growth.

Practice: appropriately ambitious means past where the student is. A goal to keep a level states a band instead.
"""

from collections.abc import Iterator
from datetime import date

from strongsuit.knowledge.compliance.parts import goals
from strongsuit.knowledge.compliance.profile import Profile
from strongsuit.knowledge.shapes import Finding, PlanFacts
from strongsuit.knowledge.terms import Measure
from strongsuit.knowledge.words import gettext_noop

ID = "V32"
SEVERITY = "warn"
CITATION = "Strongsuit method, after Endrew F., 580 U.S. 386 (2017)"

SAME = gettext_noop("Goal %(number)s, “%(goal)s”, ends where it starts, at %(baseline)s.")
NEXT_STEP = gettext_noop("Raise the target, or mark the goal as a level to keep and give its band.")
BACKWARD = gettext_noop("Goal %(number)s, “%(goal)s”, goes down from %(baseline)s to %(target)s.")
NEXT_STEP_BACKWARD = gettext_noop("More is better in this measure: check whether baseline and target were exchanged.")

# For the other measures, less can be the growth: minutes upset, level of help, calling out.
MORE_IS_BETTER = {
    Measure.WORDS_PER_MINUTE,
    Measure.PERCENT_CORRECT,
    Measure.TRIALS,
    Measure.RUBRIC,
    Measure.WORK_SAMPLE,
    Measure.STEPS,
}


def check(facts: PlanFacts, *, today: date, profile: Profile) -> Iterator[Finding]:
    for goal, place, values in goals(facts):
        kept = goal.band_low is not None or goal.band_high is not None
        if goal.baseline is None or goal.target is None or kept:
            continue
        numbers = {**values, "baseline": f"{goal.baseline.normalize():f}", "target": f"{goal.target.normalize():f}"}
        if goal.target == goal.baseline:
            yield Finding(ID, SEVERITY, CITATION, SAME, NEXT_STEP, place, numbers)
        elif goal.target < goal.baseline and goal.measure in MORE_IS_BETTER:
            yield Finding(ID, SEVERITY, CITATION, BACKWARD, NEXT_STEP_BACKWARD, place, numbers)
