"""Goals as plans state them: dates, settings, several criteria, steps and levels."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.growth import (
    Around,
    Conditions,
    Flag,
    GapDuty,
    GrowthWord,
    Mark,
    NoWord,
    Pace,
    attainment_aim,
    attainment_t,
    by_setting,
    gap_duty,
    grow,
    grow_by_steps,
    growth_of,
    lower_of,
    state_key,
)
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure

BIG, CONTINUES, NEEDS = GrowthWord.BIG, GrowthWord.CONTINUES, GrowthWord.NEEDS
WINTER = frozenset(date(2025, 12, 24) + timedelta(days=number) for number in range(10))
YEAR = SchoolCalendar(date(2025, 9, 4), date(2026, 6, 26), WINTER)
START, END = date(2025, 9, 8), date(2026, 6, 12)

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
    measure=Measure.WORDS_PER_MINUTE,
    measure_text="",
    schedule=None,
    report_schedule=None,
    responsible="",
)


def points(*values, last=END, setting="", every=7):
    spread = [last - timedelta(days=every * back) for back in range(len(values))][::-1]
    return [Point(on, Decimal(value), setting=setting) for on, value in zip(spread, values, strict=True)]


def growth(goal=GOAL, seen=(), today=END, **conditions):
    return growth_of(goal, seen, calendar=YEAR, today=today, conditions=Conditions(**conditions))


def made(word=None, no_word=None):
    return replace(growth(seen=points(90, 92, 95)), word=word, no_word=no_word)


def test_dates_become_school_days():
    found = growth(seen=points(52, 56, 61, last=date(2025, 11, 14)), today=date(2025, 11, 14))
    planned, gone = YEAR.school_days_between(START, END), YEAR.school_days_between(START, date(2025, 11, 14))
    assert found.elapsed == Fraction(gone, planned) and found.word == CONTINUES
    assert (found.on, found.target_on, found.unit) == (date(2025, 11, 14), END, "words a minute")


def test_the_date_it_was_reached_is_kept():
    assert growth(seen=points(90, 93, 95)).reached_on == END
    assert growth(seen=points(90, 91)).reached_on is None


def test_invalid_points_are_counted_and_left_out():
    seen = points(90, 93, 95)
    spoiled = [seen[0], replace(seen[1], invalid_because="fire drill"), seen[2]]
    found = growth(seen=spoiled)
    assert (found.points, found.invalid, found.word) == (2, 1, CONTINUES) and found.many_invalid


def test_points_after_today_are_neither_seen_nor_counted():
    found = growth(seen=points(50, 52, 54, 56), today=END - timedelta(days=8))
    assert found.points == 2
    # Saturday stands on the same school day as Friday, and is still to come.
    saturday = Point(END + timedelta(days=1), Decimal(90))
    late = growth(seen=[saturday, replace(saturday, invalid_because="illness")])
    assert (late.points, late.invalid, late.no_word) == (0, 0, NoWord.NO_DATA)


@pytest.mark.parametrize("missing", ["baseline", "baseline_on", "target", "target_on"])
def test_a_goal_without_its_numbers_has_no_word(missing):
    found = growth(replace(GOAL, **{missing: None}), points(90, 92, 95))
    assert found.no_word == NoWord.INCOMPLETE and found.word is None and found.points == 3


def test_the_goals_own_rules_are_used():
    assert growth(replace(GOAL, mastery_run=3), points(88, 93, 92)).word == CONTINUES
    early = START + timedelta(days=25)
    seen = points(48, 48, 48, last=early, every=3)
    assert growth(seen=seen, today=early).no_word == NoWord.TOO_EARLY
    assert growth(replace(GOAL, smallest_change=Decimal(2)), seen, early).word == NEEDS
    kept = replace(GOAL, baseline=Decimal(90), target=Decimal(90), band_low=Decimal(85), band_high=Decimal(100))
    assert growth(kept, points(92, 88, 86, 93, 80)).word == BIG


@pytest.mark.parametrize("measure", [Measure.RUBRIC, Measure.PROMPT_LEVEL])
def test_levels_need_three_points_even_at_the_end(measure):
    levels = replace(GOAL, baseline=Decimal(0), target=Decimal(5), measure=measure)
    assert growth(levels, points(3, 4)).no_word == NoWord.FEW_POINTS
    assert growth(levels, points(3, 4, 4)).word == CONTINUES


def test_a_district_setting_and_delivery_reach_the_word():
    found = growth(seen=points(72, 73, 74), little=Decimal("0.66"), delivered=Decimal("0.6"))
    assert found.word == NEEDS and Flag.SERVICE_GAP in found.flags and found.little == Fraction(66, 100)
    assert growth(seen=points(72, 73, 74)).word == CONTINUES


def test_a_changed_goal_and_a_moved_target_reach_the_flags():
    found = growth(seen=points(72, 73, 74), goal_changed=True, former_target=Decimal(100))
    assert {Flag.GOAL_CHANGED, Flag.TARGET_LOWERED} <= found.flags and found.toward_former.word == NEEDS


def test_service_that_starts_on_the_next_school_day_has_not_started():
    friday = date(2025, 9, 12)
    assert growth(today=friday, service_starts_on=date(2025, 9, 13)).no_word == NoWord.NOT_STARTED
    assert growth(today=friday, service_starts_on=friday).no_word == NoWord.NO_DATA


def test_the_winter_break_holds_the_word_back_for_thirty_school_days():
    before = points(60, 62, 64, last=date(2025, 12, 23))
    last_day = YEAR.add_school_days(date(2026, 1, 2), 30)
    for today, word in [(last_day, NoWord.BREAK_RECOVERY), (YEAR.add_school_days(last_day, 1), NEEDS)]:
        seen = before + points(50, 49, 48, last=last_day - timedelta(days=1))
        found = growth(seen=seen, today=today)
        assert (found.word or found.no_word) == word
    held = growth(seen=before + points(50, 49, 48, last=date(2026, 1, 23)), today=date(2026, 1, 23))
    assert (held.before_break, held.after_break) == (62, 49)


def test_a_break_before_the_baseline_needs_no_recovery():
    january = replace(GOAL, baseline_on=date(2026, 1, 5))
    today = date(2026, 2, 13)
    assert growth(january, points(40, 40, 40, last=today), today).word == NEEDS


def test_a_target_beyond_the_known_calendar_is_not_pulled_near():
    next_year = replace(GOAL, baseline_on=date(2026, 3, 2), target_on=date(2027, 3, 2))
    found = growth(next_year, points(60, 61, 62, last=date(2026, 6, 26)), date(2026, 6, 26))
    assert Fraction(35, 100) < found.elapsed < Fraction(1, 2)


def test_staleness_goes_on_after_the_last_known_day():
    found = growth(seen=points(60, 61, 62), today=date(2026, 12, 1))
    assert found.no_word == NoWord.STALE


def test_two_criteria_take_the_lower_word_and_show_both():
    accuracy, frequency = growth(seen=points(90, 92, 95)), growth(seen=points(70, 75, 80))
    both = lower_of({"accuracy": accuracy, "frequency": frequency})
    assert both.overall is frequency and both.parts == {"accuracy": accuracy, "frequency": frequency}


@pytest.mark.parametrize(
    ("one", "other", "overall"),
    [
        (made(BIG), made(CONTINUES), CONTINUES),
        (made(CONTINUES), made(NEEDS), NEEDS),
        (made(BIG), made(no_word=NoWord.NO_DATA), NoWord.NO_DATA),
        (made(NEEDS), made(no_word=NoWord.NO_DATA), NEEDS),
    ],
)
def test_the_lower_of_two(one, other, overall):
    for parts in ({"a": one, "b": other}, {"a": other, "b": one}):
        found = lower_of(parts).overall
        assert (found.word or found.no_word) == overall


def settings_growth(*seen):
    return by_setting(GOAL, [point for each in seen for point in each], calendar=YEAR, today=END)


def test_settings_are_judged_apart_and_say_where_it_is_strong():
    found = settings_growth(points(90, 92, 95, setting="class"), points(50, 51, 52, setting="hall"))
    assert {setting: part.word for setting, part in found.parts.items()} == {"class": BIG, "hall": NEEDS}
    assert (found.overall.word, found.strong_in, found.next_in) == (NEEDS, ("class",), ("hall",))


def test_settings_with_the_same_word_have_no_difference_to_show():
    found = settings_growth(points(70, 72, 75, setting="class"), points(71, 73, 76, setting="hall"))
    assert (found.overall.word, found.strong_in, found.next_in) == (CONTINUES, (), ())


def test_a_setting_with_two_points_is_not_judged_alone():
    found = settings_growth(points(90, 92, 95, setting="class"), points(50, 51, setting="hall"))
    assert found.overall.points == 5 and list(found.parts) == ["class"]


def test_points_without_a_setting_are_no_setting():
    found = settings_growth(points(90, 92, 95, setting="class"), points(50, 51, 52))
    assert found.overall.points == 6


@pytest.mark.parametrize(("level", "word"), [(-2, NEEDS), (-1, CONTINUES), (0, BIG), (2, BIG)])
def test_goal_attainment_at_the_end_of_the_year(level, word):
    aim = attainment_aim(Fraction(0), Fraction(180))
    assert grow(aim, [Mark(60, -2), Mark(120, level), Mark(170, level)], 180).word == word


def test_one_point_at_the_expected_level_is_enough():
    assert grow(attainment_aim(Fraction(0), Fraction(180)), [Mark(60, 0)], 60).word == BIG


def test_attainment_summary_matches_figures_worked_by_hand():
    # Two goals of weight 1 at +1 and 0: 50 + 10 / sqrt(0.7 * 2 + 0.3 * 4) = 50 + 10 / sqrt(2.6).
    assert round(attainment_t([(Decimal(1), 1), (Decimal(1), 0)]), 4) == Decimal("56.2017")
    assert attainment_t([(Decimal(3), 0), (Decimal(1), 0)]) == 50
    assert attainment_t([(Decimal(5), -1)]) == 40
    with pytest.raises(ValueError):
        attainment_t([])


@pytest.mark.parametrize(
    ("done", "day", "outcome"),
    [
        (0, 44, NoWord.TOO_EARLY),
        (0, 45, NEEDS),
        (1, 90, CONTINUES),
        (1, 91, NEEDS),
        (1, 180, NEEDS),
        (2, 180, CONTINUES),
        (4, 45, BIG),
    ],
)
def test_a_goal_done_once_counts_its_steps(done, day, outcome):
    found = grow_by_steps(done, 4, end=Fraction(180), day=Fraction(day))
    assert (found.word or found.no_word) == outcome
    assert (found.share, found.points) == (Fraction(done, 4), done)


def test_steps_before_the_service_begins_have_not_started():
    around = Around(service_start=10)
    assert grow_by_steps(0, 4, end=Fraction(180), day=Fraction(5), around=around).no_word == NoWord.NOT_STARTED
    assert grow_by_steps(4, 4, end=Fraction(180), day=Fraction(5), around=around).word == BIG


@pytest.mark.parametrize(("done", "steps"), [(-1, 4), (5, 4), (0, 0)])
def test_impossible_steps_are_refused(done, steps):
    with pytest.raises(ValueError):
        grow_by_steps(done, steps, end=Fraction(180), day=Fraction(5))


def test_a_gap_becomes_somebodys_task():
    assert [gap_duty(days) for days in (14, 15, 29, 30)] == [None, GapDuty.MANAGER, GapDuty.MANAGER, GapDuty.LEAD]


@pytest.mark.parametrize(
    ("found", "key"),
    [
        (made(BIG), "big"),
        (replace(made(CONTINUES), pace_word=Pace.AHEAD), "continues_on_pace"),
        (replace(made(CONTINUES), pace_word=Pace.ON_PACE), "continues_on_pace"),
        (replace(made(CONTINUES), pace_word=Pace.BEHIND), "continues_behind"),
        (made(NEEDS), "needs"),
        (made(no_word=NoWord.NOT_STARTED), "not_started"),
        (made(no_word=NoWord.STALE), ""),
    ],
)
def test_each_word_has_its_row_in_a_states_table(found, key):
    assert state_key(found) == key
