"""Lines and rules against plain second versions: the statistics module, pairs by hand, published tables."""

import statistics
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.lines import (
    Question,
    aimline,
    baseline_of,
    four_point_rule,
    has_slope,
    is_gap,
    least_squares,
    pace_percent,
    t_quantile,
    theil_sen,
    trend_rule,
    tukey,
)
from strongsuit.knowledge.shapes import Point
from strongsuit.knowledge.terms import Measure, Schedule

START = date(2025, 9, 8)


def point(day, value, **more):
    return Point(START + timedelta(days=day), Decimal(str(value)), **more)


def weekly(*values, every=7):
    return [point(every * number, value) for number, value in enumerate(values)]


series = st.lists(
    st.builds(point, st.integers(0, 280), st.integers(-500, 500).map(lambda tenths: Decimal(tenths) / 10)),
    min_size=3,
    max_size=25,
).filter(lambda points: len({each.on for each in points}) > 1)

LINE = aimline(START, Decimal(0), START + timedelta(weeks=40), Decimal(40))


def xy(points):
    return [(each.on - START).days / 7 for each in points], [float(each.value) for each in points]


def test_the_aimline_runs_straight_from_baseline_to_target():
    assert LINE.rate == 1
    assert [LINE.at(START + timedelta(days=days)) for days in (0, 7, 280)] == [0, 1, 40]
    falling = aimline(START, Decimal(9), START + timedelta(weeks=12), Decimal(3))
    assert falling.rate == Fraction(-1, 2) and falling.sign == -1


def test_without_time_between_the_dates_there_is_no_line():
    assert aimline(START, Decimal(1), START, Decimal(2)) is None


def test_a_baseline_is_the_median_of_three_probes():
    assert baseline_of([Decimal(40), Decimal(48)]) is None
    assert baseline_of([Decimal(60), Decimal(40), Decimal(48)]) == 48


@given(series)
def test_least_squares_agrees_with_the_statistics_module(points):
    times, values = xy(points)
    expected = statistics.linear_regression(times, values)
    trend = least_squares(points)
    assert isclose(trend.slope, expected.slope, rel_tol=1e-6, abs_tol=1e-6)
    assert isclose(trend.at(START), expected.intercept, rel_tol=1e-6, abs_tol=1e-5)


@given(series)
def test_the_error_follows_the_written_formula(points):
    times, values = xy(points)
    trend = least_squares(points)
    middle = sum(times) / len(times)
    missed = sum((y - float(trend.at(each.on))) ** 2 for y, each in zip(values, points, strict=True))
    s = sqrt(missed / (len(points) - 2))
    sb = s / sqrt(sum((time - middle) ** 2 for time in times))
    assert isclose(trend.scatter, s, rel_tol=1e-6, abs_tol=1e-6)
    assert isclose(trend.error, sb, rel_tol=1e-6, abs_tol=1e-6)


def test_points_on_a_line_have_no_error():
    trend = least_squares(weekly(3, 5, 7, 9))
    assert (trend.slope, trend.intercept, trend.scatter) == (2, 3, 0.0)
    assert trend.slope_interval() == (2.0, 2.0)
    assert trend.projected(START + timedelta(weeks=10)) == (23.0, 23.0)


def test_a_worked_example_has_its_textbook_interval():
    # x 0..4, y 2 4 5 4 5: slope 0.6, s^2 = 2.4 / 3, sb = sqrt(0.8 / 10), t(3) = 3.182.
    trend = least_squares(weekly(2, 4, 5, 4, 5))
    low, high = trend.slope_interval()
    assert trend.slope == Fraction(3, 5)
    assert isclose(low, 0.6 - 3.18245 * sqrt(0.08), abs_tol=1e-4) and isclose(
        high, 0.6 + 3.18245 * sqrt(0.08), abs_tol=1e-4
    )
    down, up = trend.projected(START + timedelta(weeks=5))
    reach = 3.18245 * sqrt(0.8) * sqrt(1 + 1 / 5 + 9 / 10)
    assert isclose(down, 5.8 - reach, abs_tol=1e-4) and isclose(up, 5.8 + reach, abs_tol=1e-4)


def test_two_points_make_a_trend_without_an_interval():
    trend = least_squares(weekly(1, 2))
    assert trend.slope == 1 and trend.slope_interval() is None and trend.projected(START) is None


@pytest.mark.parametrize("points", [[], [point(0, 1)], [point(0, 1), point(0, 5)]])
def test_one_day_makes_no_trend(points):
    assert least_squares(points) is None and theil_sen(points) is None and tukey(points) is None


@pytest.mark.parametrize(
    ("freedom", "published"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (5, 2.571), (10, 2.228), (15, 2.131), (30, 2.042), (120, 1.980)],
)
def test_t_agrees_with_the_printed_table(freedom, published):
    assert round(t_quantile(freedom), 3) == published


@given(series)
def test_theil_sen_is_the_middle_of_all_slopes(points):
    slopes = []
    for first in points:
        for second in points:
            if first.on < second.on:
                slopes.append(Fraction(second.value - first.value) * 7 / (second.on - first.on).days)
    assert theil_sen(points) == statistics.median(slopes)


def test_theil_sen_shrugs_off_one_odd_point():
    assert theil_sen(weekly(1, 2, 90, 4, 5)) == 1


