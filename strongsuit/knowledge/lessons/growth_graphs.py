"""The ten graphs of the lesson on growth words: each test decides one, one of them twice."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from strongsuit.knowledge.calendar import SchoolCalendar
from strongsuit.knowledge.lessons.shapes import Measured
from strongsuit.knowledge.shapes import GoalFacts, Point
from strongsuit.knowledge.terms import Measure, Schedule
from strongsuit.knowledge.words import gettext_noop

FIRST, LAST = date(2025, 9, 2), date(2026, 6, 19)
WINTER = frozenset(date(2025, 12, 22) + timedelta(days=number) for number in range(12))
SPRING = frozenset(date(2026, 4, 6) + timedelta(days=number) for number in range(5))
CALENDAR = SchoolCalendar(FIRST, LAST, WINTER | SPRING)
START, END = date(2025, 9, 15), date(2026, 6, 12)


@dataclass(frozen=True, slots=True)
class Shown:
    """A graph with what is told beside it, and what to remember of it."""

    key: str
    told: str
    why: str
    measured: Measured


def _goal(
    baseline: str, target: str, unit: str, *, level: tuple[str, str] | None = None, change: str | None = None
) -> GoalFacts:
    low, high = level if level else (None, None)
    return GoalFacts(
        id="lesson",
        need_id=None,
        skill_set=None,
        condition="",
        behavior="",
        criterion="",
        baseline=Decimal(baseline),
        baseline_on=START,
        target=Decimal(target),
        target_on=END,
        unit=unit,
        measure=Measure.COUNT,
        measure_text="",
        schedule=Schedule.WEEKLY,
        report_schedule=None,
        responsible="",
        smallest_change=None if change is None else Decimal(change),
        band_low=None if low is None else Decimal(low),
        band_high=None if high is None else Decimal(high),
    )


def _points(*measured: str) -> tuple[Point, ...]:
    """Written as "10-06 52": month, day and value; months before September are in the second year."""
    return tuple(_point(*one.split()) for one in measured)


def _point(day: str, value: str) -> Point:
    month, number = (int(part) for part in day.split("-"))
    return Point(date(2025 if month >= 9 else 2026, month, number), Decimal(value))


def _shown(key: str, told: str, why: str, goal: GoalFacts, on: date, *measured: str) -> Shown:
    return Shown(key, told, why, Measured(goal, _points(*measured), on, CALENDAR))


READS = gettext_noop("words read correctly in a minute")
BEGINS = gettext_noop("messages begun in 10 play times")
CALLS = gettext_noop("call-outs in a lesson")
RIGHT = gettext_noop("percent correct")
SENTENCES = gettext_noop("sentences in a story")

GRAPHS = (
    _shown(
        "reached",
        gettext_noop("Teo reads. Target: 120 words, two times in a row."),
        gettext_noop("Two points at the target close the question."),
        _goal("96", "120", READS), date(2026, 6, 12),
        "10-06 99", "11-10 104", "12-08 106", "1-20 110", "2-17 113", "3-17 116", "4-21 119", "5-12 121", "6-02 123",
    ),
    _shown(
        "half-way",
        gettext_noop("Noor begins messages. It is the end of January."),
        gettext_noop("On the way and near the line: that is what growing looks like."),
        _goal("2", "7", BEGINS), date(2026, 1, 30),
        "10-06 2", "10-27 3", "11-17 3", "12-08 4", "1-12 4", "1-26 5",
    ),
    _shown(
        "flat",
        gettext_noop("Teo writes stories. It is March."),
        gettext_noop("The word does not say that Teo did too little. It says that the plan gives too little."),
        _goal("3", "12", SENTENCES), date(2026, 3, 20),
        "10-06 3", "11-03 4", "12-01 4", "1-12 5", "2-09 4", "3-09 5",
    ),
    _shown(
        "empty",
        gettext_noop("Imani’s goal is eight weeks old. Nobody has measured yet."),
        gettext_noop("The report says what the school does about it, and by when."),
        _goal("40", "80", RIGHT), date(2025, 11, 14),
    ),
    _shown(
        "old",
        gettext_noop("Noor’s points look fine. The report is due at the end of February."),
        gettext_noop("Measure once more before the report, and there is a word."),
        _goal("2", "7", BEGINS), date(2026, 2, 27),
        "10-06 2", "10-27 3", "11-17 4", "12-01 4",
    ),
    _shown(
        "down",
        gettext_noop("Teo’s call-outs: from 9 in a lesson to 3. He signals for a break instead."),
        gettext_noop("Down is the right way here. The computation turns with the goal."),
        _goal("9", "3", CALLS), date(2026, 2, 13),
        "10-06 9", "11-03 8", "12-01 7", "1-12 6", "1-26 6", "2-09 5",
    ),
    _shown(
        "two-points",
        gettext_noop("Imani had two quizzes, and both went well."),
        gettext_noop("Two good days may be luck. The numbers are shown, the word waits for the third."),
        _goal("40", "80", RIGHT), date(2026, 1, 30),
        "12-08 58", "1-19 64",
    ),
    _shown(
        "level",
        gettext_noop("Imani keeps the register right: between 90 and 100 percent of her shifts."),
        gettext_noop("Keeping something strong is an aim of its own."),
        _goal("95", "95", RIGHT, level=("90", "100")), date(2026, 3, 20),
        "10-06 96", "11-10 92", "12-08 94", "1-20 84", "2-17 97",
    ),
    _shown(
        "touched",
        gettext_noop("Teo reads. He has passed 120 once, and then again two weeks later."),
        gettext_noop("It is very near. One more point at the target, and the word changes."),
        _goal("96", "120", READS), date(2026, 4, 30),
        "10-06 98", "11-10 103", "12-08 108", "1-20 112", "2-17 115", "3-17 121", "4-15 118", "4-28 122",
    ),
    _shown(
        "early",
        gettext_noop("Noor’s goal is three weeks old. Three points are there, all at the start."),
        gettext_noop("Flat after three weeks says nothing yet. Do not hurry a word."),
        _goal("2", "7", BEGINS, change="1"), date(2025, 10, 3),
        "9-19 2", "9-26 2", "10-02 2",
    ),
)  # fmt: skip
