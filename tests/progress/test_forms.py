"""The forms of measurements offer what a goal can take."""

from decimal import Decimal

import pytest

from strongsuit.knowledge.terms import Measure
from strongsuit.plans.models import Goal
from strongsuit.progress.forms import TapForm


@pytest.mark.parametrize(
    ("measure", "baseline", "target", "levels"),
    [
        (Measure.STEPS, 1, 3, [0, 1, 2, 3]),
        (Measure.STEPS, 0, 2, [0, 1, 2]),
        (Measure.RUBRIC, 1, 3, [0, 1, 2, 3, 4]),
        (Measure.RUBRIC, -2, 0, [-2, -1, 0, 1]),
        (Measure.COUNT, 1, 3, []),
        (Measure.STEPS, 2, 40, []),
    ],
)
def test_a_few_whole_levels_become_buttons(measure, baseline, target, levels):
    goal = Goal(measure=measure, baseline=Decimal(baseline), target=Decimal(target))
    assert TapForm(goal=goal).levels == levels


@pytest.mark.parametrize(
    ("measure", "unit", "target", "levels"),
    [
        (Measure.STEPS, "of 8 steps", 7, list(range(9))),
        (Measure.RUBRIC, "of 8 questions", 4, list(range(9))),
        (Measure.RUBRIC, "of 4", 4, list(range(5))),
        (Measure.STEPS, "of 12 travel steps", 9, list(range(13))),
        (Measure.STEPS, "of 100 steps", 9, []),
        (Measure.STEPS, "steps of the routine", 3, [0, 1, 2, 3]),
    ],
)
def test_the_buttons_reach_the_full_mark_that_the_unit_names(measure, unit, target, levels):
    goal = Goal(measure=measure, unit=unit, baseline=Decimal(1), target=Decimal(target))
    assert TapForm(goal=goal).levels == levels
