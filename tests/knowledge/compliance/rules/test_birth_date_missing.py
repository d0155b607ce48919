"""V98: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.check import blocks, check
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.compliance.rules import birth_date_missing as rule
from tests.knowledge.compliance.maya import STUDENT, TODAY, places, plan

UNKNOWN = plan(student=replace(STUDENT, birth_date=None))


@pytest.mark.parametrize(("birth", "found"), [(None, ["student"]), (date(2016, 3, 14), []), (date(1900, 1, 1), [])])
def test_any_date_is_a_date(birth, found):
    assert places(rule, plan(student=replace(STUDENT, birth_date=birth))) == found


@pytest.mark.parametrize("state", ["ny", "federal"])
def test_it_is_all_that_holds_the_plan_back_and_no_rule_guesses_an_age(state):
    found = check(UNKNOWN, today=TODAY, profile=load_profile(state))
    assert [each.rule for each in found] == [each.rule for each in blocks(found)] == ["V98"]
