"""What the thread page shows: the plan in effect or the draft, its growth, and where each part can be opened."""

from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from strongsuit.home.growth_words import grown
from strongsuit.home.threads import Repair, thread_of
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

# The place of the editor where each kind of support is written.
SUPPORTS = {"service": "services", "accommodation": "accommodations"}


def build(viewer: Account, student: Student, *, draft: bool, today: date) -> dict[str, object]:
    """The thread of the plan in effect, or of the draft if there is none or it was asked for."""
    current = adopted_plan(student, today) if "plan.read" in student.abilities else None
    open_plan = open_draft(student) if "plan.draft" in student.abilities else None
    plan = open_plan if open_plan and (draft or current is None) else current
    if plan is None:
        return {"plan": None, "current": current, "draft": open_plan}
    plan.student = student
    facts = facts_of(viewer, plan, student)
    reads_progress = "progress.read" in student.abilities
    return {
        "plan": plan,
        "current": current,
        "draft": open_plan,
        "thread": thread_of(
            facts, _grown(facts, student, today) if reads_progress else {}, to=_ways(plan, reads_progress),
            mend=_repair(plan, open_plan, student),
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


def _repair(plan, draft, student):
    """Where a break is mended: in the draft, or in the one that is still to begin, for a final plan never changes."""
    if "plan.write" not in student.abilities:
        return Repair(lambda place: "")
    if draft is None:
        begin = reverse("plans:plans", args=[student.pk]) + "#begin"
        return Repair(lambda place: begin, _("Mend it in an amendment"))
    if draft.state == PlanState.PROPOSED and "plan.share" not in student.abilities:
        # It holds still, and others take it back.
        return Repair(lambda place: "")
    if draft.state == PlanState.PROPOSED:
        shared = reverse("plans:plan", args=[draft.pk])
        return Repair(lambda place: shared, _("Take the draft back to mend it"))
    if plan == draft:
        return Repair(_places(draft, None))
    continued = dict(draft.goals.exclude(continues=None).values_list("continues", "pk"))
    return Repair(_places(draft, continued), _("Mend it in the draft"))


def _places(draft, continued):
    """The places of a draft; ``continued`` says which goal of it goes on with which goal of the plan shown."""

    def mend(place):
        kind, pk = place.split(":")
        if kind in SUPPORTS:
            spot = f"#{kind}-{pk}" if continued is None else ""
            return reverse("plans:place", args=[draft.pk, SUPPORTS[kind]]) + spot
        goal = 0
        if kind == "goal":
            goal = int(pk) if continued is None else continued.get(int(pk), 0)
        return (
            reverse("plans:goal", args=[draft.pk, goal]) if goal else reverse("plans:place", args=[draft.pk, "goals"])
        )

    return mend
