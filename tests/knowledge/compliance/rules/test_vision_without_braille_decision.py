"""V38: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import vision_without_braille_decision as rule
from strongsuit.knowledge.terms import Factor
from tests.knowledge.compliance.maya import places, with_factor


@pytest.mark.parametrize(
    ("factor", "answer", "text", "found"),
    [
        (Factor.VISION, True, "", ["factor:vision"]),
        (Factor.VISION, True, " - ", ["factor:vision"]),
        (Factor.VISION, True, "Decided at the meeting, see below.", []),
        (Factor.VISION, False, "", []),
        (Factor.VISION, None, "", []),
        (Factor.HEARING, True, "", []),
    ],
)
def test_a_yes_comes_with_its_words(factor, answer, text, found):
    assert places(rule, with_factor(factor, answer, text)) == found
