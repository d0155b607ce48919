"""The graph stands for any goal and any number of measurements, and says in words what it shows."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.graph import Phase, Spot, progress_graph
from strongsuit.knowledge.growth import Flag, growth_of
from strongsuit.knowledge.shapes import GoalFacts, Point

START, END = date(2025, 9, 8), date(2026, 6, 12)
WINTER = frozenset(date(2025, 12, 22) + timedelta(days=number) for number in range(12))
YEAR = SchoolCalendar(date(2025, 9, 4), date(2026, 6, 26), WINTER)
GOAL = GoalFacts(
    id="g1",
    need_id=None,
    skill_set=None,
    condition="",
    behavior="",
    criterion="",
    baseline=Decimal(48),
    baseline_on=START,
    target=Decimal(92),
    target_on=END,
    unit="words a minute",
    measure=None,
    measure_text="",
    schedule=None,
    report_schedule=None,
    responsible="",
)

numbers = st.decimals(min_value=-1000, max_value=100_000, places=2)
dates = st.dates(date(2024, 1, 1), date(2028, 12, 31))
points = st.lists(
    st.builds(Point, dates, numbers, invalid_because=st.sampled_from(["", "", "fire drill"])), max_size=30
)
goals = st.builds(
    lambda **given: replace(GOAL, **given),
    baseline=st.none() | numbers,
    baseline_on=st.none() | dates,
    target=st.none() | numbers,
    target_on=st.none() | dates,
)


PLACES = {"x", "y", "x1", "x2", "y1", "y2"}


def graph(seen=(), goal=GOAL, today=END, **more):
    return progress_graph(goal, seen, today=today, **more)


def weekly(*values):
    return [Point(START + timedelta(weeks=week), Decimal(value)) for week, value in enumerate(values)]


def told(drawn):
    return [sentence.message % sentence.values for sentence in drawn.description]


def places(shape):
    """Every x and y in a shape, however deep."""
    if isinstance(shape, tuple):
        return [place for each in shape for place in places(each)]
    if not is_dataclass(shape):
        return []
    found = [(each.name[0], getattr(shape, each.name)) for each in fields(shape) if each.name in PLACES]
    return found + [place for each in fields(shape) for place in places(getattr(shape, each.name))]


@given(goals, points, dates)
def test_everything_drawn_lies_inside_the_picture(goal, seen, today):
    for calendar in (None, YEAR):
        drawn = progress_graph(goal, seen, today=today, calendar=calendar)
        plot = drawn.plot
        assert plot.x + plot.width < drawn.width and plot.y + plot.height < drawn.height
        for axis, place in places(drawn):
            low, length = (plot.x, plot.width) if axis == "x" else (plot.y, plot.height)
            assert isinstance(place, int) and low <= place <= low + length
        assert len(drawn.dots) == len(drawn.rows) == sum(point.on <= today for point in seen)


@given(goals, points, dates)
def test_ticks_are_few_even_and_round(goal, seen, today):
    ticks = [tick.value for tick in progress_graph(goal, seen, today=today).value_ticks]
    steps = {high - low for low, high in zip(ticks, ticks[1:], strict=False)}
    assert 2 <= len(ticks) <= 8 and len(steps) == 1
    step = steps.pop()
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert all(tick % step == 0 for tick in ticks)


@given(points, dates)
def test_higher_values_are_drawn_higher_and_later_days_to_the_right(seen, today):
    dots = progress_graph(GOAL, seen, today=today).dots
    for one in dots:
        for other in dots:
            assert one.point.value <= other.point.value or one.y <= other.y
            assert one.point.on <= other.point.on or one.x >= other.x


def test_without_points_the_plan_itself_is_drawn():
    drawn = graph()
    assert (drawn.dots, drawn.runs, drawn.rows, drawn.count) == ((), (), (), 0)
    assert drawn.aimline == (drawn.baseline, Spot(drawn.plot.x + drawn.plot.width, drawn.target_line.y1))
    assert told(drawn) == [
        "The baseline is 48, measured on 2025-09-08.",
        "The target is 92 by 2026-06-12.",
        "There are no measurements yet.",
    ]


def test_a_goal_without_numbers_still_has_a_frame():
    empty = replace(GOAL, baseline=None, baseline_on=None, target=None, target_on=None)
    drawn = graph(goal=empty)
    assert (drawn.aimline, drawn.baseline, drawn.target_line) == ((), None, None)
    assert [tick.on for tick in drawn.month_ticks] == [END] and told(drawn) == ["There are no measurements yet."]


def test_one_point_is_told_with_the_aimline_of_its_day():
    drawn = graph(weekly(50))
    assert told(drawn)[2:] == [
        "Measurements that count: 1, from 2025-09-08 to 2025-09-08.",
        "The latest measurement is 50, on 2025-09-08.",
        "On that day the aimline stands at 48.",
    ]
    assert len(drawn.runs) == 1 and len(drawn.runs[0]) == 1


def test_five_hundred_points_are_all_drawn():
    many = [Point(START + timedelta(days=number // 2), Decimal(number % 40)) for number in range(500)]
    drawn = graph(many)
    assert len(drawn.dots) == 500 and len(drawn.month_ticks) <= 12


def test_equal_values_stand_in_the_middle():
    level = replace(GOAL, baseline=Decimal(3), target=Decimal(3))
    drawn = graph(weekly(3, 3, 3), level)
    heights = {dot.y for dot in drawn.dots}
    assert heights == {drawn.target_line.y1} and drawn.plot.y < heights.pop() < drawn.plot.y + drawn.plot.height


def test_a_level_of_zero_has_no_ticks_below_it():
    none = replace(GOAL, baseline=Decimal(0), target=Decimal(0))
    assert graph(weekly(0), none).value_ticks[0].value == 0


def test_a_falling_target_lies_below_the_baseline():
    drawn = graph(goal=replace(GOAL, baseline=Decimal(9), target=Decimal(3)))
    assert drawn.target_line.y1 > drawn.baseline_line.y1
    assert [spot.y for spot in drawn.aimline] == sorted(spot.y for spot in drawn.aimline)


def test_equal_dates_leave_no_aimline():
    drawn = graph(goal=replace(GOAL, target_on=START), today=START)
    assert drawn.aimline == () and drawn.baseline.x == drawn.plot.x + drawn.plot.width // 2


def test_invalid_points_are_hollow_apart_from_the_line_and_in_the_table():
    seen = weekly(50, 20, 54)
    seen[1] = replace(seen[1], invalid_because="fire drill")
    drawn = graph(seen)
    assert [dot.counted for dot in drawn.dots] == [True, False, True]
    assert len(drawn.runs[0]) == 2 and drawn.count == 2
    assert (drawn.rows[1].counted, drawn.rows[1].because) == (False, "fire drill")
    assert told(drawn)[-1] == "Measurements that do not count and are drawn hollow: 1."
    assert "The measurements lie between 50 and 54." in told(drawn)


def test_only_invalid_points_are_told_without_a_latest():
    assert told(graph([replace(weekly(50)[0], invalid_because="illness")]))[2:] == [
        "Measurements that do not count and are drawn hollow: 1."
    ]


def test_points_after_today_are_not_drawn():
    assert len(graph(weekly(50, 51, 52), today=START + timedelta(weeks=1)).dots) == 2


def test_the_line_breaks_where_a_phase_begins():
    later, outside = Phase(START + timedelta(weeks=2), "new reading group"), Phase(date(2020, 1, 1), "long ago")
    drawn = graph(weekly(50, 51, 52, 53, 54), phases=[later, outside])
    assert [len(run) for run in drawn.runs] == [2, 3]
    assert [line.phase.words for line in drawn.phases] == ["new reading group"]


def test_months_stand_where_they_begin():
    ticks = graph().month_ticks
    assert [tick.on for tick in ticks] == [date(2025, month, 1) for month in (10, 11, 12)] + [
        date(2026, month, 1) for month in (1, 2, 3, 4, 5, 6)
    ]


def test_long_graphs_thin_their_months():
    drawn = graph(goal=replace(GOAL, target_on=date(2029, 6, 12)))
    assert 6 <= len(drawn.month_ticks) <= 12


def test_the_aimline_rests_in_breaks_and_its_values_agree_with_the_growth_word():
    drawn = graph(weekly(50, 51), calendar=YEAR)
    before, after = drawn.aimline[1:3]
    assert len(drawn.aimline) == 4 and before.y == after.y and before.x < after.x
    assert len(drawn.breaks) == 1 and abs(drawn.breaks[0].x - before.x) <= 1
    # A value just under the straight line but over the one that rests: the picture says what the word says.
    day = date(2025, 12, 19)
    seen = [Point(day - timedelta(weeks=back), Decimal("66.5") - 2 * back) for back in range(4)]
    word = growth_of(GOAL, seen, calendar=YEAR, today=day)
    rows = graph(seen, calendar=YEAR).rows
    assert (Flag.FOUR_ABOVE in word.flags) == all(row.value > row.aim for row in rows)
    expected = 48 + 44 * Fraction(YEAR.school_days_between(START, day), YEAR.school_days_between(START, END))
    assert rows[-1].aim == Decimal(round(expected * 10)) / 10


def test_outside_its_dates_there_is_no_aim():
    seen = [Point(START - timedelta(days=1), Decimal(40)), Point(END + timedelta(days=1), Decimal(90))]
    drawn = graph(seen, today=END + timedelta(days=2))
    assert [row.aim for row in drawn.rows] == [None, None] and "aimline" not in " ".join(told(drawn))


def test_a_calendar_that_never_teaches_leaves_the_line_straight():
    weekend = SchoolCalendar(date(2025, 9, 6), date(2025, 9, 7))
    assert graph(calendar=weekend).aimline == graph().aimline


def test_a_band_is_a_box_between_its_edges():
    kept = replace(GOAL, baseline=Decimal(90), target=Decimal(90), band_low=Decimal(85), band_high=Decimal(100))
    drawn = graph(goal=kept)
    assert drawn.band.y < drawn.target_line.y1 < drawn.band.y + drawn.band.height


@pytest.mark.parametrize(("today", "drawn"), [(START, True), (END + timedelta(days=1), False)])
def test_today_is_marked_while_it_is_in_the_picture(today, drawn):
    assert (graph(today=today).today is not None) == drawn
