"""Every line of the trail can be read by a parent: the part has a name, the reason is a sentence."""

import re
from pathlib import Path

from strongsuit.home.telling import PARTS, REASONS
from strongsuit.people.roles import Relation

PACKAGE = Path(__file__).parents[2] / "strongsuit"


def test_every_part_that_a_door_names_has_words():
    named = {
        part
        for path in PACKAGE.rglob("*.py")
        for part in re.findall(r'part="([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert named - set(PARTS) == set()


def test_every_relation_has_its_sentence():
    assert set(REASONS) == set(Relation)
    assert all(str(words).endswith(".") for words in REASONS.values())
