"""The plan as plain facts, ready for the rules, the paper and the page."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from strongsuit.audit.models import Entry
from strongsuit.knowledge.compliance.comparing import earlier_plan
from strongsuit.knowledge.shapes import (
    AccommodationFacts,
    EarlierPlan,
    FactorFacts,
    GoalFacts,
    NeedFacts,
    NotMe,
    ObjectiveFacts,
    PlanFacts,
    PresentLevelFacts,
    SectionFacts,
    ServiceFacts,
    StudentFacts,
    StudentWords,
    WeaveFacts,
)
from strongsuit.knowledge.terms import (
    AccommodationKind,
    Disability,
    Factor,
    Grade,
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
from strongsuit.people.models import Account
from strongsuit.plans.frozen import thawed
from strongsuit.plans.models import (
    Accommodation,
    Goal,
    Need,
    Plan,
    PlanSection,
    PresentLevel,
    Service,
    SpecialFactor,
)
from strongsuit.plans.queries import FINAL, earlier_plans, year_before
from strongsuit.plans.queries_weaves import Answers, answers_of
from strongsuit.plans.rating_facts import ended_supports
from strongsuit.plans.rows import Rows, rows_of
from strongsuit.strengths.facts import strengths_of
from strongsuit.strengths.models import Words
from strongsuit.students.access import grants
from strongsuit.students.models import Eligibility, Student
from strongsuit.students.queries import case_manager_name
from strongsuit.web import clock


def plan_facts(plan: Plan, *, viewer: Account | None = None, rows: Rows | None = None) -> PlanFacts:
    """Everything the plan says, in a fixed number of queries; a ``viewer`` gets only the fields that are theirs."""
    rows = rows or rows_of(plan)
    student = plan.student
    earlier = earlier_plans(plan)
    words, changed = _words(student, year_before(plan, earlier))
    answers = answers_of(rows.goals)
    facts = PlanFacts(
        id=str(plan.pk),
        number=plan.number,
        kind=PlanKind(plan.kind),
        state=PlanState(plan.state),
        student=_student(student),
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        review_on=plan.review_on,
        meeting_on=plan.meeting_on,
        meeting_held=plan.meeting_held,
        amends_id=str(plan.amends_id) if plan.amends_id else None,
        amendment_agreed_on=plan.amendment_agreed_on,
        adopted_on=plan.adopted_on,
        case_manager=case_manager_name(student),
        jurisdiction=student.district.jurisdiction,
        strengths=strengths_of(student),
        words=words,
        voice_missing_because=plan.voice_missing_because,
        sections=_sections(rows),
        present_levels=_levels(rows),
        goals=_goals(rows, answers),
        services=_services(rows),
        accommodations=_accommodations(rows),
        factors=tuple(FactorFacts(Factor(row.factor), row.answer, row.text) for row in _in_order(rows.factors)),
        earlier=_remembered(earlier),
        others_in_effect=_others(plan),
        covered_until=_covered_until(earlier),
        changed_quotes=changed,
        not_me=_not_me(rows, answers),
        ended_supports=ended_supports(plan, rows.accommodations, earlier),
    )
    return for_viewer(facts, student, viewer) if viewer else facts


def for_viewer(facts: PlanFacts, student: Student, viewer: Account) -> PlanFacts:
    """The same plan without the groups of fields that this person may not read (trust.md AZ-05)."""
    held = getattr(student, "abilities", None)
    held = grants(viewer, student) if held is None else held
    if "eligibility.read" not in held:
        bare = replace(facts.student, disability=None, eligible_on=None, evaluated_on=None, evaluation_waived_on=None)
        facts = replace(facts, student=bare)
    return facts if "words.read" in held else replace(facts, words=())


def _student(student: Student) -> StudentFacts:
    found = Eligibility.objects.filter(student=student, ended_on=None).first()
    return StudentFacts(
        id=str(student.pk),
        name=student.legal_name,
        birth_date=student.birth_date,
        grade=Grade(student.grade),
        school=student.school.name,
        district=student.district.name,
        local_id=student.local_id,
        preferred_name=student.preferred_name,
        language=student.language,
        disability=Disability(found.disability) if found else None,
        eligible_on=found.eligible_on if found else None,
        evaluated_on=found.evaluated_on if found else None,
        evaluation_waived_on=found.evaluation_waived_on if found else None,
        alternate_assessment=student.alternate_assessment,
        called=student.called,
    )


def _words(student: Student, last: Plan | None) -> tuple[tuple[StudentWords, ...], tuple[str, ...]]:
    """What the student shared since the plan before, and which of it no longer reads as it was given (V90)."""
    rows = Words.objects.filter(student=student, shared=True).select_related("paraphrase").order_by("made_at", "id")
    if last is not None and hasattr(last, "frozen"):
        rows = rows.filter(made_at__gt=last.frozen.frozen_at)
    kept = dict(
        Entry.objects.filter(target=Words._meta.label, target_id__in=[row.pk for row in rows])
        .exclude(fingerprint="")
        .order_by("-id")
        .values_list("target_id", "fingerprint")
    )
    changed = tuple(str(row.pk) for row in rows if kept.get(row.pk, row.fingerprint()) != row.fingerprint())
    return tuple(_said(row) for row in rows), changed


def _said(row: Words) -> StudentWords:
    paraphrase = getattr(row, "paraphrase", None)
    return StudentWords(
        id=str(row.pk),
        prompt=row.prompt,
        words=row.words,
        mode=Mode(row.mode),
        by=row.by_name,
        on=row.on,
        language=row.language,
        helped_by=row.helped_by,
        paraphrase=paraphrase.text if paraphrase else "",
        paraphrase_approved=bool(paraphrase and paraphrase.approved_at),
    )


def _sections(rows: Rows) -> tuple[SectionFacts, ...]:
    found = {row.section: row for row in rows.sections}
    return tuple(_section(found[section]) for section in Section if section in found)


def _section(row: PlanSection) -> SectionFacts:
    by = row.edited_by.name if row.edited_by else ""
    return SectionFacts(Section(row.section), row.text, row.none_expressed, row.edited_at.date(), by)


def _in_order(factors: list[SpecialFactor]) -> list[SpecialFactor]:
    places = [str(factor) for factor in Factor]
    return sorted(factors, key=lambda row: places.index(row.factor))


def _levels(rows: Rows) -> tuple[PresentLevelFacts, ...]:
    places = [str(skill_set) for skill_set in SkillSet]
    return tuple(_level(rows, row) for row in sorted(rows.levels, key=lambda row: places.index(row.skill_set)))


def _level(rows: Rows, row: PresentLevel) -> PresentLevelFacts:
    return PresentLevelFacts(
        skill_set=SkillSet(row.skill_set),
        strength_text=row.strength_text,
        now_text=row.now_text,
        strength_ids=_ids(rows.items_of_level.get(row.pk, [])),
        needs=tuple(_need(need) for need in rows.needs_of_level.get(row.pk, [])),
    )


def _need(row: Need) -> NeedFacts:
    return NeedFacts(
        id=str(row.pk),
        kind=NeedKind(row.kind),
        statement=row.statement,
        impact=row.impact,
        measure_text=row.measure_text,
        without_goal_because=row.without_goal_because,
    )


def _not_me(rows: Rows, answers: Answers) -> tuple[NotMe, ...]:
    said = ((row, answers.get((row.goal_id, row.item_id))) for row in rows.weaves)
    return tuple(NotMe(str(w.goal_id), str(w.item_id), clock.day(no.at)) for w, no in said if no and not no.yes)


def _goals(rows: Rows, answers: Answers) -> tuple[GoalFacts, ...]:
    skills = {level.pk: SkillSet(level.skill_set) for level in rows.levels}
    skill_of = {need.pk: skills[need.level_id] for need in rows.needs}
    yes = {key for key, answer in answers.items() if answer.yes}
    return tuple(_goal(rows, row, skill_of.get(row.need_id or 0), yes) for row in rows.goals)


def _goal(rows: Rows, row: Goal, skill_set: SkillSet | None, yes: Collection[tuple[int, int]]) -> GoalFacts:
    return replace(
        numbers_of(row),
        need_id=str(row.need_id) if row.need_id else None,
        skill_set=skill_set,
        weaves=tuple(
            WeaveFacts(str(w.item_id), Pattern(w.pattern), w.mechanism, w.step, (row.pk, w.item_id) in yes)
            for w in rows.weaves_of_goal.get(row.pk, [])
        ),
        objectives=tuple(
            ObjectiveFacts(str(o.pk), o.words, o.target_on) for o in rows.objectives_of_goal.get(row.pk, [])
        ),
    )


def numbers_of(goal: Goal) -> GoalFacts:
    """A goal without its links to other parts of the plan: all that growth asks for."""
    return GoalFacts(
        id=str(goal.pk),
        need_id=None,
        skill_set=None,
        condition=goal.condition,
        behavior=goal.behavior,
        criterion=goal.criterion,
        baseline=goal.baseline,
        baseline_on=goal.baseline_on,
        target=goal.target,
        target_on=goal.target_on,
        unit=goal.unit,
        measure=Measure(goal.measure) if goal.measure else None,
        measure_text=goal.measure_text,
        schedule=Schedule(goal.schedule) if goal.schedule else None,
        report_schedule=ReportSchedule(goal.report_schedule) if goal.report_schedule else None,
        responsible=goal.responsible,
        mastery_run=goal.mastery_run,
        smallest_change=goal.smallest_change,
        band_low=goal.band_low,
        band_high=goal.band_high,
        standard=goal.standard,
        student_words=goal.student_words,
    )


def _services(rows: Rows) -> tuple[ServiceFacts, ...]:
    return tuple(_service(rows, row) for row in rows.services)


def _service(rows: Rows, row: Service) -> ServiceFacts:
    return ServiceFacts(
        id=str(row.pk),
        service_class=ServiceClass(row.service_class),
        service_type=ServiceType(row.service_type),
        name=row.name,
        times=row.times,
        per=Per(row.per) if row.per else None,
        minutes=row.minutes,
        group_size=row.group_size,
        location=Location(row.location) if row.location else None,
        with_peers=row.with_peers,
        provider_role=row.provider_role,
        language=row.language,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        range_because=row.range_because,
        goal_ids=_ids(rows.goals_of_service.get(row.pk, [])),
    )


def _accommodations(rows: Rows) -> tuple[AccommodationFacts, ...]:
    return tuple(_accommodation(rows, row) for row in rows.accommodations)


def _accommodation(rows: Rows, row: Accommodation) -> AccommodationFacts:
    return AccommodationFacts(
        id=str(row.pk),
        kind=AccommodationKind(row.kind),
        words=row.words,
        where=row.where,
        how=row.how,
        need_ids=_ids(rows.needs_of_accommodation.get(row.pk, [])),
    )


def _ids(numbers: list[int]) -> tuple[str, ...]:
    return tuple(str(number) for number in sorted(numbers))


def _remembered(plans: list[Plan]) -> tuple[EarlierPlan, ...]:
    told = (earlier_plan(thawed(plan.frozen)) for plan in plans if hasattr(plan, "frozen"))
    return tuple(found for found in told if found is not None)


def _others(plan: Plan) -> int:
    """Plans in effect beside this one; the one that this plan is about to replace does not count."""
    others = Plan.objects.filter(student_id=plan.student_id, state=PlanState.ADOPTED).exclude(pk=plan.pk).count()
    return others if plan.state in FINAL else max(0, others - 1)


def _covered_until(earlier: list[Plan]) -> date | None:
    """The last day of the plan before this one."""
    return earlier[0].ended_on or earlier[0].ends_on if earlier else None


def frozen_facts(plan: Plan, on: date, rows: Rows | None = None) -> PlanFacts:
    """The facts exactly as adopting ``plan`` on that day would freeze them."""
    return replace(plan_facts(plan, rows=rows), state=PlanState.ADOPTED, adopted_on=on)
