"""What the thread page shows: the plan in effect or the draft, its growth, and where each part can be opened."""

from dataclasses import replace
from datetime import date

from django.urls import reverse

from strongsuit.home.growth_words import grown
from strongsuit.home.threads import thread_of
from strongsuit.knowledge.shapes import PlanFacts
from strongsuit.knowledge.terms import PlanState
from strongsuit.people.facts import calendar_of
from strongsuit.people.models import Account
from strongsuit.plans.facts import for_viewer, plan_facts
from strongsuit.plans.frozen import thawed
from strongsuit.plans.models import Plan
from strongsuit.plans.queries import adopted_plan, open_draft
from strongsuit.progress.facts import growths, points_of
from strongsuit.strengths.facts import strengths_of
from strongsuit.students.models import Student


def build(viewer: Account, student: Student, *, draft: bool, today: date) -> dict[str, object]:
    """The thread of the plan in effect, or of the draft if there is none or it was asked for."""
    current = adopted_plan(student, today) if "plan.read" in student.abilities else None
    open_plan = open_draft(student) if "plan.draft" in student.abilities else None
    plan = open_plan if open_plan and (draft or current is None) else current
    if plan is None:
        return {"plan": None, "current": current, "draft": open_plan}
    plan.student = student
    facts = facts_of(viewer, plan, student)
    may_mend = plan == open_plan and "plan.write" in student.abilities
    reads_progress = "progress.read" in student.abilities
    return {
        "plan": plan,
        "current": current,
        "draft": open_plan,
        "mending": open_plan if "plan.write" in student.abilities else None,
        "thread": thread_of(
            facts, _grown(facts, student, today) if reads_progress else {}, to=_ways(plan, reads_progress),
            mend=_repairs(plan) if may_mend else lambda place: "",
        ),
    }  # fmt: skip


def facts_of(viewer: Account, plan: Plan, student: Student) -> PlanFacts:
    """The plan as it was frozen, with the strengths known today: what nobody uses yet is to be seen."""
    if plan.state == PlanState.ADOPTED and hasattr(plan, "frozen"):
        return for_viewer(replace(thawed(plan.frozen), strengths=strengths_of(student)), student, viewer)
    return plan_facts(plan, viewer=viewer)


def _grown(facts, student, today):
    points = points_of(int(goal.id) for goal in facts.goals)
    found = growths(facts.goals, points, calendar=calendar_of(student.school), today=today)
    return {pk: grown(growth) for pk, growth in found.items()}


def _ways(plan, reads_progress):
    student = plan.student
    may_read = student.abilities & {"plan.read", "plan.draft"}

    def to(place):
        kind, pk = place.split(":")
        if kind == "growth":
            return reverse("progress:goal", args=[int(pk)]) if reads_progress else ""
        if kind == "strength":
            return reverse("strengths:voice", args=[student.pk]) + f"#item-{pk}"
        return reverse("plans:plan", args=[plan.pk]) + f"#{kind}-{pk}" if may_read else ""

    return to


def _repairs(plan):
    def mend(place):
        kind, pk = place.split(":")
        if kind == "goal":
            return reverse("plans:goal", args=[plan.pk, int(pk)])
        return reverse("plans:place", args=[plan.pk, "goals"])

    return mend
