"""Maya's plan, complete, so that each test changes one thing; and two ways to ask one rule."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from strongsuit.knowledge.compliance.check import said
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.shapes import (
    AccommodationFacts,
    EvidenceFacts,
    FactorFacts,
    GoalFacts,
    NeedFacts,
    PlanFacts,
    PresentLevelFacts,
    SectionFacts,
    ServiceFacts,
    StrengthFacts,
    StudentFacts,
    StudentWords,
    WeaveFacts,
)
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

TODAY = date(2026, 11, 20)

STUDENT = StudentFacts(
    id="s1",
    name="Maya Lopez",
    birth_date=date(2016, 3, 14),
    grade=Grade.G5,
    school="Hill School",
    district="Hill District",
    disability=Disability.SLD,
    evaluated_on=date(2025, 2, 3),
)

DRAWS = StrengthFacts(
    id="i1",
    kind=ItemKind.ABILITY,
    words="Draws a chapter in four frames after listening",
    skill_set=SkillSet.READING,
    seen_by=(Group.STUDENT, Group.SCHOOL),
    confirmed_on=date(2026, 10, 2),
    evidence=(EvidenceFacts(date(2026, 10, 2), "library", "four frames, all events in order", "Ms. Okafor"),),
)
CALCULATOR = StrengthFacts(
    id="i2",
    kind=ItemKind.ABILITY,
    words="Sets up a calculator alone",
    skill_set=SkillSet.MATH,
    seen_by=(Group.SCHOOL,),
    confirmed_on=date(2026, 10, 2),
)
LEADS = replace(CALCULATOR, id="i5", words="Explains game rules to younger children", skill_set=SkillSet.SOCIAL)
CUTS = replace(CALCULATOR, id="i6", words="Cuts paper stencils by hand", skill_set=SkillSet.MOTOR)
OCEANS = replace(DRAWS, id="i3", kind=ItemKind.INTEREST, words="Oceans and whales")
PARTNER = replace(DRAWS, id="i4", kind=ItemKind.PREFERENCE, words="One partner in a quiet corner")

NEED = NeedFacts(
    id="n1",
    kind=NeedKind.ACADEMIC,
    statement="Reads 48 words a minute; grade level is 110.",
    impact="Long texts in science take twice the time.",
)

READING = PresentLevelFacts(
    skill_set=SkillSet.READING,
    strength_text="Retells a chapter in order after listening, in 3 of 3 book talks.",
    now_text="Reads 48 words a minute in fourth grade text.",
    strength_ids=("i1",),
    needs=(NEED,),
)
SOCIAL = replace(READING, skill_set=SkillSet.SOCIAL, strength_ids=("i5",), needs=(), now_text="No need at this time.")
MOTOR = replace(SOCIAL, skill_set=SkillSet.MOTOR, strength_ids=("i6",))

GOAL = GoalFacts(
    id="g1",
    need_id="n1",
    skill_set=SkillSet.READING,
    condition="After drawing the chapter with one partner, given a text about whales,",
    behavior="Maya reads aloud a page of fourth grade text",
    criterion="85 words correct in a minute on two weekly checks in a row",
    baseline=Decimal("48.00"),
    baseline_on=date(2026, 11, 2),
    target=Decimal("85.00"),
    target_on=date(2027, 11, 15),
    unit="words a minute",
    measure=Measure.WORDS_PER_MINUTE,
    measure_text="",
    schedule=Schedule.WEEKLY,
    report_schedule=ReportSchedule.QUARTERLY,
    responsible="Reading teacher",
    weaves=(
        WeaveFacts("i1", Pattern.W1, confirmed_by_student=True),
        WeaveFacts("i3", Pattern.W2),
        WeaveFacts("i4", Pattern.W6),
    ),
)

SERVICE = ServiceFacts(
    id="v1",
    service_class=ServiceClass.SPECIAL_EDUCATION,
    service_type=ServiceType.RESOURCE_ROOM,
    name="Resource room",
    times=4,
    per=Per.WEEK,
    minutes=45,
    group_size=5,
    location=Location.SEPARATE_ROOM,
    with_peers=False,
    provider_role="Special education teacher",
    language="en",
    starts_on=date(2026, 12, 1),
    ends_on=date(2027, 11, 30),
    goal_ids=("g1",),
)

SECTIONS = {
    Section.VISION: "I want to draw a comic about whales.",
    Section.PARENT_CONCERNS: "Mr. Lopez would like more time for reading at home.",
    Section.EFFECT: "Print takes longer, so science texts come with audio.",
    Section.MANAGEMENT: "Directions come one at a time.",
    Section.PARTICIPATION: "Three hours a week in the resource room, for small-group reading.",
    Section.TESTING: "State ELA and math tests with time and a half.",
    Section.EXTENDED_YEAR: "Not needed: skills stayed after the last break.",
}

WORDS = StudentWords(
    id="w1", prompt="What helps?", words="drawing it furst", mode=Mode.TYPED, by="Maya", on=date(2026, 10, 9)
)

CALM_CORNER = AccommodationFacts(
    id="a1", kind=AccommodationKind.ACCOMMODATION, words="A calculator and stencils", where="Math", need_ids=()
)


def sections(**changes):
    """All sections, with some said otherwise; None leaves one out."""
    texts = {**SECTIONS, **{Section(name): text for name, text in changes.items()}}
    return tuple(SectionFacts(section, text) for section, text in texts.items() if text is not None)


def plan(**changes):
    complete = PlanFacts(
        id="p1",
        number=1,
        kind=PlanKind.ANNUAL,
        state=PlanState.PROPOSED,
        student=STUDENT,
        starts_on=date(2026, 12, 1),
        ends_on=date(2027, 11, 30),
        review_on=date(2027, 11, 17),
        meeting_on=date(2026, 11, 18),
        meeting_held=True,
        strengths=(DRAWS, CALCULATOR, OCEANS, PARTNER, LEADS, CUTS),
        words=(WORDS,),
        sections=sections(),
        present_levels=(READING, SOCIAL, MOTOR),
        goals=(GOAL,),
        services=(SERVICE,),
        accommodations=(CALM_CORNER,),
        factors=tuple(FactorFacts(factor, answer=False) for factor in Factor),
    )
    return replace(complete, **changes)


def with_student(**changes):
    return plan(student=replace(STUDENT, **changes))


def with_goal(**changes):
    return plan(goals=(replace(GOAL, **changes),))


def with_service(**changes):
    return plan(services=(replace(SERVICE, **changes),))


def with_factor(factor, answer, text=""):
    given = tuple(FactorFacts(other, answer=False) for other in Factor if other != factor)
    return plan(factors=(*given, FactorFacts(factor, answer, text)))


def findings(rule, facts, *, state="ny", today=TODAY):
    return list(rule.check(facts, today=today, profile=load_profile(state)))


def places(rule, facts, **asked):
    return [found.place for found in findings(rule, facts, **asked)]


def sentences(rule, facts, **asked):
    """What a person reads, in English."""
    return [said(found)[0] for found in findings(rule, facts, **asked)]
