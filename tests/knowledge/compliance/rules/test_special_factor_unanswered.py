"""V36: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import special_factor_unanswered as rule
from strongsuit.knowledge.terms import Factor
from tests.knowledge.compliance.maya import places, plan, with_factor


@pytest.mark.parametrize("factor", Factor)
@pytest.mark.parametrize(("answer", "open_"), [(True, False), (False, False), (None, True)])
def test_yes_and_no_are_answers_and_silence_is_not(factor, answer, open_):
    assert places(rule, with_factor(factor, answer)) == ([f"factor:{factor}"] if open_ else [])


def test_a_factor_nobody_touched_is_open_too():
    assert places(rule, plan(factors=())) == [f"factor:{factor}" for factor in Factor]
