"""A growth word as it is told: never without its numbers (R-14), and the school's part first (R-16)."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from strongsuit.knowledge.growth.shapes import Growth
from strongsuit.knowledge.growth.words import Flag, GrowthWord, NoWord, Pace
from strongsuit.knowledge.words import gettext_noop

WE_GAVE = gettext_noop("We gave %(percent)d%% of the planned support.")
LITTLE_MEANS = gettext_noop("Little growth here means less than %(percent)d%% of what was planned by now.")
# A level that is kept has nothing planned by now; what counts is how much stays inside it.
LITTLE_OF_LEVEL = gettext_noop(
    "This goal keeps a level. Little growth here means that less than half of the measurements lie inside it."
)

STEP_BY_FLAG = {
    Flag.SLIPPED: gettext_noop("Celebrate, and plan one step that keeps this strong."),
    Flag.REACHED_EARLY: gettext_noop("Celebrate, and choose the next goal together now."),
    Flag.ALMOST_CONFIRMED: gettext_noop("Measure again soon to confirm that the target is reached."),
    Flag.REGRESSION: gettext_noop(
        "The team meets within 10 school days and asks first what changed around the student."
    ),
}
STEP_BY_WORD = {
    GrowthWord.BIG: gettext_noop("Celebrate, and choose the next goal together."),
    GrowthWord.CONTINUES: gettext_noop("Keep going with what works."),
    GrowthWord.NEEDS: gettext_noop("The team decides which support to add or change."),
}
# Growing, but not fast enough to arrive in time: "keep going" would be the wrong advice.
STEP_BEHIND = gettext_noop("Ask the team what to change, so that the target can be reached in time.")
STEP_BY_REASON = {
    NoWord.INCOMPLETE: gettext_noop("The team writes down where the student starts, the target and the dates."),
    NoWord.NOT_STARTED: gettext_noop("Measuring begins when the service begins."),
    NoWord.NO_DATA: gettext_noop("The school measures and tells the family when."),
    NoWord.STALE: gettext_noop("The school measures now and tells the family when."),
    NoWord.FEW_POINTS: gettext_noop("The school measures until there are three points."),
    NoWord.TOO_EARLY: gettext_noop("Keep measuring; the next report can say more."),
    NoWord.BREAK_RECOVERY: gettext_noop("Compare again when 30 school days have passed since the break."),
}
# A flag speaks before the word only where it explains that word.
SPEAKS_FOR = {
    GrowthWord.BIG: (Flag.SLIPPED, Flag.REACHED_EARLY),
    GrowthWord.CONTINUES: (Flag.ALMOST_CONFIRMED,),
    GrowthWord.NEEDS: (Flag.REGRESSION,),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for people: the page shows the translated ``message % values``."""

    message: str
    values: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """The six fields every label is printed with: start, now, target, date, points, next step.

    ``before`` comes before the word; ``footnote`` says what the district counts as little; ``pace`` is told only on
    the way, for a reached goal has no pace left; ``former`` is the same told against the target before it was moved.
    """

    label: str
    start: Decimal | None
    now: Decimal | None
    target: Decimal | None
    on: date | None
    points: int
    next_step: str
    before: tuple[Sentence, ...]
    pace: Pace | None
    target_on: date | None
    unit: str
    notes: tuple[str, ...]
    footnote: Sentence
    former: "ReportLine | None" = None


def report_line(growth: Growth) -> ReportLine:
    """``growth`` with the six fields R-14 asks of every page, paper, message and file that shows the word."""
    outcome = growth.word or growth.no_word
    return ReportLine(
        label=outcome.label if outcome else "",
        start=decimal(growth.baseline),
        now=decimal(growth.now),
        target=decimal(growth.target),
        on=growth.on,
        points=growth.points,
        next_step=_next_step(growth),
        before=_before(growth),
        pace=growth.pace_word if growth.word != GrowthWord.BIG else None,
        target_on=growth.target_on,
        unit=growth.unit,
        notes=tuple(flag.label for flag in Flag if flag in growth.flags and flag != Flag.SERVICE_GAP),
        footnote=_footnote(growth),
        former=_former_line(growth),
    )


def _footnote(growth: Growth) -> Sentence:
    if growth.target is not None and growth.baseline == growth.target:
        return Sentence(LITTLE_OF_LEVEL)
    return Sentence(LITTLE_MEANS, {"percent": percent(growth.little)})


def decimal(number: Fraction | None) -> Decimal | None:
    """A fraction as a decimal number to show; measurements and their medians have one that is exact."""
    if number is None:
        return None
    shown = Decimal(number.numerator) / Decimal(number.denominator)
    return shown.quantize(Decimal(1)) if shown == shown.to_integral_value() else shown


def percent(share: Fraction) -> int:
    """A share as a whole percent; half rounds up."""
    return floor(share * 100 + Fraction(1, 2))


def _former_line(growth: Growth) -> ReportLine | None:
    if growth.toward_former is None:
        return None
    return report_line(replace(growth.toward_former, on=growth.on, target_on=growth.target_on, unit=growth.unit))


def _before(growth: Growth) -> tuple[Sentence, ...]:
    if Flag.SERVICE_GAP not in growth.flags or growth.delivered is None:
        return ()
    # Rounded down: a gap of 69.9 % must not read as the 70 % that would be no gap.
    return (Sentence(WE_GAVE, {"percent": floor(growth.delivered * 100)}),)


def _next_step(growth: Growth) -> str:
    if growth.word is None:
        return STEP_BY_REASON[growth.no_word] if growth.no_word else ""
    speaking = (flag for flag in SPEAKS_FOR[growth.word] if flag in growth.flags)
    usual = STEP_BEHIND if _behind(growth) else STEP_BY_WORD[growth.word]
    return next((STEP_BY_FLAG[flag] for flag in speaking), usual)


def _behind(growth: Growth) -> bool:
    late = growth.pace_word == Pace.BEHIND or Flag.FOUR_BELOW in growth.flags
    return growth.word == GrowthWord.CONTINUES and late
