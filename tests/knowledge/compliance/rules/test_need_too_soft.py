"""R-12: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import need_too_soft as rule
from tests.knowledge.compliance.maya import NEED, READING, plan, sentences

IMPACT = "Limits the grade-level speaking standard."
SOFT = "Needs more support to participate"
BOTH = f"The need “{SOFT}” has no number and does not say what it gets in the way of."


@pytest.mark.parametrize(
    ("statement", "measure", "impact", "found"),
    [
        (SOFT, "", "", [BOTH]),
        ("Joined 2 of 10 talks; 7 with the question a day ahead", "", IMPACT, []),
        ("Joined two of ten talks", "", IMPACT, []),
        (SOFT, "2 of 10 talks", IMPACT, []),
        (SOFT, "", IMPACT, [f"The need “{SOFT}” has no number."]),
        (SOFT, "2 of 10", " ", [f"The need “{SOFT}” does not say what it gets in the way of."]),
    ],
)
def test_a_need_keeps_its_number_and_its_weight(statement, measure, impact, found):
    need = replace(NEED, statement=statement, measure_text=measure, impact=impact)
    assert sentences(rule, plan(present_levels=(replace(READING, needs=(need,)),))) == found
