"""V90: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import student_words_changed as rule
from tests.knowledge.compliance.maya import places, plan


@pytest.mark.parametrize(
    ("changed", "found"), [((), []), (("w1",), ["words:w1"]), (("w1", "w2"), ["words:w1", "words:w2"])]
)
def test_quotes_stand_as_they_were_said(changed, found):
    assert places(rule, plan(changed_quotes=changed)) == found
