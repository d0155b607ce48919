"""V39: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import hearing_without_communication as rule
from strongsuit.knowledge.terms import Factor
from tests.knowledge.compliance.maya import places, with_factor


@pytest.mark.parametrize(
    ("factor", "answer", "text", "found"),
    [
        (Factor.HEARING, True, "", ["factor:hearing"]),
        (Factor.HEARING, True, " - ", ["factor:hearing"]),
        (Factor.HEARING, True, "Decided at the meeting, see below.", []),
        (Factor.HEARING, False, "", []),
        (Factor.HEARING, None, "", []),
        (Factor.VISION, True, "", []),
    ],
)
def test_a_yes_comes_with_its_words(factor, answer, text, found):
    assert places(rule, with_factor(factor, answer, text)) == found
