"""V53: hits and near misses."""

import pytest

from strongsuit.knowledge.compliance.rules import extended_year_undecided as rule
from strongsuit.knowledge.shapes import SectionFacts
from strongsuit.knowledge.terms import Section
from tests.knowledge.compliance.maya import places, plan


@pytest.mark.parametrize(
    ("section", "found"),
    [
        (None, ["section:extended_year"]),
        (SectionFacts(Section.EXTENDED_YEAR, " "), ["section:extended_year"]),
        (SectionFacts(Section.EXTENDED_YEAR, "Yes: words learned in May were gone in September."), []),
        (SectionFacts(Section.EXTENDED_YEAR, "", none_expressed=True), []),
    ],
)
def test_the_team_decides_either_way(section, found):
    assert places(rule, plan(sections=(section,) if section else ())) == found
