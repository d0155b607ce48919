"""The goal builder: a need, the strengths that carry it, and the numbers, with the goal read back and drawn."""

from dataclasses import replace
from uuid import uuid4

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from strongsuit.knowledge.graph import progress_graph
from strongsuit.knowledge.terms import Pattern, PlanState
from strongsuit.people.facts import calendar_of
from strongsuit.plans import actions_goals, forms_beside, forms_goal
from strongsuit.plans.models import Goal, Need, Objective, Weave
from strongsuit.plans.noted import noted
from strongsuit.plans.reading import goal_sentence, plain_goal, said_of, seen_by
from strongsuit.plans.saving import save
from strongsuit.plans.views_editor import desk_for, held, page
from strongsuit.plans.views_parts import number, part_of
from strongsuit.plans.weaving import judged, pressed, student_frame, with_carried, with_clause
from strongsuit.web.choices import choices
from strongsuit.web.refusals import Cannot, NotYours


def needs_of(desk):
    return Need.objects.filter(plan=desk.plan).order_by("order", "pk")


@require_POST
def add_goal(request, pk):
    desk = desk_for(request, pk)
    form = forms_beside.OnceForm(request.POST)
    if not form.is_valid():
        return redirect("plans:place", desk.plan.pk, "goals")
    need = needs_of(desk).filter(pk=number(request.POST.get("need"))).first()
    try:
        goal = actions_goals.add_goal(by=request.user, plan=desk.plan, need=need, once=form.cleaned_data["once"])
    except Cannot as refusal:
        messages.error(request, str(refusal))
        return redirect("plans:place", desk.plan.pk, "goals")
    return redirect("plans:goal", desk.plan.pk, goal.pk)


@require_http_methods(["GET", "POST"])
def goal(request, pk, goal):
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    if desk.plan.state != PlanState.DRAFT and request.method == "GET":
        return redirect("plans:plan", desk.plan.pk)
    if request.method == "GET":
        return builder(request, desk, row)
    form = forms_goal.GoalForm(request.POST, row=row, key="goal", needs=needs_of(desk))
    if "use" in request.POST:
        return use(request, desk, row)
    if "preview" in request.POST:
        form.is_valid()
        return builder(request, desk, row, mine=form, drawn=imagined(request, desk, row, form))

    def write(version, values):
        woven = carried_of(request)
        return actions_goals.save_goal(by=request.user, goal=row, version=version, values=values, woven=woven)

    def again(form, status, conflict):
        return builder(request, desk, row, mine=form, status=status, conflict=conflict)

    return save(request, desk.plan, form, place=f"goal-{row.pk}", write=write, back=address(desk, row), page=again)


def address(desk, row, spot=""):
    return reverse("plans:goal", args=[desk.plan.pk, row.pk]) + (f"#{spot}" if spot else "")


def builder(request, desk, row, *, mine=None, status=200, conflict=None, drawn=None, new=None):
    fact = next(found for found in desk.facts.goals if found.id == str(row.pk))
    known = {each.id: each for each in desk.facts.strengths}
    woven_in = {weave.strength_id: weave for weave in fact.weaves}
    woven = [
        held(forms_goal.WeaveForm(row=each, key=f"weave-{each.pk}"), mine, conflict)
        | {
            "strength": known[str(each.item_id)],
            "seen_by": seen_by(known[str(each.item_id)]),
            "said": said_of(woven_in[str(each.item_id)], fact, desk.facts),
            "item": each.item_id,
        }
        for each in desk.rows.weaves_of_goal.get(row.pk, [])
        if str(each.item_id) in known
    ]
    steps = [
        held(forms_goal.ObjectiveForm(row=each, key=f"step-{each.pk}"), mine, conflict)
        for each in desk.rows.objectives_of_goal.get(row.pk, [])
    ]
    taken = frozenset(weave.strength_id for weave in fact.weaves)
    drawn = drawn or drawing(desk, fact)
    place = f"goal:{row.pk}"
    return page(
        request,
        desk,
        "goals",
        "plans/goal.html",
        status=status,
        goal=row,
        fact=fact,
        number=[each.pk for each in desk.rows.goals].index(row.pk) + 1,
        card=held(forms_goal.GoalForm(row=row, key="goal", needs=needs_of(desk)), mine, conflict),
        woven=woven,
        steps=steps,
        patterns=choices(Pattern),
        new=new or forms_goal.NewObjectiveForm(initial={"once": uuid4()}, auto_id="new-step-%s"),
        shelf=desk.shelf(fact.skill_set, taken),
        checks=[check for check, found in zip(desk.checks, desk.findings, strict=True) if found.place == place],
        need=next((each for each in desk.facts.needs() if each.id == fact.need_id), None),
        **({"carried": carried_of(request), "pressed": None} | drawn | ways_in(desk, drawn["shown"])),
    )


def use(request, desk, row):
    """Put the words of a way to weave into the condition, as a draft; nothing is saved before the goal is."""
    fact = next(found for found in desk.facts.goals if found.id == str(row.pk))
    typed = request.POST.copy()
    way = pressed(desk.offers(fact), typed["use"])
    carried = carried_of(request)
    if way is not None:
        typed["condition"] = with_clause(way.words, typed.get("condition", ""))
        carried[number(way.value.partition(":")[0])] = way.pattern
    form = forms_goal.GoalForm(typed, row=row, key="goal", needs=needs_of(desk))
    form.fields["condition"].widget.attrs["autofocus"] = True
    form.is_valid()
    drawn = imagined(request, desk, row, form, carried)
    return builder(request, desk, row, mine=form, drawn=drawn | {"carried": carried, "pressed": way})


