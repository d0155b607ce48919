"""V40: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import english_learner_without_language_needs as rule
from strongsuit.knowledge.terms import Factor
from tests.knowledge.compliance.maya import places, with_factor


@pytest.mark.parametrize(
    ("factor", "answer", "text", "found"),
    [
        (Factor.LANGUAGE, True, "", ["factor:language"]),
        (Factor.LANGUAGE, True, " - ", ["factor:language"]),
        (Factor.LANGUAGE, True, "Decided at the meeting, see below.", []),
        (Factor.LANGUAGE, False, "", []),
        (Factor.LANGUAGE, None, "", []),
        (Factor.HEARING, True, "", []),
    ],
)
def test_a_yes_comes_with_its_words(factor, answer, text, found):
    assert places(rule, with_factor(factor, answer, text)) == found
