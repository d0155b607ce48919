"""What runs beside the editor: checks, advice on wording, who else is here, kept words, reasons."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from strongsuit.plans import actions, actions_beside, coaching, forms, forms_beside, forms_goal, queries
from strongsuit.plans.findings import named
from strongsuit.plans.models import Presence
from strongsuit.plans.places import BY_KEY, LEVEL
from strongsuit.plans.views_editor import desk_for, page
from strongsuit.web import clock
from strongsuit.web.inputs import plain_key
from strongsuit.web.refusals import Cannot

SECONDS_OPEN = 60
READ_ALONG = (
    forms.SectionForm,
    forms.VoiceForm,
    forms.LevelForm,
    forms.NeedForm,
    forms_goal.GoalForm,
    forms_goal.WeaveForm,
    forms_goal.ObjectiveForm,
)
READ = {name for shape in READ_ALONG for name in shape.reads}


@require_GET
def checks(request, pk):
    """What is open at one place, and in the whole list; asked again after each save."""
    desk = desk_for(request, pk)
    key = request.GET.get("place", "")
    found = desk.checks_at(key)
    if goal := request.GET.get("goal"):
        found = [
            check for check, finding in zip(desk.checks, desk.findings, strict=True) if finding.place == f"goal:{goal}"
        ]
    context = {
        "plan": desk.plan,
        "checks": found,
        "stops": desk.stops(key),
        "open_count": len(desk.open),
        "fresh": True,
    }
    return render(request, "plans/_checks.html", context)


@require_POST
def coach(request, pk):
    """What the coach says of the words as they are typed; saves nothing of them, and keeps what is left as it is."""
    plan = queries.plan_for(request.user, pk, "plan.write")
    place = plain_key(request.POST.get("place"))
    texts = {name: words for name, words in request.POST.items() if name in READ and words.strip()}
    pressed = coaching.press(request, plan, place, texts)
    context = {"told": pressed.told.values(), "said": pressed.said, "live": True}
    return render(request, "plans/_coach.html", context, status=422 if pressed.refused else 200)


@require_POST
def presence(request, pk):
    """Note that I have this place open, and say who else has."""
    plan = queries.plan_for(request.user, pk, "plan.write")
    key, now = plain_key(request.POST.get("place")), clock.now()
    actions_beside.open_place(by=request.user, plan=plan, place=key, at=now)
    others = Presence.objects.filter(plan=plan, place=key).exclude(account=request.user).select_related("account")
    here = [each.account.name for each in others if (now - each.at).total_seconds() < SECONDS_OPEN]
    return render(request, "plans/_presence.html", {"here": here})


@require_POST
def settle(request, pk):
    """The writer is done with words that were kept beside somebody else's."""
    plan = queries.plan_for(request.user, pk, "plan.write")
    key = plain_key(request.POST.get("place"))
    actions_beside.settle_text(by=request.user, plan=plan, place=key, at=clock.now())
    if "HX-Request" in request.headers:
        return HttpResponse()
    if key in BY_KEY or key.startswith(LEVEL):
        return redirect("plans:place", plan.pk, key)
    return redirect("plans:edit", plan.pk)


@require_GET
def ready(request, pk):
    """Everything still open in the whole plan, with reasons for what only warns; nothing is open in a decided one."""
    desk = desk_for(request, pk)
    return points(request, desk) if desk.plan.state in queries.OPEN else redirect("plans:plan", desk.plan.pk)


def points(request, desk, form=None, status=200):
    form = form or forms_beside.ReasonsForm(checks=desk.checks)
    blocks = [check for check in desk.checks if check.block]
    return page(request, desk, "", "plans/ready.html", status=status, blocks=blocks, reasons=form)


@require_POST
def reason(request, pk):
    """Pass warnings with reasons, or take reasons back."""
    desk = desk_for(request, pk)
    form = forms_beside.ReasonsForm(request.POST, checks=desk.checks)
    if not form.is_valid():
        return points(request, desk, form, status=422)
    given = [
        actions.Reason(finding, words, was)
        for key, words, was in form.reasons()
        if (finding := named(desk.findings, key)) is not None
    ]
    try:
        actions.pass_warnings(by=request.user, plan=desk.plan, reasons=given)
        messages.success(request, _("The reasons are kept with the plan."))
    except Cannot as refusal:
        messages.error(request, str(refusal))
    return redirect("plans:adopt" if request.POST.get("back") == "adopt" else "plans:ready", desk.plan.pk)
