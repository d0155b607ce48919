"""Each boundary of the growth rule, one point to either side."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from strongsuit.knowledge.growth import Aim, Around, Flag, GrowthWord, Mark, NoWord, Pace, Pause, grow

UP = Aim(0, 100, start=0, end=100)


def at(day, value, aim=UP, around=None, count=3):
    """Growth with ``count`` equal points on the report day."""
    return grow(aim, [Mark(day, value)] * count, day, around)


def words(*found):
    return [each.word or each.no_word for each in found]


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        Mark(1, 0.1)


def test_tenths_fall_on_the_boundary_exactly():
    aim = Aim(Decimal("0.1"), Decimal("0.3"), start=0, end=10)
    assert words(at(10, Decimal("0.2"), aim)) == [GrowthWord.CONTINUES]
    assert words(at(10, Decimal("0.1999999999999999999999999999"), aim)) == [GrowthWord.NEEDS]


def test_service_that_has_not_begun_is_not_missing_data():
    assert words(grow(UP, [], 20, Around(service_start=21))) == [NoWord.NOT_STARTED]
    assert words(grow(UP, [], 21, Around(service_start=21))) == [NoWord.NO_DATA]


def test_a_point_of_thirty_school_days_ago_still_counts():
    marks = [Mark(40, 50)] * 3
    assert words(grow(UP, marks, 70), grow(UP, marks, 71)) == [GrowthWord.CONTINUES, NoWord.STALE]


@pytest.mark.parametrize(
    ("inside", "word"),
    [(8, GrowthWord.BIG), (7, GrowthWord.CONTINUES), (5, GrowthWord.CONTINUES), (4, GrowthWord.NEEDS)],
)
def test_a_kept_level_is_judged_by_the_share_in_its_band(inside, word):
    aim = Aim(90, 90, start=0, end=100, band=(85, 100))
    marks = [Mark(day, 85 if day < inside else 84) for day in range(10)]
    assert words(grow(aim, marks, 10)) == [word]


def test_both_edges_belong_to_the_band():
    aim = Aim(90, 90, start=0, end=100, band=(85, 100))
    assert grow(aim, [Mark(1, 85), Mark(2, 100), Mark(3, 101)], 5).in_band == Fraction(2, 3)


def test_a_kept_level_without_a_band_gets_no_word():
    assert words(at(50, 90, Aim(90, 90, start=0, end=100))) == [NoWord.INCOMPLETE]


def test_the_run_must_be_consecutive():
    broken = [Mark(10, 100), Mark(20, 90), Mark(30, 100)]
    assert grow(UP, broken, 30).word == GrowthWord.CONTINUES
    assert grow(UP, [*broken, Mark(40, 100)], 40).word == GrowthWord.BIG


def test_reached_early_means_by_the_middle():
    assert Flag.REACHED_EARLY in at(50, 100).flags
    assert Flag.REACHED_EARLY not in at(51, 100).flags


def test_slipped_begins_at_the_smallest_change():
    reached = [Mark(10, 100), Mark(11, 100)]
    assert Flag.SLIPPED in grow(UP, [*reached, *[Mark(20, 90)] * 3], 20).flags
    assert Flag.SLIPPED not in grow(UP, [*reached, *[Mark(20, 91)] * 3], 20).flags


def test_two_points_are_few_until_the_end_and_limited_data_there():
    two = [Mark(95, 60), Mark(99, 70)]
    assert words(grow(UP, two, 99)) == [NoWord.FEW_POINTS]
    end = grow(UP, two, 100)
    assert end.word == GrowthWord.CONTINUES and end.now == 65 and Flag.FEW_POINTS in end.flags


def test_a_goal_reached_early_with_two_points_is_not_limited_data():
    found = grow(UP, [Mark(40, 100), Mark(41, 100)], 41)
    assert found.word == GrowthWord.BIG and Flag.FEW_POINTS not in found.flags


def test_levels_never_get_a_word_from_two_points():
    levels = Aim(0, 5, start=0, end=100, ordinal=True)
    assert words(grow(levels, [Mark(99, 3), Mark(100, 3)], 100)) == [NoWord.FEW_POINTS]


def test_too_early_ends_when_the_measure_could_see_the_growth():
    assert words(at(9, 0), at(10, 0)) == [NoWord.TOO_EARLY, GrowthWord.NEEDS]


def test_a_smallest_change_of_zero_counts_as_unknown():
    assert words(at(9, 0, Aim(0, 100, start=0, end=100, smallest_change=0))) == [NoWord.TOO_EARLY]


def test_a_district_moves_what_counts_as_little():
    strict = Aim(0, 100, start=0, end=100, little=Fraction(66, 100))
    assert words(at(100, 65, strict), at(100, 66, strict), at(100, 65)) == [
        GrowthWord.NEEDS,
        GrowthWord.CONTINUES,
        GrowthWord.CONTINUES,
    ]


@pytest.mark.parametrize("little", [Decimal("0.32"), Decimal("0.67")])
def test_a_district_cannot_move_it_out_of_bounds(little):
    with pytest.raises(ValueError):
        Aim(0, 100, start=0, end=100, little=little)


def test_a_run_of_none_is_refused():
    with pytest.raises(ValueError):
        Aim(0, 100, start=0, end=100, run=0)


@pytest.mark.parametrize(
    ("now", "pace"), [(55, Pace.AHEAD), (54, Pace.ON_PACE), (45, Pace.ON_PACE), (44, Pace.BEHIND), (30, Pace.BEHIND)]
)
def test_pace_is_growth_against_time(now, pace):
    assert at(50, now).pace_word == pace


def test_pace_is_silent_without_a_word():
    early = at(5, 50)
    assert early.pace == 10 and early.pace_word is None


def test_regression_begins_at_the_smallest_change():
    aim = Aim(50, 100, start=0, end=100)
    assert Flag.REGRESSION in at(50, 45, aim).flags
    assert Flag.REGRESSION not in at(50, 46, aim).flags


def test_a_point_on_the_aimline_breaks_the_four():
    below = [Mark(day, day - 1) for day in (20, 30, 40, 50)]
    assert Flag.FOUR_BELOW in grow(UP, below, 50).flags
    assert Flag.FOUR_BELOW not in grow(UP, [*below[:3], Mark(50, 50)], 50).flags
    assert Flag.FOUR_ABOVE in grow(UP, [Mark(day, day + 1) for day in (20, 30, 40, 50)], 50).flags


def test_four_below_of_a_falling_goal_lies_above_the_line():
    fewer = Aim(9, 3, start=0, end=100)
    assert Flag.FOUR_BELOW in grow(fewer, [Mark(day, 9) for day in (20, 30, 40, 50)], 50).flags


def test_service_gap_is_less_than_seventy_percent():
    assert Flag.SERVICE_GAP in at(50, 50, around=Around(delivered=Decimal("0.6999"))).flags
    assert Flag.SERVICE_GAP not in at(50, 50, around=Around(delivered=Decimal("0.70"))).flags


def test_points_vary_when_their_middle_half_is_wide():
    def six(low, high):
        return grow(UP, [Mark(day, value) for day, value in enumerate([low, low, 50, 50, high, high], 60)], 66).flags

    assert Flag.VARIABLE in six(20, 71) and Flag.VARIABLE not in six(20, 70)
    assert Flag.VARIABLE not in grow(UP, [Mark(day, day % 2 * 99) for day in range(60, 65)], 65).flags


def test_one_odd_point_to_either_side_is_no_variation():
    marks = [Mark(day, value) for day, value in enumerate([0, 50, 50, 50, 50, 100], 60)]
    assert Flag.VARIABLE not in grow(UP, marks, 66).flags


def test_a_kept_level_is_not_measured_against_a_plan_to_grow():
    aim = Aim(90, 90, start=0, end=100, band=(85, 100))
    marks = [Mark(day, value) for day, value in enumerate([100, 99, 89, 88, 86, 85], 60)]
    assert grow(aim, marks, 66).flags == {Flag.MAINTAIN}


def test_recovery_lasts_thirty_school_days_and_only_after_a_long_break():
    def held(day, length):
        return words(at(day, 0, around=Around(pauses=(Pause(length, 50),))))[0]

    assert [held(80, 10), held(81, 10), held(80, 9)] == [NoWord.BREAK_RECOVERY, GrowthWord.NEEDS, GrowthWord.NEEDS]


def test_a_break_never_holds_back_good_news():
    found = at(60, 50, around=Around(pauses=(Pause(15, 50),)))
    assert found.word == GrowthWord.CONTINUES and Flag.BREAK_RECOVERY in found.flags


def test_the_latest_break_counts():
    found = grow(UP, [Mark(10, 5), Mark(30, 6), Mark(45, 2)], 50, Around(pauses=(Pause(12, 25), Pause(12, 40))))
    assert (found.before_break, found.after_break) == (Fraction(11, 2), 2)


def test_moved_targets_are_told_against_both():
    lowered = at(100, 45, Aim(0, 80, start=0, end=100, former_target=100))
    assert lowered.word == GrowthWord.CONTINUES and lowered.toward_former.word == GrowthWord.NEEDS
    assert Flag.TARGET_LOWERED in lowered.flags and lowered.toward_former.target == 100
    raised = at(100, 50, Aim(0, 120, start=0, end=100, former_target=100))
    assert Flag.TARGET_RAISED in raised.flags and raised.toward_former.word == GrowthWord.CONTINUES


def test_for_a_falling_goal_a_higher_target_is_the_lowered_one():
    assert Flag.TARGET_LOWERED in at(100, 5, Aim(9, 5, start=0, end=100, former_target=3)).flags
    assert Flag.TARGET_RAISED in at(100, 5, Aim(9, 2, start=0, end=100, former_target=3)).flags
    assert (
        not {Flag.TARGET_RAISED, Flag.TARGET_LOWERED} & at(100, 5, Aim(9, 3, start=0, end=100, former_target=3)).flags
    )


def test_a_changed_goal_says_so():
    assert Flag.GOAL_CHANGED in at(50, 50, around=Around(goal_changed=True)).flags


def test_a_goal_due_the_day_it_starts_is_at_its_end():
    assert at(5, 100, Aim(0, 100, start=5, end=5)).elapsed == 1


def test_more_than_a_quarter_invalid_is_reviewed():
    found = at(50, 50)
    assert not found.many_invalid
    assert replace(found, invalid=2).many_invalid and not replace(found, invalid=1).many_invalid
