"""V50: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import testing_unplanned as rule
from strongsuit.knowledge.shapes import SectionFacts
from strongsuit.knowledge.terms import Grade, Section
from tests.knowledge.compliance.maya import STUDENT, places, plan


@pytest.mark.parametrize(
    ("section", "grade", "found"),
    [
        (None, Grade.G5, ["section:testing"]),
        (SectionFacts(Section.TESTING, ""), Grade.G5, ["section:testing"]),
        (SectionFacts(Section.TESTING, "State ELA test with breaks."), Grade.G5, []),
        (SectionFacts(Section.TESTING, "", none_expressed=True), Grade.K, []),
        (None, Grade.UG, ["section:testing"]),
        (None, Grade.PK, []),
    ],
)
def test_each_test_has_a_way_in(section, grade, found):
    facts = plan(student=replace(STUDENT, grade=grade), sections=(section,) if section else ())
    assert places(rule, facts) == found


def test_writing_that_there_is_no_test_is_the_answer_the_next_step_names():
    facts = plan(sections=(SectionFacts(Section.TESTING, "None in the year of this plan."),))
    assert places(rule, facts) == []
    assert "write that there is none" in rule.NEXT_STEP