def carried_of(request):
    """The strengths that were pressed and wait for the goal to be saved, each with its pattern."""
    pairs = (value.partition(":") for value in request.POST.getlist("carried"))
    return {number(item): Pattern(pattern) for item, _colon, pattern in pairs if pattern in list(Pattern)}


def drawing(desk, fact):
    """The goal as a sentence and as an aimline, and how well its strengths are woven in."""
    student = desk.plan.student
    graph = progress_graph(fact, (), today=desk.today, calendar=calendar_of(student.school))
    woven = judged(desk.facts, fact, lambda: noted(int(fact.id)))
    return {
        "sentence": goal_sentence(fact, student.called),
        "graph": graph if graph.aimline else None,
        "unit": fact.unit,
        "judged": woven,
        "bare": [each for each in woven if each.bare],
        "names": desk.names,
        "plain": plain_goal(fact, student.called),
        "shown": fact,
    }


def ways_in(desk, fact):
    """What could carry the goal as it stands, and how the student could begin to say it."""
    found = desk.offers(fact)
    known = {each.id: each for each in desk.facts.strengths}
    first = next((known[each.strength_id] for each in fact.weaves if each.strength_id in known), None)
    first = first or (found[0].strength if found else None)
    return {"offers": found, "frame": student_frame(desk.facts, fact, first) if first else None}


def imagined(request, desk, row, form, carried=None):
    """The same for a goal that is still being typed: whatever is readable so far."""
    fact = next(found for found in desk.facts.goals if found.id == str(row.pk))
    typed = {
        name: value
        for name, value in form.cleaned_data.items()
        if name not in ("version", "need") and hasattr(fact, name)
    }
    need = form.cleaned_data.get("need")
    typed["need_id"] = str(need.pk) if need else None
    carried = carried_of(request) if carried is None else carried
    return drawing(desk, with_carried(replace(fact, **typed), carried))


@require_POST
def preview(request, pk, goal):
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    form = forms_goal.GoalForm(request.POST, row=row, key="goal", needs=needs_of(desk))
    form.is_valid()
    return render(request, "plans/_preview.html", {"plan": desk.plan, "goal": row} | imagined(request, desk, row, form))


@require_POST
def remove_goal(request, pk, goal):
    desk = desk_for(request, pk)
    row = Goal.objects.filter(pk=goal, plan=desk.plan).first()
    if row is not None:
        row.plan = desk.plan
        _try(request, lambda: actions_goals.remove_goal(by=request.user, goal=row))
    return redirect("plans:place", desk.plan.pk, "goals")


def _try(request, act):
    try:
        return act()
    except Cannot as refusal:
        messages.error(request, str(refusal))
        return None


@require_POST
def weave(request, pk, goal):
    """Weave a strength in, or take it out again."""
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    item = number(request.POST.get("item"))
    if request.POST.get("do") == "unweave":
        _try(request, lambda: actions_goals.unweave(by=request.user, goal=row, item=item))
        return redirect(address(desk, row, "woven"))
    wanted = request.POST.get("pattern")
    pattern = Pattern(wanted) if wanted in list(Pattern) else likely(desk, row, item)
    made = _try(request, lambda: actions_goals.weave(by=request.user, goal=row, item=item, pattern=pattern))
    return redirect(address(desk, row, f"weave-{made.pk}" if made else "woven"))


def likely(desk, row, item):
    """The pattern that the table of patterns offers first for this strength and goal."""
    fact = next(found for found in desk.facts.goals if found.id == str(row.pk))
    ways = (way for offer in desk.offers(fact) if offer.strength.id == str(item) for way in offer.ways)
    return next((way.pattern for way in ways), Pattern.W3)


@require_POST
def save_weave(request, pk, goal, weave):
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    woven = Weave.objects.filter(pk=weave, goal=row).first()
    if woven is None:
        raise NotYours
    woven.goal = row
    form = forms_goal.WeaveForm(request.POST, row=woven, key=f"weave-{woven.pk}")

    def write(version, values):
        return actions_goals.save_weave(by=request.user, woven=woven, version=version, **values)

    def again(form, status, conflict):
        return builder(request, desk, row, mine=form, status=status, conflict=conflict)

    back = address(desk, row, f"weave-{woven.pk}")
    return save(request, desk.plan, form, place=f"weave-{woven.pk}", write=write, back=back, page=again)


@require_POST
def add_step(request, pk, goal):
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    form = forms_goal.NewObjectiveForm(request.POST, auto_id="new-step-%s")
    if form.is_valid():
        made = _try(request, lambda: actions_goals.add_objective(by=request.user, goal=row, **form.cleaned_data))
        return redirect(address(desk, row, f"step-{made.pk}" if made else "steps"))
    return builder(request, desk, row, new=form, status=422)


@require_POST
def step(request, pk, goal, step):
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    objective = part_of(Objective, desk, step)
    if objective.goal_id != row.pk:
        raise NotYours
    form = forms_goal.ObjectiveForm(request.POST, row=objective, key=f"step-{objective.pk}")

    def write(version, values):
        return actions_goals.save_objective(by=request.user, objective=objective, version=version, **values)

    def again(form, status, conflict):
        return builder(request, desk, row, mine=form, status=status, conflict=conflict)

    back = address(desk, row, f"step-{objective.pk}")
    return save(request, desk.plan, form, place=f"step-{objective.pk}", write=write, back=back, page=again)


@require_POST
def remove_step(request, pk, goal, step):
    desk = desk_for(request, pk)
    row = part_of(Goal, desk, goal)
    objective = Objective.objects.filter(pk=step, goal=row).first()
    if objective is not None:
        objective.plan = desk.plan
        _try(request, lambda: actions_goals.remove_objective(by=request.user, objective=objective))
    return redirect(address(desk, row, "steps"))
