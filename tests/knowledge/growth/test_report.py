"""No growth word without its numbers, and the school's own part comes first."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from strongsuit.knowledge.growth import Aim, Around, Flag, GrowthWord, Mark, NoWord, Pace, grow, percent, report_line

AIM = Aim(48, 92, start=0, end=180)


def line(values, day, aim=AIM, around=None, **more):
    marks = [Mark(day - 2 * back, value) for back, value in enumerate(reversed(values))]
    return report_line(
        replace(grow(aim, marks, day, around), on=date(2026, 1, 30), target_on=date(2026, 6, 12), **more)
    )


def test_the_six_fields_stand_beside_the_word():
    told = line([70, 71, 72], 90, unit="words a minute")
    assert told.label == "Continues to grow"
    assert (told.start, told.now, told.target, told.on, told.points) == (48, 71, 92, date(2026, 1, 30), 3)
    assert told.next_step and told.unit == "words a minute" and told.target_on == date(2026, 6, 12)


def test_the_schools_part_is_told_first():
    told = line([52, 53, 54], 90, around=Around(delivered=Decimal("0.699")))
    assert [sentence.message % sentence.values for sentence in told.before] == ["We gave 69% of the planned support."]
    assert told.label == "Needs more support to grow" and Flag.SERVICE_GAP.label not in told.notes
    assert line([52, 53, 54], 90, around=Around(delivered=Decimal("0.7"))).before == ()


def test_what_counts_as_little_is_printed():
    told = line([70, 71, 72], 90, replace(AIM, little=Fraction(66, 100)))
    assert told.footnote.message % told.footnote.values == (
        "Little growth here means less than 66% of what was planned by now."
    )


@pytest.mark.parametrize("values", [[20, 21, 19], []])
def test_a_level_that_is_kept_says_what_counts_as_little_of_it(values):
    told = line(values, 90, replace(AIM, baseline=20, target=20, band=(18, 22)))
    assert told.footnote.message % told.footnote.values == (
        "This goal keeps a level. Little growth here means that less than half of the measurements lie inside it."
    )


def test_pace_is_told_on_the_way_but_not_of_a_reached_goal():
    assert line([70, 71, 72], 90).pace == Pace.ON_PACE
    assert line([92, 93, 94], 90).pace is None


@pytest.mark.parametrize("reason", NoWord)
def test_every_reason_has_a_sentence_and_a_next_step(reason):
    told = report_line(replace(grow(AIM, [], 90), no_word=reason))
    assert told.label == reason.label and told.next_step.endswith(".") and told.now is None


@pytest.mark.parametrize("word", GrowthWord)
def test_every_word_has_a_next_step(word):
    assert report_line(replace(grow(AIM, [], 90), word=word, no_word=None)).next_step.endswith(".")


def test_a_flag_that_explains_the_word_gives_the_next_step():
    assert "keeps this strong" in line([92, 92, 80, 80, 80], 180).next_step
    assert "next goal" in line([92, 93], 90).next_step
    assert "confirm" in line([88, 93, 92], 180, replace(AIM, run=3)).next_step
    assert "what changed around the student" in line([40, 41, 40], 90).next_step
    assert "support" in line([52, 53, 54], 90).next_step


@pytest.mark.parametrize(
    ("values", "day", "pace", "step"),
    [
        ([70, 71, 72], 90, Pace.ON_PACE, "Keep going with what works."),
        ([62, 63, 64], 90, Pace.BEHIND, "Ask the team what to change, so that the target can be reached in time."),
        # On pace by the middle one of three, and yet each of the last four lies behind the aimline.
        ([60, 68, 68, 68], 90, Pace.ON_PACE, "Ask the team what to change, so that the target can be reached in time."),
    ],
)
def test_growth_that_is_too_slow_is_not_told_to_keep_going(values, day, pace, step):
    told = line(values, day)
    assert (told.label, told.pace, told.next_step) == ("Continues to grow", pace, step)
    assert (Flag.FOUR_BELOW.label in told.notes) is (len(values) == 4)


def test_a_level_inside_its_band_keeps_going():
    kept = replace(AIM, target=AIM.baseline, band=(Fraction(46), Fraction(50)))
    assert line([40, 48, 48, 40, 48, 48], 90, kept).next_step == "Keep going with what works."


def test_flags_are_told_in_words():
    assert line([40, 41, 40], 90).notes == (Flag.REGRESSION.label,)


def test_a_moved_target_is_told_against_the_former_one_too():
    told = line([66, 67, 67], 180, replace(AIM, target=Fraction(80), former_target=Fraction(92)))
    assert (told.label, told.former.label) == ("Continues to grow", "Needs more support to grow")
    assert (told.former.target, told.former.on) == (92, date(2026, 1, 30))
    assert line([66, 67, 67], 180).former is None


def test_half_numbers_are_shown_exactly():
    assert line([70, 71], 180).now == Decimal("70.5")
    assert str(line([70, 70], 180).now) == "70"


@pytest.mark.parametrize(("share", "shown"), [(Fraction(1, 2), 50), (Fraction(5, 1000), 1), (Fraction(-1, 6), -17)])
def test_shares_are_shown_as_whole_percents(share, shown):
    assert percent(share) == shown
