"""Which good moments measurements show, and that a note tells no grade."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.milestones import SHARES, Moment, names_a_grade, reached
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure

FIRST = date(2026, 9, 1)


def goal(baseline, target, measure=Measure.WORDS_PER_MINUTE):
    values = dict.fromkeys(GoalFacts.__dataclass_fields__, None) | {
        "id": "1", "condition": "", "behavior": "", "criterion": "", "unit": "", "measure_text": "", "responsible": "",
        "weaves": (), "objectives": (), "baseline": None if baseline is None else Decimal(baseline),
        "target": None if target is None else Decimal(target), "measure": measure,
    }  # fmt: skip
    return GoalFacts(**values)


def points(*values):
    return [Point(FIRST + timedelta(days=at), Decimal(value)) for at, value in enumerate(values)]


def shown(found):
    return [(each.moment, (each.on - FIRST).days) for each in found]


def test_each_moment_comes_once_on_its_day():
    found = reached(goal(48, 92), points(47, 50, 59, 58, 70, 81, 92))
    assert shown(found) == [(Moment.FIRST, 1), (Moment.QUARTER, 2), (Moment.HALF, 4), (Moment.MOST, 5)]


def test_less_can_be_more():
    found = reached(goal(9, 3), points(9, 8, 6))
    assert shown(found) == [(Moment.FIRST, 1), (Moment.QUARTER, 2), (Moment.HALF, 2)]


def test_a_measurement_set_aside_shows_nothing():
    lame = Point(FIRST, Decimal(90), invalid_because="fire drill")
    assert reached(goal(48, 92), [lame]) == []


def test_doing_it_alone_is_a_moment_of_its_own():
    found = reached(goal(1, 4, Measure.PROMPT_LEVEL), points(2, 4))
    assert (Moment.ALONE, 1) in shown(found)
    assert Moment.ALONE not in dict(shown(reached(goal(1, 4), points(2, 4))))


@pytest.mark.parametrize(("baseline", "target"), [(None, 5), (5, None), (5, 5)])
def test_without_a_way_to_go_there_is_no_moment(baseline, target):
    assert reached(goal(baseline, target), points(5, 6)) == []


@given(
    st.integers(-50, 50), st.integers(-50, 50).filter(bool),
    st.lists(st.integers(-120, 120), max_size=12),
)  # fmt: skip
def test_a_moment_is_where_a_plain_look_finds_it(baseline, way, values):
    found = dict(shown(reached(goal(baseline, baseline + way), points(*values))))
    for moment, least in SHARES.items():
        there = [at for at, value in enumerate(values) if (value - baseline) / way >= float(least) - 1e-12]
        assert found.get(moment) == (there[0] if there else None)
    better = [at for at, value in enumerate(values) if (value - baseline) * way > 0]
    assert found.get(Moment.FIRST) == (better[0] if better else None)


@pytest.mark.parametrize(
    "words", ["She got a B on it", "A+ work", "87% right", "87 percent", "9/10", "8 out of 10 words", "Grade: B+ today"]
)
def test_a_grade_is_noticed(words):
    assert names_a_grade(words)


@pytest.mark.parametrize(
    "words",
    ["He read a whole page alone.", "She asked for a break.", "In grade 5 he helped a friend.", "A big day!",
     "Two pages out of the book", "He got a book from Abuela.", "Plan B worked."],
)  # fmt: skip
def test_a_plain_story_has_none(words):
    assert not names_a_grade(words)
