"""Every rule's category has one plain name."""

from strongsuit.knowledge.coach.review import rules
from strongsuit.knowledge.coach.titles import TITLES


def test_every_category_has_a_name_of_its_own():
    assert {rule.CATEGORY for rule in rules()} == set(TITLES)
    assert len(set(TITLES.values())) == len(TITLES)
    assert not any("_" in title for title in TITLES.values())
