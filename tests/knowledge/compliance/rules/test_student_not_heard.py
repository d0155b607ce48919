"""R-9: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import student_not_heard as rule
from strongsuit.knowledge.terms import Mode
from tests.knowledge.compliance.maya import WORDS, places, plan


def saying(**changes):
    return (replace(WORDS, **changes),)


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"words": ()}, ["section:vision"]),
        ({"words": saying(words=" ")}, ["section:vision"]),
        ({"words": saying(words="鯨")}, []),
        ({"words": saying(mode=Mode.CHOSEN)}, []),
        ({"words": saying(on=date(2025, 11, 18))}, ["section:vision"]),
        ({"words": saying(on=date(2025, 11, 19))}, []),
        ({"words": saying(on=date(2025, 11, 20)), "meeting_on": None}, ["section:vision"]),
        ({"words": (), "voice_missing_because": "In hospital since May; her nurse was asked instead."}, []),
        ({"words": (), "voice_missing_because": "-"}, ["section:vision"]),
        ({"words": (), "voice_missing_because": "Because."}, ["section:vision"]),
    ],
)
def test_the_student_speaks_in_this_plan_or_it_says_why_not(changes, found):
    assert places(rule, plan(**changes)) == found
