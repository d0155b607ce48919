"""Accommodations as plans write them, and what a child reads instead."""

import pytest

from strongsuit.knowledge import supports
from strongsuit.knowledge.reading_level import Target


@pytest.mark.parametrize(
    ("words", "symbol"),
    [
        ("Extended time (1.5x) on tests and quizzes", "more-time"),
        ("Tests read aloud", "read-aloud"),
        ("Audio of grade-level texts", "read-aloud"),
        ("Use of a calculator", "calculator"),
        ("Preferential seating near the teacher", "seat"),
        ("Frequent movement breaks", "movement"),
        ("Breaks as needed, up to 5 minutes", "break"),
        ("Separate location with minimal distractions", "quiet-room"),
        ("Directions repeated and rephrased", "directions"),
        ("Visual schedule on the desk", "visual-schedule"),
        ("Copy of class notes", "notes"),
        ("Speech-generating device available at all times", "speech-device"),
        ("Scribe for answers longer than a sentence", "speech-to-text"),
        ("Assignments broken into smaller parts", "small-steps"),
        ("Sign language interpreter", "sign-interpreter"),
        ("Check-ins at the start of each period", "check-in"),
        ("Five-minute warning before transitions", "warning"),
    ],
)
def test_the_plans_words_have_a_kind(words, symbol):
    assert supports.support_for(words).symbol == symbol


def test_words_that_no_line_knows_stay_as_they_are():
    assert supports.support_for("Zip code of the moon") is None
    assert supports.plainly("Zip code of the moon", Target.EARLY) == "Zip code of the moon"


def test_older_students_read_the_plans_own_words():
    assert supports.plainly("Extended time", Target.SECONDARY) == "Extended time"
    assert (
        supports.plainly("Extended time", Target.UPPER)
        == supports.plainly("Extended time", Target.EARLY)
        == "More time"
    )


def test_a_young_child_reads_at_most_six_words():
    assert [each.early for each in supports.SUPPORTS if len(each.early.split()) > 6] == []


def test_every_kind_has_a_picture_of_its_own():
    symbols = [each.symbol for each in supports.SUPPORTS]
    assert len(set(symbols)) == len(symbols)
