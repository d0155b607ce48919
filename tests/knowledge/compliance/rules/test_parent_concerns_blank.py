"""V24: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import parent_concerns_blank as rule
from strongsuit.knowledge.shapes import SectionFacts
from strongsuit.knowledge.terms import Section
from tests.knowledge.compliance.maya import places, plan


@pytest.mark.parametrize(
    ("section", "found"),
    [
        (None, ["section:parent_concerns"]),
        (SectionFacts(Section.PARENT_CONCERNS, "  "), ["section:parent_concerns"]),
        (SectionFacts(Section.PARENT_CONCERNS, "More time to read."), []),
        (SectionFacts(Section.PARENT_CONCERNS, "", none_expressed=True), ["section:parent_concerns"]),
        (SectionFacts(Section.PARENT_CONCERNS, "Asked by phone on 3 May.", none_expressed=True), []),
        (SectionFacts(Section.PARENT_CONCERNS, "Because.", none_expressed=True), ["section:parent_concerns"]),
        (SectionFacts(Section.PARENT_CONCERNS, "Reading.", none_expressed=False), []),
        (SectionFacts(Section.VISION, "More time to read."), ["section:parent_concerns"]),
    ],
)
def test_the_family_is_heard_or_was_asked(section, found):
    assert places(rule, plan(sections=(section,) if section else ())) == found
