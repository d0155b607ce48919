"""The family's growth report as frozen facts: what the student is good at, then each goal with its numbers."""

from dataclasses import dataclass
from datetime import date

from strongsuit.knowledge.graph import Graph
from strongsuit.knowledge.growth import ReportLine


@dataclass(frozen=True, slots=True)
class GoalGrowthFacts:
    """One goal in plain words; ``line`` is the growth word with the six numbers it is never shown without.

    ``question`` asks the family something the team wants to know; ``graph`` is missing while nothing is measured.
    """

    goal_id: str
    words: str
    strength: str
    line: ReportLine
    graph: Graph | None = None
    school_did: tuple[str, ...] = ()
    next_step: str = ""
    note: str = ""
    note_by: str = ""
    note_on: date | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class GrowthReportFacts:
    """``good_at`` opens the report; ``answer_to`` says in one line how the family answers back."""

    id: str
    student_name: str
    called: str
    school: str
    period: str
    starts_on: date
    ends_on: date
    plan_number: int
    good_at: tuple[str, ...]
    goals: tuple[GoalGrowthFacts, ...]
    reported_by: str
    answer_to: str
    own_words: str = ""
    own_words_on: date | None = None
    own_words_language: str = "en"
