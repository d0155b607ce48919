"""R-2: hits and near misses."""

from dataclasses import replace

import pytest

from strongsuit.knowledge.compliance.rules import strength_only_praise as rule
from strongsuit.knowledge.terms import Group, ItemKind
from tests.knowledge.compliance.maya import CUTS, READING, places, plan


def level_saying(text):
    return plan(present_levels=(replace(READING, strength_text=text),))


@pytest.mark.parametrize(
    ("text", "praise"),
    [
        ("She is a joy", True),
        ("Maya is sweet. She is a pleasure to have in class!", True),
        ("She is a joy. Retells a chapter in order after listening (3 of 3 book talks).", False),
        ("retells a chapter in order after listening (3 of 3 book talks)", False),
        ("Kind: shares her markers when a classmate has none.", False),
        ("", False),
    ],
)
def test_praise_alone_is_not_a_strength(text, praise):
    assert places(rule, level_saying(text)) == (["level:reading"] if praise else [])


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"words": "A hard worker"}, ["strength:i6"]),
        ({"words": "A hard worker", "seen_by": (Group.SCHOOL, Group.FAMILY)}, ["strength:i6"]),
        ({"words": "A hard worker", "seen_by": (Group.FAMILY,)}, []),
        ({"words": "I am nice", "seen_by": (Group.STUDENT,)}, []),
        ({"words": "A hard worker", "kind": ItemKind.INTEREST}, []),
        ({"words": "Cuts stencils by hand"}, []),
    ],
)
def test_only_what_the_school_wrote_is_asked_about(changes, found):
    assert places(rule, plan(strengths=(replace(CUTS, **changes),))) == found
