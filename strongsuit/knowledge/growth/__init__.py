"""Growth: the word, its numbers and what to do next, decided here once; pages and papers only show it."""

from strongsuit.knowledge.growth.cases import (
    Conditions,
    GapDuty,
    Together,
    attainment_aim,
    attainment_t,
    by_setting,
    gap_duty,
    grow_by_steps,
    growth_of,
    lower_of,
    state_key,
)
from strongsuit.knowledge.growth.computing import grow
from strongsuit.knowledge.growth.report import ReportLine, Sentence, percent, report_line
from strongsuit.knowledge.growth.shapes import Aim, Around, Growth, Mark, Pause
from strongsuit.knowledge.growth.words import Flag, GrowthWord, NoWord, Pace, Rule

__all__ = [
    "Aim",
    "Around",
    "Conditions",
    "Flag",
    "GapDuty",
    "Growth",
    "GrowthWord",
    "Mark",
    "NoWord",
    "Pace",
    "Pause",
    "ReportLine",
    "Rule",
    "Sentence",
    "Together",
    "attainment_aim",
    "attainment_t",
    "by_setting",
    "gap_duty",
    "grow",
    "grow_by_steps",
    "growth_of",
    "lower_of",
    "percent",
    "report_line",
    "state_key",
]
