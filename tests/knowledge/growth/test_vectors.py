"""The twenty-one published vectors, as they stand in the text, and what each must say."""

from decimal import Decimal
from fractions import Fraction

import pytest

from strongsuit.knowledge.growth import Aim, Around, Flag, GrowthWord, Mark, NoWord, Pace, Pause, Rule, grow

BIG, CONTINUES, NEEDS = GrowthWord.BIG, GrowthWord.CONTINUES, GrowthWord.NEEDS
KEEP = {"band": (85, 100)}
ATTAINMENT = {"smallest_change": 1, "run": 1}

# name, "baseline>target", what else the plan says, points, report day, outcome, share rounded as printed, all flags
VECTORS = [
    ("V1", "48>92", {}, "160,90 168,92 176,95", 180, BIG, "1.00", set()),
    ("V2", "48>92", {}, "160,80 168,84 176,82", 180, CONTINUES, "0.77", set()),
    ("V3", "48>92", {}, "160,58 168,60 176,61", 180, NEEDS, "0.27", set()),
    ("V4", "48>92", {}, "20,52 30,56 42,61", 45, CONTINUES, "0.18", set()),
    ("V5", "48>92", {}, "12,48 20,49 30,50 42,49", 45, NEEDS, "0.02", {Flag.FOUR_BELOW}),
    ("V6", "9>3", {}, "150,4 160,3 170,2", 180, BIG, "1.00", set()),
    ("V7", "9>3", {}, "70,7 80,6 88,6", 90, CONTINUES, "0.50", set()),
    ("V8", "9>3", {}, "70,10 80,11 88,10", 90, NEEDS, "-0.17", {Flag.REGRESSION}),
    ("V9", "48>92", {}, "", 90, NoWord.NO_DATA, None, set()),
    ("V10", "48>92", {}, "70,66", 90, NoWord.FEW_POINTS, "0.41", set()),
    ("V11", "48>92", {}, "10,50 20,52 30,55", 90, NoWord.STALE, "0.09", set()),
    ("V12", "48>92", {}, "100,92 110,94 152,80 160,78 170,79", 180, BIG, "0.70", {Flag.SLIPPED}),
    ("V13", "48>92", {"run": 3}, "152,88 160,93 170,92", 180, CONTINUES, "1.00", {Flag.ALMOST_CONFIRMED}),
    ("V14", "90>90", KEEP, "30,92 60,88 90,86 120,93 160,80", 180, BIG, None, {Flag.MAINTAIN}),
    ("V15", "-2>0", ATTAINMENT, "60,-2 120,-1 170,-1", 180, CONTINUES, "0.50", set()),
    ("V16", "48>92", {"delivered": "0.60"}, "70,52 80,53 88,54", 90, NEEDS, "0.11", {Flag.SERVICE_GAP}),
    ("V17", "48>92", {}, "5,50 9,49 12,51", 15, NoWord.TOO_EARLY, "0.05", set()),
    ("V18", "48>92", {}, "60,88 70,93 80,96", 90, BIG, "1.02", {Flag.REACHED_EARLY}),
    ("V19", "48>92", {"smallest_change": 8}, "12,49 20,50 26,51", 30, NoWord.TOO_EARLY, "0.05", set()),
    ("V20", "48>92", {}, "160,69 168,70 176,71", 180, CONTINUES, "0.50", set()),
    (
        "V21",
        "48>92",
        {"pause": (15, 98)},
        "80,66 88,68 100,52 104,53 108,53",
        110,
        NoWord.BREAK_RECOVERY,
        "0.11",
        {Flag.BREAK_RECOVERY, Flag.FOUR_BELOW},
    ),
]


def grown(name):
    _, numbers, plan, points, day, *_ = next(vector for vector in VECTORS if vector[0] == name)
    baseline, target = map(int, numbers.split(">"))
    marks = [Mark(*map(int, point.split(","))) for point in points.split()]
    plan = dict(plan)
    pause = plan.pop("pause", None)
    around = Around(
        delivered=Decimal(plan.pop("delivered", "1")),
        pauses=(Pause(*pause),) if pause else (),
    )
    return grow(Aim(baseline, target, start=0, end=180, **plan), marks, day, around)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector[0] for vector in VECTORS])
def test_the_published_vectors_hold(vector):
    name, *_, outcome, share, flags = vector
    found = grown(name)
    assert (found.word or found.no_word) is outcome
    assert (found.word is None) != (found.no_word is None)
    assert found.flags == flags
    assert share == (None if found.share is None else f"{float(found.share):.2f}")


def test_v4_is_behind_pace_a_quarter_of_the_way():
    found = grown("V4")
    assert found.elapsed == Fraction(1, 4) and f"{float(found.pace):.2f}" == "0.73" and found.pace_word is Pace.BEHIND


def test_v7_is_on_pace():
    assert grown("V7").pace_word is Pace.ON_PACE


def test_v12_keeps_the_day_it_was_reached():
    assert grown("V12").reached == 110


def test_v14_shows_the_share_in_the_band():
    assert grown("V14").in_band == Fraction(8, 10)


def test_v21_shows_both_sides_of_the_break():
    found = grown("V21")
    assert (found.before_break, found.after_break) == (67, 53)


def test_every_test_in_the_order_decides_some_vector():
    assert {grown(vector[0]).decided_by for vector in VECTORS} == set(Rule)
