"""R-7: hits and near misses."""

from dataclasses import replace
from datetime import timedelta

import pytest

from strongsuit.knowledge.compliance.rules import strength_faded as rule
from strongsuit.knowledge.shapes import WeaveFacts
from strongsuit.knowledge.terms import ItemKind, Pattern
from tests.knowledge.compliance.maya import DRAWS, GOAL, TODAY, plan, sentences


def built_on(days, *, kind=ItemKind.ABILITY, early=False, woven=True, shown=False):
    """A plan whose only strength was said so many days ago."""
    said = None if days is None else TODAY - timedelta(days=days)
    item = replace(DRAWS, confirmed_on=said, kind=kind, early=early)
    base = plan()
    levels = tuple(replace(level, strength_ids=(item.id,) if shown else ()) for level in base.present_levels[:1])
    weaves = (WeaveFacts(item.id, Pattern.W1),) if woven else ()
    return replace(base, strengths=(item,), goals=(replace(GOAL, weaves=weaves),), present_levels=levels)


@pytest.mark.parametrize(
    ("days", "more", "found"),
    [
        (10, {}, 0),
        (417, {}, 0),
        (418, {}, 1),
        (900, {}, 1),
        (None, {}, 0),
        (278, {"early": True}, 0),
        (279, {"early": True}, 1),
        (208, {"kind": ItemKind.INTEREST}, 0),
        (209, {"kind": ItemKind.INTEREST}, 1),
        (900, {"woven": False}, 0),
        (900, {"woven": False, "shown": True}, 1),
        (900, {"shown": True}, 1),
    ],
)
def test_what_was_said_long_ago_is_asked_for_where_the_plan_builds_on_it(days, more, found):
    assert len(sentences(rule, built_on(days, **more))) == found


def test_it_says_where_what_and_since_when():
    (told,) = sentences(rule, built_on(600))
    assert told.startswith("Goal 1 is built on “") and DRAWS.words[:20] in told and "2025" in told
    (told,) = sentences(rule, built_on(600, woven=False, shown=True))
    assert " names “" in told
