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