@pytest.mark.parametrize(
    ("values", "slope"),
    [
        ((1, 2, 3, 4, 5, 6, 7, 8, 9), 1),
        ((0, 9, 0, 5, 5, 5, 12, 12, 3), 2),
        # Seven points fall into 2, 3, 2 and eight into 3, 2, 3.
        ((0, 2, 50, 50, 50, 10, 12), 2),
        ((0, 0, 9, 50, 50, 5, 5, 0), 1),
        ((1, 4), 3),
    ],
)
def test_tukey_compares_the_outer_thirds(values, slope):
    assert tukey(weekly(*values)) == slope


def test_invalid_points_and_disorder_change_nothing():
    tidy = weekly(1, 3, 2, 5)
    messy = [*reversed(tidy), point(10, 99, invalid_because="wrong probe")]
    assert least_squares(messy) == least_squares(tidy)
    assert theil_sen(messy) == theil_sen(tidy) and tukey(messy) == tukey(tidy)


def test_pace_compares_the_trend_with_the_needed_rate():
    assert pace_percent(least_squares(weekly(0, Decimal("0.5"), 1)), LINE) == 50
    level = aimline(START, Decimal(5), START + timedelta(weeks=4), Decimal(5))
    assert pace_percent(least_squares(weekly(1, 2)), level) is None


def test_four_points_behind_ask_for_a_change_and_four_ahead_for_more():
    assert four_point_rule(weekly(1, 2, 1, 2, 3, 4), LINE) == Question.CONSIDER_CHANGE
    assert four_point_rule(weekly(0, 0, 3, 4, 5, 6), LINE) == Question.CONSIDER_RAISING
    # The third point lies on the line.
    assert four_point_rule(weekly(1, 2, 2, 2, 3, 4), LINE) == Question.NONE
    assert four_point_rule(weekly(1, 2, 1, 2, 4, 4), LINE) == Question.NONE
    assert four_point_rule(weekly(0, 0, 2, 4, 5, 6), LINE) == Question.NONE


def test_of_a_falling_goal_the_points_above_are_behind():
    falling = aimline(START, Decimal(40), START + timedelta(weeks=40), Decimal(0))
    assert four_point_rule(weekly(40, 40, 40, 40, 40, 40), falling) == Question.CONSIDER_CHANGE
    assert four_point_rule(weekly(40, 39, 30, 30, 30, 30), falling) == Question.CONSIDER_RAISING


def test_how_many_points_is_a_setting():
    three_behind = weekly(1, 2, 3, 2, 3, 4)
    assert four_point_rule(three_behind, LINE) == Question.NONE
    assert four_point_rule(three_behind, LINE, below=3) == Question.CONSIDER_CHANGE
    assert four_point_rule(weekly(0, 0, 3, 4, 5, 6), LINE, above=6) == Question.NONE


def test_six_points_and_four_weeks_are_the_least():
    assert four_point_rule(weekly(0, 0, 0, 0, 0), LINE) == Question.NOT_ENOUGH
    assert four_point_rule(weekly(0, 0, 0, 0, 0, 0, every=5), LINE) == Question.NOT_ENOUGH
    assert four_point_rule([], LINE) == Question.NOT_ENOUGH
    assert four_point_rule([point(day, -1) for day in (0, 5, 10, 15, 20, 28)], LINE) == Question.CONSIDER_CHANGE


def test_a_clearly_slow_trend_is_insufficient():
    slow = weekly(0, 0.2, 0.1, 0.4, 0.3, 0.5, 0.6, 0.7)
    assert trend_rule(slow, LINE) == Question.INSUFFICIENT
    assert trend_rule(weekly(0, 1, 2, 3, 4, 5, 6, 7), LINE) == Question.NONE
    assert trend_rule(slow[:7], LINE) == Question.NOT_ENOUGH
    assert trend_rule([point(5 * number, 0) for number in range(8)], LINE) == Question.NOT_ENOUGH


def test_a_slow_trend_within_chance_is_not():
    assert trend_rule(weekly(0, 9, -5, 8, -4, 9, -3, 8), LINE) == Question.NONE


def test_a_goal_that_falls_too_slowly_is_insufficient():
    falling = aimline(START, Decimal(40), START + timedelta(weeks=40), Decimal(0))
    assert trend_rule(weekly(40, 40, 39.8, 40, 39.7, 39.8, 39.6, 39.7), falling) == Question.INSUFFICIENT
    assert trend_rule(weekly(40, 38, 36, 34, 32, 30, 28, 26), falling) == Question.NONE


@pytest.mark.parametrize(
    ("schedule", "longest"),
    [
        (Schedule.DAILY, 2),
        (Schedule.TWICE_WEEKLY, 5),
        (Schedule.WEEKLY, 10),
        (Schedule.BIWEEKLY, 20),
        (Schedule.MONTHLY, 42),
    ],
)
def test_a_gap_is_more_than_twice_the_schedule(schedule, longest):
    assert not is_gap(longest, schedule) and is_gap(longest + 1, schedule)


def test_levels_have_no_slope():
    assert has_slope(Measure.TRIALS) and has_slope(None)
    assert not has_slope(Measure.RUBRIC) and not has_slope(Measure.PROMPT_LEVEL)
