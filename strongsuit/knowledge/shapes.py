"""The plan and what surrounds it as frozen facts; every rule, paper and report reads these."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from strongsuit.knowledge.terms import (
    AccommodationKind,
    Disability,
    Factor,
    Grade,
    Group,
    ItemKind,
    Location,
    Measure,
    Mode,
    NeedKind,
    Pattern,
    Per,
    PlanKind,
    PlanState,
    ReportSchedule,
    Schedule,
    Section,
    ServiceClass,
    ServiceType,
    SkillSet,
)

# Identifiers are text everywhere in facts, so that frozen JSON is the same on every database.


@dataclass(frozen=True, slots=True)
class StudentFacts:
    id: str
    name: str
    birth_date: date | None
    grade: Grade
    school: str
    district: str
    local_id: str = ""
    preferred_name: str = ""
    language: str = "en"
    disability: Disability | None = None
    eligible_on: date | None = None
    evaluated_on: date | None = None
    evaluation_waived_on: date | None = None
    alternate_assessment: bool = False
    # The first name the student goes by; plans frozen before it was kept have none.
    called: str = ""

    @property
    def first_name(self) -> str:
        """What the student is called in running text."""
        return self.called or self.preferred_name or self.name.split(" ")[0] or self.name


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    on: date
    setting: str
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class StrengthFacts:
    """An ability, interest or preference; ``seen_by`` holds who claims it."""

    id: str
    kind: ItemKind
    words: str
    skill_set: SkillSet | None
    seen_by: tuple[Group, ...]
    seen_by_names: tuple[str, ...] = ()
    confirmed_on: date | None = None
    evidence: tuple[EvidenceFacts, ...] = ()
    # Answered with pictures: it fades in two thirds of the time. Of no weight in a plan that is frozen.
    early: bool = field(default=False, metadata={"frozen": False})
    # The finder ID, atlas word or own key of the item; it breaks ties in a draft and has no weight in a frozen plan.
    key: str = field(default="", metadata={"frozen": False})


@dataclass(frozen=True, slots=True)
class StudentWords:
    """What the student said, letter for letter (R-10); ``paraphrase`` is the adult's, apart."""

    id: str
    prompt: str
    words: str
    mode: Mode
    by: str
    on: date
    language: str = "en"
    helped_by: str = ""
    paraphrase: str = ""
    paraphrase_approved: bool = False


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """``none_expressed`` is the explicit choice that a section has nothing to hold, with ``text`` as the attempt."""

    section: Section
    text: str
    none_expressed: bool = False
    on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class NeedFacts:
    id: str
    kind: NeedKind
    statement: str
    impact: str = ""
    measure_text: str = ""
    without_goal_because: str = ""


@dataclass(frozen=True, slots=True)
class PresentLevelFacts:
    """One skill set: strengths first, then where the student is now, then needs."""

    skill_set: SkillSet
    strength_text: str
    now_text: str
    strength_ids: tuple[str, ...] = ()
    needs: tuple[NeedFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class WeaveFacts:
    strength_id: str
    pattern: Pattern
    mechanism: str = ""
    step: str = ""
    confirmed_by_student: bool = False


@dataclass(frozen=True, slots=True)
class NotMe:
    """A strength that carries a goal, and of which the student said "Not me"."""

    goal_id: str
    strength_id: str
    on: date


@dataclass(frozen=True, slots=True)
class ObjectiveFacts:
    id: str
    words: str
    target_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """``unit`` is what baseline, target and points count; ``band_low``/``band_high`` only for a level to be kept."""

    id: str
    need_id: str | None
    skill_set: SkillSet | None
    condition: str
    behavior: str
    criterion: str
    baseline: Decimal | None
    baseline_on: date | None
    target: Decimal | None
    target_on: date | None
    unit: str
    measure: Measure | None
    measure_text: str
    schedule: Schedule | None
    report_schedule: ReportSchedule | None
    responsible: str
    mastery_run: int = 2
    smallest_change: Decimal | None = None
    band_low: Decimal | None = None
    band_high: Decimal | None = None
    standard: str = ""
    student_words: str = ""
    weaves: tuple[WeaveFacts, ...] = ()
    objectives: tuple[ObjectiveFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    id: str
    service_class: ServiceClass
    service_type: ServiceType
    name: str
    times: int | None
    per: Per | None
    minutes: int | None
    group_size: int | None
    location: Location | None
    with_peers: bool
    provider_role: str
    language: str
    starts_on: date | None
    ends_on: date | None
    range_because: str = ""
    goal_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccommodationFacts:
    id: str
    kind: AccommodationKind
    words: str
    where: str
    how: str = ""
    need_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactorFacts:
    factor: Factor
    answer: bool | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """What the rules compare with: the narrative and the goals of a plan before this one."""

    adopted_on: date
    narrative: str
    goals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndedSupport:
    """A support of the plan in effect that a draft no longer has; ``test`` is a testing accommodation that needs it."""

    id: str
    words: str
    rated: bool
    test: str = ""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    id: str
    number: int
    kind: PlanKind
    state: PlanState
    student: StudentFacts
    starts_on: date | None
    ends_on: date | None
    review_on: date | None
    meeting_on: date | None
    meeting_held: bool = False
    amends_id: str | None = None
    amendment_agreed_on: date | None = None
    adopted_on: date | None = None
    case_manager: str = ""
    jurisdiction: str = "ny"
    strengths: tuple[StrengthFacts, ...] = ()
    words: tuple[StudentWords, ...] = ()
    voice_missing_because: str = ""
    sections: tuple[SectionFacts, ...] = ()
    present_levels: tuple[PresentLevelFacts, ...] = ()
    goals: tuple[GoalFacts, ...] = ()
    services: tuple[ServiceFacts, ...] = ()
    accommodations: tuple[AccommodationFacts, ...] = ()
    factors: tuple[FactorFacts, ...] = ()
    # Context for the rules; never part of the frozen document.
    earlier: tuple[EarlierPlan, ...] = field(default=(), metadata={"frozen": False})
    others_in_effect: int = field(default=0, metadata={"frozen": False})
    covered_until: date | None = field(default=None, metadata={"frozen": False})
    changed_quotes: tuple[str, ...] = field(default=(), metadata={"frozen": False})
    not_me: tuple[NotMe, ...] = field(default=(), metadata={"frozen": False})
    ended_supports: tuple[EndedSupport, ...] = field(default=(), metadata={"frozen": False})

    def needs(self) -> tuple[NeedFacts, ...]:
        return tuple(need for level in self.present_levels for need in level.needs)

    def section(self, section: Section) -> SectionFacts | None:
        return next((found for found in self.sections if found.section == section), None)


@dataclass(frozen=True, slots=True)
class Point:
    """One measurement; ``value`` is in the goal's unit. Invalid points stay, with their reason."""

    on: date
    value: Decimal
    invalid_because: str = ""
    note: str = ""
    setting: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says: ``message % values`` for people; ``place`` is the plan's part, such as ``goal:ID``."""

    rule: str
    severity: str  # "block" or "warn"
    citation: str
    message: str
    next_step: str
    place: str
    values: Mapping[str, str | int | date] = field(default_factory=dict)
