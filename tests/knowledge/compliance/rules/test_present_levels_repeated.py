"""V25: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.comparing import earlier_plan
from strongsuit.knowledge.compliance.rules import present_levels_repeated as rule
from strongsuit.knowledge.shapes import EarlierPlan
from strongsuit.knowledge.terms import PlanKind
from tests.knowledge.compliance.maya import READING, places, plan, sentences

WORDS = " ".join(f"word{number}" for number in range(100))
LAST = date(2025, 11, 20)


def written(words):
    return plan(present_levels=(replace(READING, strength_text=words, now_text="", needs=()),))


def after(words, *, before, **changes):
    return replace(written(words), earlier=(EarlierPlan(LAST, before, ()),), **changes)


@pytest.mark.parametrize(
    ("words", "before", "found"),
    [
        (WORDS, WORDS, ["plan"]),
        (WORDS, WORDS.upper(), ["plan"]),
        (WORDS, WORDS + " and a new last line", ["plan"]),
        (WORDS, WORDS.replace("word10 ", "a ").replace("word60 ", "b ").replace("word90 ", "c "), []),
        (WORDS, "Something else altogether.", []),
        (WORDS, "", []),
        ("Reads well.", "Reads well.", []),
    ],
)
def test_last_years_words_are_noticed(words, before, found):
    assert places(rule, after(words, before=before)) == found


def test_an_amendment_may_keep_every_word():
    assert places(rule, after(WORDS, before=WORDS, kind=PlanKind.AMENDMENT)) == []


def test_only_the_latest_plan_counts():
    older, newer = EarlierPlan(date(2024, 11, 20), WORDS, ()), EarlierPlan(LAST, "New words.", ())
    assert places(rule, replace(written(WORDS), earlier=(newer, older))) == []


def test_the_plan_itself_makes_the_words_that_are_compared():
    adopted = replace(written(WORDS), adopted_on=LAST)
    assert sentences(rule, replace(adopted, adopted_on=None, earlier=(earlier_plan(adopted),))) == [
        "The present levels read almost the same as in the plan of 2025-11-20."
    ]
