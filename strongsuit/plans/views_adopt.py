"""Adopting: what would be frozen, what is still open, and the signature that puts the plan into effect."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from strongsuit.knowledge.terms import Group, PlanState
from strongsuit.people import steps
from strongsuit.plans import actions, forms_beside, queries
from strongsuit.plans.desk import Desk
from strongsuit.plans.facts import frozen_facts
from strongsuit.plans.frozen import sealed
from strongsuit.plans.reading import Reading
from strongsuit.students.access import group_of
from strongsuit.web import clock
from strongsuit.web.refusals import NotYours


@require_http_methods(["GET", "POST"])
def adopt(request, pk):
    plan = queries.plan_for(request.user, pk, "plan.adopt")
    if plan.state == PlanState.ADOPTED:
        return redirect("plans:adopted", plan.pk)
    if plan.state not in queries.OPEN:
        raise NotYours
    if request.method == "GET":
        return shown(request, plan)
    return sign(request, plan) if steps.proved(request) else steps.ask(request)


def sign(request, plan):
    form = forms_beside.AdoptForm(request.POST)
    if not form.is_valid():
        return shown(request, plan, form=form, status=422)
    try:
        actions.adopt_plan(by=request.user, plan=plan, on=clock.today(), expected=form.cleaned_data["expected"])
    except actions.CannotAdopt as refusal:
        return shown(request, plan, refusal=str(refusal), status=422)
    return redirect("plans:adopted", plan.pk)


def shown(request, plan, *, form=None, refusal="", status=200):
    """Exactly what would be frozen, with its fingerprint, so that the signature is under this and nothing else."""
    desk = Desk(plan, clock.today())
    facts = frozen_facts(plan, desk.today, rows=desk.rows)
    sha256 = sealed(facts)[1]
    if form is None or form.data.get("expected") != sha256:
        form = forms_beside.AdoptForm(initial={"expected": sha256})
    checks = desk.checks
    context = {
        "plan": plan,
        "student": plan.student,
        "reading": Reading(facts),
        "sha256": sha256,
        "blocks": [check for check in checks if check.block],
        "unanswered": [check for check in checks if not check.block and not check.reason],
        "form": form,
        "refusal": refusal,
        "reasons": forms_beside.ReasonsForm(checks=checks),
    }
    return render(request, "plans/adopt.html", context, status=status)


@require_GET
def adopted(request, pk):
    """What has been frozen, and where to go from here."""
    plan = queries.plan_for(request.user, pk)
    if plan.state not in queries.FINAL:
        raise NotYours
    if group_of(plan.student.relation) != Group.SCHOOL:
        return redirect("plans:family", plan.student_id)
    return render(request, "plans/adopted.html", {"plan": plan, "student": plan.student, "frozen": plan.frozen})
