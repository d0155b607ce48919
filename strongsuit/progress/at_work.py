"""What the plan makes of a student's strengths: which carry a goal, which helped, and what the rules still ask."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from strongsuit.knowledge.compliance.check import said
from strongsuit.knowledge.compliance.profile import load_profile
from strongsuit.knowledge.compliance.rules import (
    interest_or_preference_unused,
    need_without_strength,
    skill_set_without_strength,
    strengths_unused,
)
from strongsuit.knowledge.profile import AtWork
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.weave import in_use, linked_onward
from strongsuit.plans.facts import plan_facts
from strongsuit.plans.frozen import thawed
from strongsuit.plans.models import FrozenPlan, Plan
from strongsuit.plans.queries import FINAL, current_plan, open_draft
from strongsuit.progress.facts import lines_of
from strongsuit.progress.models import CheckIn, DataPoint
from strongsuit.students.models import Student

RULES = (skill_set_without_strength, need_without_strength, interest_or_preference_unused, strengths_unused)
NOTHING = AtWork()


def at_work(student: Student, *, today: date) -> AtWork:
    """From the draft where this viewer reads drafts, else from the plan in effect where they read that."""
    plan = open_draft(student) if "plan.draft" in student.abilities else None
    asks = plan is not None
    if plan is None and {"plan.read", "growth.mine"} & student.abilities:
        plan = current_plan(student, today)
    if plan is None:
        return NOTHING
    plan.student = student
    facts = told(plan)
    return AtWork(
        used=_numbers(linked_onward(facts)),
        helped=_helped(facts),
        asks=tuple(_asked(facts, today)) if asks else (),
        skill_sets=frozenset(level.skill_set for level in facts.present_levels),
    )


def told(plan: Plan) -> PlanFacts:
    return thawed(FrozenPlan.objects.get(plan=plan)) if plan.state in FINAL else plan_facts(plan)


def _numbers(found: Iterable[str]) -> frozenset[int]:
    return frozenset(int(each) for each in found if each.isdecimal())


def _helped(facts: PlanFacts) -> frozenset[int]:
    """Strengths whose use in the work was written down with it: on a measurement, or by the student."""
    notes = _notes([int(goal.id) for goal in facts.goals])
    # What was seen elsewhere shows the strength; that it helped is told where the work is.
    known = {each.id: replace(each, evidence=()) for each in facts.strengths}
    return _numbers(
        weave.strength_id
        for goal in facts.goals
        for weave in goal.weaves
        if weave.strength_id in known and in_use(goal, known[weave.strength_id], notes[int(goal.id)])
    )


def _notes(goals: list[int]) -> dict[int, list[tuple[date, str]]]:
    """As ``noted.noted`` gives them for one goal; three queries for all of them."""
    lines = {goal: line.goals for goal, line in lines_of(goals).items()}
    every = {each for line in lines.values() for each in line}
    measured = DataPoint.objects.filter(goal__in=every, invalid_because="").exclude(note="")
    told = CheckIn.objects.filter(goal__in=every).exclude(words="")
    rows = [*measured.values_list("goal", "on", "note"), *told.values_list("goal", "on", "words")]
    return {goal: [(on, words) for of, on, words in rows if of in line] for goal, line in lines.items()}


def _asked(facts: PlanFacts, today: date) -> Iterable[tuple[str, str]]:
    profile = load_profile(facts.jurisdiction)
    for rule in RULES:
        for finding in rule.check(facts, today=today, profile=profile):
            yield said(finding, _, day=date_format)
