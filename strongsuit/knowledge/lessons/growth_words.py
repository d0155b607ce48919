"""T-7, growth words: ten graphs, and the test that decided each (R-13)."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from strongsuit.knowledge.growth import Flag, Growth, GrowthWord, Rule, growth_of, percent
from strongsuit.knowledge.growth.report import decimal
from strongsuit.knowledge.lessons.checking import FOUND, THOUGHT
from strongsuit.knowledge.lessons.growth_graphs import GRAPHS
from strongsuit.knowledge.lessons.shapes import (
    Choice,
    Contrast,
    Feedback,
    Lesson,
    Measured,
    Place,
    Remark,
    Said,
    Task,
    Value,
)
from strongsuit.knowledge.words import gettext_noop

NONE = "none"
CHOICES = (
    Choice(GrowthWord.BIG.value, GrowthWord.BIG.label),
    Choice(GrowthWord.CONTINUES.value, GrowthWord.CONTINUES.label),
    Choice(GrowthWord.NEEDS.value, GrowthWord.NEEDS.label),
    Choice(NONE, gettext_noop("No word yet")),
)
RIGHT = gettext_noop("Yes. That is the word.")
RIGHT_NONE = gettext_noop("Yes. There is no word yet.")
OTHER = gettext_noop("A fair guess, but a test before it decides. Look at the line below, and choose again.")

# What decided, in the order in which the nine tests are asked.
BECAUSE = {
    Rule.NO_POINTS: gettext_noop(
        "Test 1: nothing is measured yet. That is the school’s to fix, never a word about a student."
    ),
    Rule.STALE: gettext_noop(
        "Test 2: the newest point is more than 30 school days old (%(last)s). An old number says nothing about now."
    ),
    Rule.KEPT: gettext_noop(
        "Test 3: the goal keeps a level. %(inside)d percent of the points lie inside it: 80 or more is big growth, "
        "50 to 79 continues."
    ),
    Rule.REACHED: gettext_noop(
        "Test 4: %(run)d points in a row stand at the target of %(target)s or past it. Reached is reached, even if a "
        "later point is lower."
    ),
    Rule.FEW_POINTS: gettext_noop("Test 5: there are %(points)d points. Three are the least that can carry a word."),
    Rule.TOO_EARLY: gettext_noop(
        "Test 6: the growth expected by now is smaller than the measure can see. It is too early to say."
    ),
    Rule.AT_TARGET: gettext_noop(
        "Test 7: the middle of the last three points, %(now)s, is at the target, but not %(run)d times in a row. One "
        "more point may confirm it."
    ),
    Rule.LITTLE: gettext_noop(
        "Test 8: %(share)d percent of the planned growth is there and %(elapsed)d percent of the time is over. Less "
        "than half of what was planned by now: the team adds or changes support."
    ),
    Rule.GROWING: gettext_noop(
        "Test 9: %(share)d percent of the planned growth is there and %(elapsed)d percent of the time is over. That is "
        "at least half of what was planned by now."
    ),
}
# The same tests as questions to look at the graph with; no glued sentences, so each one is whole.
QUESTION_OF = {
    Rule.NO_POINTS: gettext_noop("Test %(test)d of 9 decides: is there any point at all?"),
    Rule.STALE: gettext_noop("Test %(test)d of 9 decides: how old is the newest point?"),
    Rule.KEPT: gettext_noop("Test %(test)d of 9 decides: does the goal climb, or does it keep a level?"),
    Rule.REACHED: gettext_noop("Test %(test)d of 9 decides: did points in a row ever reach the target?"),
    Rule.FEW_POINTS: gettext_noop("Test %(test)d of 9 decides: are there three points?"),
    Rule.TOO_EARLY: gettext_noop("Test %(test)d of 9 decides: how much growth could one see by now?"),
    Rule.AT_TARGET: gettext_noop("Test %(test)d of 9 decides: is the target confirmed, or only touched?"),
    Rule.LITTLE: gettext_noop("Test %(test)d of 9 decides: how far has it come, and how much of the time is over?"),
    Rule.GROWING: gettext_noop("Test %(test)d of 9 decides: is at least half of what was planned by now there?"),
}


# Flags that say more about the word; the others speak of the school's work.
EXPLAINS = {Flag.ALMOST_CONFIRMED, Flag.FOUR_BELOW, Flag.REGRESSION, Flag.SLIPPED, Flag.REACHED_EARLY}


def growth(measured: Measured) -> Growth:
    """The word as every page of the product computes it."""
    return growth_of(
        measured.goal,
        measured.points,
        calendar=measured.calendar,
        today=measured.on,
        conditions=measured.conditions,
    )


def answer_of(task: Task) -> str:
    """The choice that the computation makes."""
    found = growth(task.measured) if task.measured else None
    return found.word.value if found and found.word else NONE


def check(task: Task, answer: str) -> Feedback:
    if task.measured is None:
        raise ValueError("A task of this lesson shows a graph.")
    found = growth(task.measured)
    if answer == answer_of(task):
        return Feedback(True, Said(RIGHT if found.word else RIGHT_NONE), tuple(_because(found, task.measured)), found)
    return Feedback(False, Said(OTHER), (_hint(found),))


def _hint(found: Growth) -> Remark:
    """Which test decides, as a question: the next look at the graph answers it."""
    rule = found.decided_by or Rule.NO_POINTS
    return Remark(THOUGHT, Said(QUESTION_OF[rule], {"test": int(rule)}))


def _because(found: Growth, measured: Measured) -> Iterator[Remark]:
    rule = found.decided_by or Rule.NO_POINTS
    yield Remark(FOUND, Said(BECAUSE[rule], _values(found, measured)))
    for flag in Flag:
        if flag in found.flags and flag in EXPLAINS:
            yield Remark(THOUGHT, Said(flag.label))


def _values(found: Growth, measured: Measured) -> dict[str, Value]:
    last = max((point.on for point in measured.points), default=measured.on)
    return {
        "last": last,
        "run": measured.goal.mastery_run,
        "points": found.points,
        "target": decimal(found.target) or Decimal(0),
        "now": decimal(found.now) or Decimal(0),
        "share": percent(found.share or Fraction(0)),
        "elapsed": percent(found.elapsed or Fraction(0)),
        "inside": percent(found.in_band or Fraction(0)),
    }


ASK = gettext_noop("Which word will the report show?")

LESSON = Lesson(
    key="growth-words",
    edition=1,
    title=gettext_noop("Read a growth word"),
    lead=gettext_noop("Ten graphs. Guess the word, and see which test decides."),
    minutes=7,
    idea=(
        gettext_noop(
            "The growth words are computed, so that the same points always give the same word, whoever looks. There "
            "are three: big growth (the goal was reached), continues to grow, needs more support to grow."
        ),
        gettext_noop(
            "Nine tests are asked in a fixed order, and the first that fits decides. The first ones ask whether there "
            "is enough to go by. If not, there is no word: a lack of data is never a word about a child."
        ),
    ),
    contrast=Contrast(
        before="Teo made some progress in reading.",
        after="Continues to grow, on pace: start 96, now 108, target 120 by June 12; 9 points.",
        why=gettext_noop("“Some progress” can mean anything. A word with its numbers can be checked, and celebrated."),
    ),
    tasks=tuple(
        Task(graph.key, graph.told, ASK, choices=CHOICES, model_why=graph.why, measured=graph.measured)
        for graph in GRAPHS
    ),
    learned=(
        gettext_noop("First: is there enough to go by? No data, old data or two points give no word."),
        gettext_noop("Then: was the target reached twice in a row? Then it is big growth, and it stays."),
        gettext_noop("Then: is there at least half of what was planned by now? If not, the team adds support."),
        gettext_noop("Going down can be growth, when the goal is to need something less."),
    ),
    places=(Place("progress:sheet", gettext_noop("Take data for your students")),),
    check=check,
    right=answer_of,
)
