"""V54: hits and near misses."""

from dataclasses import replace
from datetime import date

import pytest

from strongsuit.knowledge.compliance.rules import transition_missing as rule
from tests.knowledge.compliance.maya import STUDENT, places, plan, sections


def born(day, **changes):
    return plan(student=replace(STUDENT, birth_date=day), **changes)


@pytest.mark.parametrize(
    ("birth", "new_york", "federal"),
    [
        (date(2016, 3, 14), [], []),
        (date(2012, 11, 30), ["section:transition"], []),
        (date(2012, 12, 1), [], []),
        (date(2011, 11, 30), ["section:transition"], ["section:transition"]),
        (date(2011, 12, 1), ["section:transition"], []),
        (date(2007, 1, 1), ["section:transition"], ["section:transition"]),
    ],
)
def test_the_last_day_of_the_plan_decides(birth, new_york, federal):
    assert places(rule, born(birth), state="ny") == new_york
    assert places(rule, born(birth), state="federal") == federal


@pytest.mark.parametrize(("text", "found"), [("Will study marine art.", []), (" ", ["section:transition"])])
def test_words_about_after_school_are_enough(text, found):
    assert places(rule, born(date(2009, 1, 1), sections=sections(transition=text))) == found


@pytest.mark.parametrize(
    ("starts", "birth", "found"),
    [
        (date(2026, 12, 1), date(2012, 11, 30), ["section:transition"]),
        (date(2026, 12, 1), date(2012, 12, 1), []),
        (None, date(2012, 11, 19), ["section:transition"]),
        (None, date(2012, 11, 20), []),
    ],
)
def test_a_plan_without_an_end_lasts_a_year(starts, birth, found):
    assert places(rule, born(birth, starts_on=starts, ends_on=None)) == found
