"""A growth word as pages show it: with its numbers, the school's part, and which test decided (R-13, R-14, R-16)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils import formats
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazily

from strongsuit.knowledge.graph import Graph
from strongsuit.knowledge.growth import Growth, GrowthWord, ReportLine, Rule, percent, report_line
from strongsuit.knowledge.growth.report import decimal
from strongsuit.knowledge.shapes import GoalFacts
from strongsuit.knowledge.shapes_report import GoalGrowthFacts
from strongsuit.progress.own_words import LESS_HELP, PACES, REASONS, STEPS, own

WORD_OF = {word.label: word.value for word in GrowthWord}

WHY: Mapping[Rule, str | Promise] = {
    Rule.NO_POINTS: lazily("Nothing has been measured for this goal."),
    Rule.STALE: lazily("The newest measurement is more than 30 school days old."),
    Rule.KEPT: lazily(
        "This goal keeps a level. %(in_band)s of the measurements lie inside it: from 80%% on it is big growth, from "
        "50%% on it continues to grow."
    ),
    Rule.REACHED: lazily("The target was reached as often in a row as the goal asks, on %(reached_on)s."),
    Rule.FEW_POINTS: lazily("A word needs three measurements."),
    Rule.TOO_EARLY: lazily("The growth planned up to now is smaller than what this measure can show."),
    Rule.AT_TARGET: lazily("The student is at the target now. The goal asks for it more often in a row."),
    Rule.LITTLE: lazily(
        "%(share)s of the planned growth is there after %(elapsed)s of the time. Less than %(little)s of what was "
        "planned by now counts as little."
    ),
    Rule.GROWING: lazily("%(share)s of the planned growth is there after %(elapsed)s of the time."),
}
NOW = lazily("“Now” is the middle one of the last three measurements that count.")


@dataclass(frozen=True, slots=True)
class Own:
    """The same in the words of the student's own page."""

    pace: str
    reason: str
    support: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One goal's growth, ready for ``progress/_growth.html``."""

    word: str
    text: str
    reason: str
    start: str
    now: str
    target: str
    target_on: str
    points: int
    unit: str
    pace: str
    support: str
    next_step: str
    notes: tuple[str, ...]
    footnote: str
    on: date | None
    former: "Shown | None" = None
    why: str = ""
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class GoalGrowth:
    """A goal with its growth and its picture, as every page about progress shows it."""

    key: str
    words: str
    shown: Shown
    graph: Graph | None
    strengths: str = ""

    @property
    def axis(self) -> str:
        """What the graph counts."""
        return axis(self.shown.unit)


def shown_growth(growth: Growth) -> Shown:
    return told(line_of(growth), why=why(growth))


def line_of(growth: Growth) -> ReportLine:
    """The report line; after a long break it says where the student stood before and where now (1.3)."""
    line = report_line(growth)
    if growth.before_break is None or growth.after_break is None:
        return line
    values = {"before": number(decimal(growth.before_break)), "after": number(decimal(growth.after_break))}
    return replace(line, notes=(*line.notes, _("Before the break: %(before)s. After it: %(after)s.") % values))


def told(line: ReportLine, *, why: str = "", next_step: str = "") -> Shown:
    """A report line in the reader's language and numbers; ``next_step`` is the team's own, where it has one."""
    word = WORD_OF.get(line.label, "none")
    return Shown(
        word=word,
        text=_(line.label) if word != "none" else _("No growth word yet"),
        reason=_(line.label) if word == "none" and line.label else "",
        start=number(line.start),
        now=number(line.now),
        target=number(line.target),
        target_on=day(line.target_on),
        points=line.points,
        unit=line.unit,
        pace=_(line.pace.label) if line.pace else "",
        support=" ".join(_(sentence.message) % sentence.values for sentence in line.before),
        next_step=next_step or (_(line.next_step) if line.next_step else ""),
        notes=tuple(_(note) for note in line.notes),
        footnote=_(line.footnote.message) % line.footnote.values,
        on=line.on,
        former=told(line.former) if line.former else None,
        why=why,
        own=own_words_of(line),
    )


def own_words_of(line: ReportLine) -> Own:
    return Own(
        pace=own(PACES, line.pace.label) if line.pace else "",
        reason=own(REASONS, line.label),
        support=str(LESS_HELP) if line.before else "",
        next_step=own(STEPS, line.next_step),
    )


def why(growth: Growth) -> str:
    """Which of the nine tests decided, with its numbers."""
    if growth.decided_by is None:
        return _("The goal needs a start, a target and both dates before growth can be told.")
    words = str(WHY[growth.decided_by]) % {
        "in_band": _percent(growth.in_band),
        "reached_on": day(growth.reached_on),
        "share": _percent(growth.share),
        "elapsed": _percent(growth.elapsed),
        "little": _percent(growth.little),
    }
    return f"{words} {NOW}" if growth.points > 1 and growth.now is not None else words


def goal_growth(goal: GoalFacts, growth: Growth, graph: Graph, strengths: str = "") -> GoalGrowth:
    return GoalGrowth(f"goal-{goal.id}", goal_words(goal.behavior), shown_growth(growth), graph, strengths)


def reported(goal: GoalGrowthFacts) -> GoalGrowth:
    """The same from a report that may have been frozen long ago."""
    shown = told(goal.line, next_step=goal.next_step)
    return GoalGrowth(f"goal-{goal.goal_id}", goal.words, shown, goal.graph, goal.strength)


def goal_words(behavior: str) -> str:
    """What the student does when the goal is reached, as a heading."""
    return capfirst(behavior.rstrip(" .")) or _("A goal without words yet")


def axis(unit: str) -> str:
    return capfirst(unit) or _("Measured")


def number(value: Decimal | None) -> str:
    """A number as people write it: no trailing zeros, the reader's own decimal sign."""
    if value is None:
        return ""
    plain = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return formats.number_format(plain)


def day(on: date | None) -> str:
    return formats.date_format(on, "DATE_FORMAT") if on else ""


def _percent(share: Fraction | None) -> str:
    return "" if share is None else _("%(number)d%%") % {"number": percent(share)}
