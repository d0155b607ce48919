"""V37: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import behavior_without_support as rule
from strongsuit.knowledge.terms import Factor
from tests.knowledge.compliance.maya import places, with_factor


@pytest.mark.parametrize(
    ("factor", "answer", "text", "found"),
    [
        (Factor.BEHAVIOR, True, "", ["factor:behavior"]),
        (Factor.BEHAVIOR, True, " - ", ["factor:behavior"]),
        (Factor.BEHAVIOR, True, "Decided at the meeting, see below.", []),
        (Factor.BEHAVIOR, False, "", []),
        (Factor.BEHAVIOR, None, "", []),
        (Factor.HEARING, True, "", []),
    ],
)
def test_a_yes_comes_with_its_words(factor, answer, text, found):
    assert places(rule, with_factor(factor, answer, text)) == found
