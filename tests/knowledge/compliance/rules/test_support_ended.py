"""R-32: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.check import refusal
from strongsuit.knowledge.compliance.rules import strengths_unused
from strongsuit.knowledge.compliance.rules import support_ended as rule
from strongsuit.knowledge.shapes import EndedSupport
from tests.knowledge.compliance.maya import findings, plan, sentences
from tests.knowledge.compliance.rules.test_strengths_unused import listed


def ending(**values):
    return plan(ended_supports=(EndedSupport("7", "Audio of texts", **{"rated": True} | values),))


def test_nothing_ended_is_nothing_said():
    assert sentences(rule, plan()) == []


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({}, "is missing here."),
        ({"rated": False}, "was not asked what it means"),
        ({"test": "Audio of texts on tests"}, "leans on it"),
        ({"rated": False, "test": "Audio of texts on tests"}, "leans on it"),
    ],
)
def test_a_support_that_goes_is_asked_about(values, part):
    (said,) = sentences(rule, ending(**values))
    assert said.startswith("“Audio of texts” was in the plan before")
    assert part in said


def test_a_strength_alone_is_no_reason():
    (finding,) = findings(rule, ending())
    assert refusal(finding, "She reads well aloud, so she does not need it.")
    assert not refusal(finding, "She rated it 1 of 3 and reads 96 words a minute without it.")


def test_other_rules_take_any_whole_sentence():

    (finding,) = findings(strengths_unused, listed(10, used=5))
    assert not refusal(finding, "They are for next year.")
