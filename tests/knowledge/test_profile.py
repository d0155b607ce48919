"""Three views of one strength give exactly one status; differences stay visible; old items fade."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.profile import (
    Candidate,
    Said,
    Status,
    agreement,
    agreement_words,
    freshness,
    offered,
    view,
)
from strongsuit.knowledge.terms import Group, ItemKind, SkillSet

S, F, T = Group.STUDENT, Group.FAMILY, Group.SCHOOL


def seen(student, family, school):
    """Values as the text writes them; None for asked and not answered."""
    return view(
        [Said(group, None if v is None else Decimal(str(v))) for group, v in ((S, student), (F, family), (T, school))]
    )


@pytest.mark.parametrize(
    ("values", "status", "depends"),
    [
        ((1, 1, 1), Status.SHARED_BY_ALL, False),
        ((1, 0, 1), Status.SHARED, True),
        ((0.33, 1, 1), Status.OTHERS_SEE, False),
        ((0, 1, 0), Status.HIDDEN_HOME, True),
        ((1, None, None), Status.SINGLE, False),
        ((0.67, 0.5, None), Status.HIDDEN_SELF, False),
        ((0.33, 0, 0.5), Status.EMERGING, False),
        ((0, None, None), Status.NO_CHANCE, False),
        ((None, None, None), Status.NO_CHANCE, False),
        ((0, 0, None), Status.NOT_SEEN, False),
        ((None, None, 1), Status.SINGLE, False),
        ((None, 0, 1), Status.HIDDEN_SCHOOL, True),
    ],
)
def test_the_check_cases_of_the_text(values, status, depends):
    found = seen(*values)
    assert (found.status, found.depends_on_where) == (status, depends)


def test_one_of_two_classes_sees_what_the_other_does_not():
    found = view([Said(T, Decimal(1), "art"), Said(T, Decimal(0), "math")])
    assert (found.status, found.depends_on_where) == (Status.HIDDEN_SCHOOL, True)


def naive(student, family, school):
    """The table again, written as its rows stand."""
    s, f, t = student is not None and student >= 0.67, family == 1, school == 1
    if s and f and t:
        return "shared_by_all"
    if s and (f or t):
        return "shared"
    if f and t:
        return "others_see"
    for mine, others, name in (
        (s, (family, school), "hidden_self"),
        (f, (student, school), "hidden_home"),
        (t, (student, family), "hidden_school"),
    ):
        if mine:
            return name if any(other is not None for other in others) else "single"
    if any(value is not None and value >= 0.33 for value in (student, family, school)):
        return "emerging"
    if family is None and school is None and student in (None, 0):
        return "no_chance"
    return "not_seen"


adults = st.sampled_from([None, 0, 0.5, 1])


@given(st.sampled_from([None, 0, 0.33, 0.5, 0.67, 1]), adults, adults)
def test_every_answer_gives_exactly_one_status(student, family, school):
    assert seen(student, family, school).status == naive(student, family, school)


def test_agreement_counts_only_what_both_answered():
    one = [Decimal(1), Decimal("0.67"), Decimal(0), Decimal(1)]
    other = [Decimal(1), Decimal("0.5"), Decimal(1), None]
    found = agreement(one, other)
    assert round(float(found), 2) == 0.61
    assert agreement_words(found) == "some different views"
    assert agreement([None], [Decimal(1)]) is None


@pytest.mark.parametrize(
    ("kind", "days", "early", "fresh"),
    [
        (ItemKind.ABILITY, 180, False, 1),
        (ItemKind.ABILITY, 360, False, Fraction(1, 2)),
        (ItemKind.ABILITY, 540, False, 0),
        (ItemKind.INTEREST, 180, False, Fraction(1, 2)),
        (ItemKind.INTEREST, 9999, False, 0),
        (ItemKind.ABILITY, 120, True, 1),
        (ItemKind.ABILITY, 360, True, 0),
    ],
)
def test_items_fade_in_a_straight_line(kind, days, early, fresh):
    today = date(2026, 11, 20)
    assert freshness(kind, today - timedelta(days=days), today=today, early=early) == fresh


def candidate(key, **values):
    standard = {
        "skill_set": None,
        "status": Status.SINGLE,
        "claimed_by_student": False,
        "shown": False,
        "fresh": Fraction(1),
    }
    return Candidate(key, **(standard | values))


def test_the_best_five_are_offered_and_private_ones_never():
    items = [
        candidate("RD2", skill_set=SkillSet.READING, status=Status.SHARED_BY_ALL, claimed_by_student=True, shown=True),
        candidate("RD1", skill_set=SkillSet.READING),
        candidate("secret", skill_set=SkillSet.READING, status=Status.SHARED_BY_ALL, private=True),
        candidate("worn", status=Status.SHARED, used=9),
        candidate("b"),
        candidate("a"),
        candidate("c"),
    ]
    assert [found.key for found in offered(items, SkillSet.READING)] == ["RD2", "RD1", "a", "b", "c"]
